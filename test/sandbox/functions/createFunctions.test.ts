import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerFunction } from '../../../server/sandbox/functions/createFunctions';
import {
  nullableFunction,
  scalarFunction,
  sequenceFunction,
  variadicFunction,
} from '../../../server/sandbox/functions/scalarFunction';
import { binary, int, listOf, long, text } from '../../../server/sandbox/functions/valueKind';

let instance: DuckDBInstance;
let connection: DuckDBConnection;

beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:');
  connection = await instance.connect();
  for (const declared of [
    scalarFunction('twice', [long], long, (n) => n * 2n),
    nullableFunction('or_none', [text], text, (value) => value ?? 'none'),
    scalarFunction('checked', [int], int, (n) => {
      if (n === 7) throw new Error('seven is {refused}');
      return n;
    }),
    scalarFunction('swapped', [listOf(text)], listOf(text), (items) => items.toReversed()),
    scalarFunction('bytes_of', [text], binary, (value) => Buffer.from(value)),
    sequenceFunction('counted', [long], long, (part) => {
      let count = 1000n * BigInt(part);
      return (step = 1n) => (count += step);
    }),
    variadicFunction('types_of', text, (args) => args.map(({ type }) => type.toString()).join()),
  ]) {
    registerFunction(connection, declared);
  }
});

afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

async function rows(sql: string, on = connection) {
  return (await on.runAndReadAll(sql)).getRowsJson();
}

test('a null makes the result null, unless the function takes nulls', async () => {
  expect(
    await rows('SELECT twice(21), twice(NULL), or_none(NULL), or_none(x) FROM (VALUES (NULL)) AS t(x)'),
  ).toEqual([['42', null, 'none', 'none']]);
});

test('values are read and written in every form', async () => {
  expect(await rows(`SELECT swapped(['a', NULL, 'b']), bytes_of('ü'), swapped([])`)).toEqual([
    [['b', null, 'a'], '\\xC3\\xBC', []],
  ]);
});

test('the types of any arguments are known', async () => {
  expect(await rows(`SELECT types_of(1, 1.50, 'a', [1], {a: DATE '2024-01-01'}), types_of()`)).toEqual([
    ['INTEGER,DECIMAL(3,2),VARCHAR,INTEGER[],STRUCT("a" DATE)', ''],
  ]);
});

test('what a function throws is the error of the query, in plans as in rows', async () => {
  await expect(rows('SELECT checked(7)')).rejects.toThrow('seven is {refused}');
  await expect(rows('SELECT sum(checked(i::INTEGER)) FROM range(5000) AS t(i)')).rejects.toThrow(
    'seven is {refused}',
  );
  expect(await rows('SELECT checked(8)')).toEqual([[8]]);
});

test('many connections call functions at the same time', async () => {
  const sums = Array.from({ length: 8 }, async (_, at) => {
    const own = await instance.connect();
    const answer = await rows(`SELECT sum(twice(i + ${at})) FROM range(100000) AS t(i)`, own);
    own.closeSync();
    return answer[0]?.[0];
  });
  const expected = Array.from({ length: 8 }, (_, at) =>
    String(2n * (4_999_950_000n + 100_000n * BigInt(at))),
  );
  expect(await Promise.all(sums)).toEqual(expected);
});

test('a sequence goes on from row to row, and begins anew in the next query and for every call', async () => {
  const sql = 'SELECT counted(1), counted(2) FROM range(3)';
  for (let run = 0; run < 2; run++) {
    expect(await rows(sql)).toEqual([
      ['1', '2'],
      ['2', '4'],
      ['3', '6'],
    ]);
  }
});
