import { expect, test } from 'vitest';
import { acceptSuggestion, editorText, goTo, openFile, suggestions, until } from '../tools/workbench.mjs';
import { openWorkbench } from './support/openWorkbench';

const workbench = openWorkbench({
  'typing.fsql': 'SELECT \nFROM ecommerce_events\n',
  'wrong.fsql': 'SELECT eventTyp FROM ecommerce_events;\n',
});

test('a nested column is completed step by step while typing', async () => {
  const { page } = workbench();
  await openFile(page, 'typing.fsql');
  await goTo(page, 1, 8);
  await page.keyboard.type('_ac');
  await acceptSuggestion(page, '_acme');
  await page.keyboard.type('.');
  expect(await suggestions(page, 'user_id')).toContain('user_id');
  await acceptSuggestion(page, 'user_id');
  expect(await editorText(page)).toContain('SELECT _acme.user_id\n');
});

test('a column that does not exist is marked, and its name is told', async () => {
  const { page } = workbench();
  await openFile(page, 'wrong.fsql');
  await page.locator('.squiggly-error').first().waitFor();
  await page.keyboard.press('Control+Shift+M');
  const problem = page.locator('.markers-panel .monaco-list-row', { hasText: 'eventTyp' }).last();
  await problem.waitFor();
  expect(await problem.innerText()).toMatch(/eventTyp\b.*feature-sql/s);
});

test('the mark goes away when the name is put right', async () => {
  const { page } = workbench();
  await openFile(page, 'wrong.fsql');
  await goTo(page, 1, 'SELECT eventTyp'.length + 1);
  await page.keyboard.type('e');
  await page.keyboard.press('Escape');
  await until('no mark', async () => (await page.locator('.squiggly-error').count()) === 0);
});
