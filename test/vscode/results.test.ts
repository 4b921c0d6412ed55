import { expect, test } from 'vitest';
import { openFile, runPaletteCommand } from '../tools/workbench.mjs';
import { openWorkbench } from './support/openWorkbench';
import { cell, resultState, rowCount } from './support/resultsPanel';

const workbench = openWorkbench({
  'counts.fsql': `SELECT eventType, count(*) AS n FROM ecommerce_events GROUP BY eventType ORDER BY n DESC`,
});

test('rows of a statement show in the grid', async () => {
  const { page } = workbench();
  await openFile(page, 'counts.fsql');
  await page.keyboard.press('Control+A');
  await runPaletteCommand(page, 'Feature SQL: Run Selection');
  expect(await resultState(page)).toBe('done');
  expect(await rowCount(page)).toMatch(/^\d+ rows$/);
  expect(await cell(page, 0, 'eventType')).not.toBe('');
});
