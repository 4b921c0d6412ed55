import { expect, test } from 'vitest';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox({ rowCap: 300 });

test.each([
  ['SELECT _id FROM ecommerce_events', 300],
  ['SELECT _id FROM ecommerce_events ORDER BY _id', 300],
  ['SELECT _id FROM ecommerce_events LIMIT 500', 500],
  ['SELECT _id FROM ecommerce_events LIMIT 0', 2000],
  ['SELECT count(*) FROM (SELECT * FROM ecommerce_events)', 1],
])('%s', async (sql, rows) => {
  expect((await sandbox.query(sql)).rows).toHaveLength(rows);
});

test('a table of a query gets all its rows', async () => {
  await sandbox.query('CREATE TABLE all_ids AS SELECT _id FROM ecommerce_events');
  expect((await sandbox.query('SELECT count(*) FROM all_ids')).rows).toEqual([['2000']]);
});
