import Cursor from 'pg-cursor';
import { expect, test } from 'vitest';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox();

test.each([
  ['CAST(9223372036854775807 AS bigint)', 20, '9223372036854775807'],
  ['CAST(1 AS int)', 23, '1'],
  ['CAST(1 AS smallint)', 21, '1'],
  ['CAST(12345678901234567890.12 AS decimal(38,2))', 1700, '12345678901234567890.12'],
  ['CAST(0.1 AS double)', 701, '0.1'],
  ['CAST(2 AS double)', 701, '2.0'],
  ['CAST(1e20 AS double)', 701, '1.0E20'],
  ['CAST(0.1 AS float)', 700, '0.1'],
  ['true', 16, 't'],
  [`'ä'`, 25, 'ä'],
  [`''`, 25, ''],
  [`CAST('2024-02-29' AS date)`, 1082, '2024-02-29'],
  [`CAST('2022-09-02 19:47:14' AS timestamp)`, 1114, '2022-09-02 19:47:14.0'],
  [`CAST('2022-09-02 19:47:14.123456' AS timestamp)`, 1114, '2022-09-02 19:47:14.123456'],
  [`CAST('1969-12-31 23:59:59.5' AS timestamp)`, 1114, '1969-12-31 23:59:59.5'],
])('%s', async (expression, oid, text) => {
  const { fields, rows } = await sandbox.query(`SELECT ${expression} AS x, NULL AS y`);
  expect(fields[0]).toMatchObject({ name: 'x', dataTypeID: oid });
  expect(rows).toEqual([[text, null]]);
});

test('a sum of whole numbers is a bigint', async () => {
  const { fields, rows } = await sandbox.query('SELECT sum(1) AS n FROM ecommerce_events');
  expect([fields[0]?.dataTypeID, rows]).toEqual([20, [['2000']]]);
});

test('parameters take the type that the statement expects', async () => {
  const { rows } = await sandbox.query(
    'SELECT count(*) FROM ecommerce_events WHERE timestamp > $1 AND eventType = $2',
    ['2026-08-09T00:00:00Z', 'directMarketing.emailSent'],
  );
  expect(Number(rows[0]?.[0])).toBeGreaterThan(500);
  expect((await sandbox.query('SELECT $1 AS a, $2 AS b', ['x', null])).rows).toEqual([['x', null]]);
});

test.each([
  ['n * $1', '3', '15'],
  ['n * $1 + $1', '1.5', '9.0'],
  ['$1 - price', '3', '1.50'],
  ['sum(n) OVER () * $1', '2', '10'],
  ['n DIV $1', '2', '2'],
  ['day + $1', '2', '2024-01-03'],
  ['-$1', '7', '-7'],
  ['round(2.345D, $1)', '2', '2.35'],
  ['abs($1)', '-3', '3'],
])('%s with a parameter of no declared type', async (expression, value, expected) => {
  const { rows } = await sandbox.query(
    `SELECT ${expression} FROM VALUES (5, 1.50BD, DATE '2024-01-01') AS t(n, price, day)`,
    [value],
  );
  expect(rows).toEqual([[expected]]);
});

test('a cursor gives page after page, and all rows once', async () => {
  const client = await sandbox.connect();
  const cursor = client.query(new Cursor('SELECT _id FROM ecommerce_events'));
  const ids = new Set<string>();
  const sizes: number[] = [];
  for (let rows = await cursor.read(900); rows.length > 0; rows = await cursor.read(900)) {
    sizes.push(rows.length);
    for (const row of rows as { _id: string }[]) ids.add(row._id);
  }
  expect(sizes).toEqual([900, 900, 200]);
  expect(ids.size).toBe(2000);
  await cursor.close();
  await client.end();
});

test('a cursor can be closed before its end, and the session goes on', async () => {
  const client = await sandbox.connect();
  const cursor = client.query(new Cursor('SELECT a._id FROM ecommerce_events a, ecommerce_events b'));
  expect(await cursor.read(10)).toHaveLength(10);
  await cursor.close();
  expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: '1' }]);
  await client.end();
});

test('an empty text is answered', async () => {
  const client = await sandbox.connect();
  expect((await client.query('')).rows).toEqual([]);
  await client.end();
});
