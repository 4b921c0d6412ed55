import { existsSync, mkdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Row } from '../../../server/protocol/engine';
import { ResultStore } from '../../../server/engine/store/resultStore';
import { resultTypeOf, type ValueKind } from '../../../server/engine/values/resultType';

let store: ResultStore;
beforeAll(async () => {
  store = await ResultStore.open();
});
afterAll(() => store.close());

function column(name: string, dataTypeID: number, dataTypeModifier = -1): ValueKind {
  return resultTypeOf({ name, dataTypeID, dataTypeModifier }, new Map()).values;
}

async function roundTrip(columns: readonly ValueKind[], rows: readonly Row[]): Promise<readonly Row[]> {
  const result = await store.newResult(columns);
  await result.append(rows);
  const page = await result.page(0, rows.length);
  await result.drop();
  return page;
}

const decimal38x10 = ((38 << 16) | 10) + 4;

test('values are held exactly', async () => {
  const columns = [
    column('long', 20),
    column('decimal', 1700, decimal38x10),
    column('at', 1114),
    column('zoned', 1184),
    column('day', 1082),
    column('double', 701),
    column('float', 700),
    column('flag', 16),
    column('text', 25),
    column('nested', 114),
  ];
  expect(
    await roundTrip(columns, [
      [
        '9007199254740993',
        '-1234567890123456789012345678.0123456789',
        '2024-01-15 12:34:56.789123',
        '2024-01-15 14:34:56.5+02',
        '0044-03-15',
        '0.1',
        '0.1',
        't',
        'ü😀',
        '{"id":9007199254740993}',
      ],
      [
        '-9223372036854775808',
        '0.5',
        '1969-12-31 23:59:59.0',
        '2024-01-15 12:00:00+00',
        null,
        'NaN',
        '-Infinity',
        'f',
        '',
        null,
      ],
      Array.from(columns, () => null),
    ]),
  ).toEqual([
    [
      '9007199254740993',
      '-1234567890123456789012345678.0123456789',
      '2024-01-15 12:34:56.789123',
      '2024-01-15 12:34:56.5+00',
      '0044-03-15',
      '0.1',
      '0.1',
      'true',
      'ü😀',
      '{"id":9007199254740993}',
    ],
    [
      '-9223372036854775808',
      '0.5000000000',
      '1969-12-31 23:59:59',
      '2024-01-15 12:00:00+00',
      null,
      'NaN',
      '-Infinity',
      'false',
      '',
      null,
    ],
    Array.from(columns, () => null),
  ]);
});

test('a value that the type cannot hold makes the column one of texts, with earlier values kept', async () => {
  const result = await store.newResult([
    column('at', 1114),
    column('n', 1700, ((4 << 16) | 2) + 4),
    column('id', 23),
  ]);
  await result.append([['2024-01-15 12:34:56', '12.34', '1']]);
  await result.append([['infinity', 'NaN', '2']]);
  await result.append([['2024-01-16 00:00:00', '0.50', '3']]);
  expect(await result.page(0, 10)).toEqual([
    ['2024-01-15 12:34:56', '12.34', '1'],
    ['infinity', 'NaN', '2'],
    ['2024-01-16 00:00:00', '0.50', '3'],
  ]);
  expect([0, 1, 2].map((index) => result.isText(index))).toEqual([true, true, false]);
});

test('a page in the middle of many rows', async () => {
  const result = await store.newResult([column('n', 20)]);
  const rows = Array.from({ length: 10_000 }, (_, index) => [String(index)]);
  for (let start = 0; start < rows.length; start += 1000)
    await result.append(rows.slice(start, start + 1000));
  expect(result.rowCount).toBe(10_000);
  expect(await result.page(5_000, 3)).toEqual([['5000'], ['5001'], ['5002']]);
  expect(await result.page(9_999, 3)).toEqual([['9999']]);
  expect(await result.page(20_000, 3)).toEqual([]);
});

test('rows without columns are counted', async () => {
  const result = await store.newResult([]);
  await result.append([[], []]);
  expect(result.rowCount).toBe(2);
  expect(await result.page(0, 10)).toEqual([[], []]);
});

test('the folder goes with the store, and so does one that a killed process left', async () => {
  const abandoned = join(tmpdir(), 'feature-sql-results-999999999-left');
  mkdirSync(abandoned, { recursive: true });
  const other = await ResultStore.open();
  expect(existsSync(abandoned)).toBe(false);
  const own = async () =>
    (await readdir(tmpdir())).filter((name) => name.startsWith(`feature-sql-results-${process.pid}-`));
  const before = await own();
  await other.close();
  expect(await own()).toHaveLength(before.length - 1);
});
