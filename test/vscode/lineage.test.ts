import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { goTo, openFile, runPaletteCommand } from '../tools/workbench.mjs';
import { openWorkbench } from './support/openWorkbench';

const workbench = openWorkbench({
  'labels.fsql': `SELECT
  person.birthDate AS born,
  -- feature-sql: declassify decade C9: a decade tells no birthday
  floor(year(person.birthDate) / 10) AS decade
FROM profiles
WHERE _acme.user_id IS NOT NULL;
`,
});

test('Show Lineage lists the sources of each column, with labels, and leads to their places', async () => {
  const { page } = workbench();
  await openFile(page, 'labels.fsql');
  await page.locator('.squiggly-warning').first().waitFor();
  await goTo(page, 1, 1);
  await runPaletteCommand(page, 'Feature SQL: Show Lineage');
  await row(page, /^born\s*date · C9 · I2/).waitFor();
  await row(page, /^C9 declassified\s*a decade tells no birthday/).waitFor();
  await row(page, /^_acme\.user_id\s*filter · I1 · profiles/).waitFor();
  await row(page, /^decade/).click();
  await page.getByText('Ln 4, Col 47 (44 selected)').waitFor();
});

test('an export of rows with a forbidden label asks first', async () => {
  const { page } = workbench();
  await openFile(page, 'labels.fsql');
  await goTo(page, 1, 1);
  await runPaletteCommand(page, 'Feature SQL: Export Query to File...');
  const dialog = page.locator('.monaco-dialog-box');
  await dialog.waitFor();
  expect(await dialog.innerText()).toMatch(/C9 \(not for data science\): born/);
  await dialog.getByText('Cancel').click();
  await dialog.waitFor({ state: 'detached' });
});

function row(page: Page, text: RegExp): Locator {
  return page.locator('.pane-body .monaco-list-row').filter({ hasText: text }).first();
}
