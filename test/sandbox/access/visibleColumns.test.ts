import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { visibleColumns } from '../../../server/sandbox/access/visibleColumns';
import { columnsOf } from '../../../server/sandbox/session/boundStatement';

const rows = `(SELECT 1 AS id, {a: 1, "B c": {x: 2, y: 3}} AS s,
  [{sku: 'k', deep: [{p: 1, q: 2}]}, NULL] AS l, MAP {'k': {v: 1}} AS m)`;

let instance: DuckDBInstance;
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:');
});
afterAll(() => instance.closeSync());

/** What is left of the row, as JSON. */
async function visible(...paths: readonly string[]): Promise<unknown> {
  const connection = await instance.connect();
  const described = await connection.prepare(`FROM ${rows}`);
  const columns = visibleColumns(
    columnsOf(described),
    paths.map((path) => ({ path, labels: ['C9'] })),
  );
  described.destroySync();
  if (columns === undefined) return undefined;
  const found = await connection.runAndReadAll(
    `SELECT to_json(r) FROM (SELECT ${columns} FROM ${rows}) AS r`,
  );
  connection.closeSync();
  return JSON.parse(found.getRows()[0]?.[0] as string) as unknown;
}

const s = { a: 1, 'B c': { x: 2, y: 3 } };
const l = [{ sku: 'k', deep: [{ p: 1, q: 2 }] }, null];
const m = { k: { v: 1 } };

test('nothing is hidden', async () => {
  expect(await visible()).toEqual({ id: 1, s, l, m });
  expect(await visible('/nothing', '/s/nothing')).toEqual({ id: 1, s, l, m });
});

test('columns and fields of structs, compared without case', async () => {
  expect(await visible('/ID', '/s/b C/X')).toEqual({ s: { a: 1, 'B c': { y: 3 } }, l, m });
});

test('a struct without fields is not there', async () => {
  expect(await visible('/s/a', '/s/B c/x', '/s/B c/y')).toEqual({ id: 1, l, m });
});

test('fields of structs in arrays; a null stays one', async () => {
  expect(await visible('/l/deep/q')).toEqual({ id: 1, s, l: [{ sku: 'k', deep: [{ p: 1 }] }, null], m });
  expect(await visible('/l/deep')).toEqual({ id: 1, s, l: [{ sku: 'k' }, null], m });
});

test('a map with something hidden in it is not there', async () => {
  expect(await visible('/m/v')).toEqual({ id: 1, s, l });
});

test('nothing is left', async () => {
  expect(await visible('/id', '/s', '/l', '/m')).toBeUndefined();
});
