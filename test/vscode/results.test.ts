import { expect, test } from 'vitest';
import { goTo, openFile, runPaletteCommand, until } from '../tools/workbench.mjs';
import { openWorkbench } from './support/openWorkbench';
import { cell, grid, resultOf, resultsFrame, rowCount } from './support/resultsPanel';

const workbench = openWorkbench({
  'counts.fsql': `
SELECT count(*) AS n, count(DISTINCT _id) AS ids FROM ecommerce_events;

SELECT 9007199254740993 AS big, CAST('0.10' AS DECIMAL(10,2)) AS price, '' AS empty, CAST(NULL AS STRING) AS nothing;
`,
  'failing.fsql': `SELECT
  eventType,
  no_such_function(_id) AS broken
FROM ecommerce_events`,
  'many.fsql': 'SELECT _id FROM ecommerce_events LIMIT 3000',
});

test('the statement at the cursor runs, and its rows are in the grid', async () => {
  const { page } = workbench();
  await openFile(page, 'counts.fsql');
  await goTo(page, 2, 10);
  expect(await resultOf(page, () => page.keyboard.press('Control+Enter'))).toBe('done');
  expect(await rowCount(page)).toBe('1 row');
  expect(await cell(page, 0, 'n')).toBe('20000');
  expect(await cell(page, 0, 'ids')).toBe('20000');
});

test('the Run lens runs its own statement; values are exact, null is not the empty text', async () => {
  const { page } = workbench();
  await openFile(page, 'counts.fsql');
  const lens = page.locator('.codelens-decoration a', { hasText: 'Run' }).nth(1);
  expect(await resultOf(page, () => lens.click())).toBe('done');
  expect(await cell(page, 0, 'big')).toBe('9007199254740993');
  expect(await cell(page, 0, 'price')).toBe('0.10');
  expect(await cell(page, 0, 'nothing')).toBe('NULL');
  expect(await cell(page, 0, 'empty')).not.toBe('NULL');
});

test('more rows than the first thousand come while scrolling', async () => {
  const { page } = workbench();
  await openFile(page, 'many.fsql');
  expect(await resultOf(page, () => page.keyboard.press('Control+Enter'))).toBe('done');
  expect(await rowCount(page)).toBe('First 1,000 rows');
  const rows = await grid(page);
  await rows.locator('[data-row="0"]').first().click();
  await until('the last row', async () => {
    await page.keyboard.press('Control+End');
    return (await rows.locator('[data-row="2999"]').count()) > 0;
  });
  expect(await rowCount(page)).toBe('3,000 rows');
});

test('an error says what and where, and leads to the place', async () => {
  const { page } = workbench();
  await openFile(page, 'failing.fsql');
  expect(await resultOf(page, () => page.keyboard.press('Control+Enter'))).toBe('failed');
  const error = (await resultsFrame(page)).getByTestId('results-error');
  expect(await error.innerText()).toContain('no_such_function');
  await goTo(page, 1, 1);
  await error.getByText('Line 3, column 3').click();
  await page.locator('.statusbar-item', { hasText: 'Ln 3, Col 3' }).waitFor();
});

test('a running query can be cancelled', async () => {
  const { page } = workbench();
  await openFile(page, 'many.fsql');
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(
    'SELECT count(*) FROM ecommerce_events a CROSS JOIN ecommerce_events b CROSS JOIN ecommerce_events c WHERE a._id < b._id AND b._id < c._id',
  );
  const state = await resultOf(page, async () => {
    await page.keyboard.press('Control+Enter');
    const status = (await resultsFrame(page)).getByTestId('results-status');
    await until('the query to run', async () => (await status.getAttribute('data-state')) === 'running');
    await runPaletteCommand(page, 'Feature SQL: Cancel Query');
  });
  expect(state).toBe('cancelled');
});
