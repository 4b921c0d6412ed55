import { DuckDBInstance } from '@duckdb/node-api';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answerFileDialog, openFile, runPaletteCommand } from '../tools/workbench.mjs';
import { openWorkbench } from './support/openWorkbench';
import { resultOf } from './support/resultsPanel';

const workbench = openWorkbench({
  'events.fsql': 'SELECT _id, timestamp, _acme FROM ecommerce_events',
});

test('the whole result is exported as Parquet, not the rows shown', async () => {
  const { page, folder } = workbench();
  await openFile(page, 'events.fsql');
  expect(await resultOf(page, () => page.keyboard.press('Control+Enter'))).toBe('done');
  const file = join(folder, 'whole.parquet');
  await runPaletteCommand(page, 'Feature SQL: Export Result...');
  await answerFileDialog(page, file);
  await page.locator('.notification-toast', { hasText: 'Exported to whole.parquet: 20,000 rows' }).waitFor();
  expect(await readBack(`SELECT count(*), count(DISTINCT _id), count(_acme.user_id) FROM '${file}'`)).toEqual(
    [['20000', '20000', '20000']],
  );
  expect(await readBack(`SELECT DISTINCT typeof(timestamp), typeof(_acme) FROM '${file}'`)).toEqual([
    ['TIMESTAMP', 'STRUCT(user_id VARCHAR)'],
  ]);
});

test('the training set goes from its lens straight into a CSV file', async () => {
  const { page, folder } = workbench();
  await openFile(page, 'training_set.fsql');
  const file = join(folder, 'training.csv');
  await page.locator('.codelens-decoration a', { hasText: 'Export' }).first().click();
  await answerFileDialog(page, file);
  await page.locator('.notification-toast', { hasText: 'Exported to training.csv' }).waitFor();
  const [row] = await readBack(
    `SELECT count(*) > 100, count(*) = count(DISTINCT userId || timestamp), min(subscriptionOccurred) FROM read_csv('${file}', all_varchar = true)`,
  );
  expect(row).toEqual(['true', 'true', '0']);
});

/** Rows as text, by a DuckDB of the test's own. */
async function readBack(sql: string): Promise<string[][]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const rows = (await connection.runAndReadAll(sql)).getRows();
    return rows.map((row) => row.map(String));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
