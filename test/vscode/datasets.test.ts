import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { runPaletteCommand } from '../tools/workbench.mjs';
import { openWorkbench } from './support/openWorkbench';
import { cell, resultOf } from './support/resultsPanel';

const workbench = openWorkbench();

test('the view shows data sets, their columns and nested fields, with types and labels', async () => {
  const { page } = workbench();
  await runPaletteCommand(page, 'Feature SQL: Focus on Datasets View');
  await expand(page, 'ecommerce_events');
  await expand(page, '_acme');
  expect(await item(page, 'timestamp').innerText()).toContain('timestamp');
  expect(await item(page, 'user_id').innerText()).toMatch(/string.*I1/s);
});

test('rows of a data set are previewed from the view', async () => {
  const { page } = workbench();
  await item(page, 'profiles').hover();
  const preview = item(page, 'profiles').getByRole('button', { name: 'Preview Rows' });
  expect(await resultOf(page, () => preview.click())).toBe('done');
  expect(await cell(page, 0, '_id')).not.toBe('');
});

function item(page: Page, name: string): Locator {
  const label = page.locator('.label-name').getByText(name, { exact: true });
  return page.locator('.pane-body .monaco-list-row').filter({ has: label }).first();
}

async function expand(page: Page, name: string): Promise<void> {
  await item(page, name).waitFor();
  if ((await item(page, name).getAttribute('aria-expanded')) === 'false') {
    await item(page, name).locator('.monaco-tl-twistie').click();
  }
}
