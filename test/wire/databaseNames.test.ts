import { beforeAll, describe, expect, test } from 'vitest';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox();

async function rowsOf(database: string, sql: string): Promise<unknown[]> {
  const client = await sandbox.connect({ database });
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  await sandbox.query(
    `CREATE TABLE orders AS
     SELECT 1 AS id, struct(struct(2.5D AS priceTotal) AS \`order\`, array(3) AS lines) AS commerce`,
  );
  await sandbox.query(
    'CREATE VIEW totals AS SELECT id, struct(commerce.order.priceTotal AS total) AS sums FROM orders',
  );
  await sandbox.query('CREATE DATABASE shop');
  await sandbox.query('CREATE SCHEMA shop.now');
});

describe('?FLATTEN', () => {
  test('makes columns of the fields of structs', async () => {
    const client = await sandbox.connect({ database: 'prod:all?FLATTEN' });
    const { fields, rows } = await client.query({ text: 'SELECT * FROM orders', rowMode: 'array' });
    expect(fields.map(({ name }) => name)).toEqual(['id', 'commerce.order.priceTotal', 'commerce.lines']);
    expect(rows).toEqual([['1', '2.5', '{3}']]);
    await client.end();
  });

  test('the columns have their types, also in a range of snapshots and of a view', async () => {
    const flat = 'prod:all?flatten';
    const sum = 'SELECT SUM("commerce.order.priceTotal") * 2 FROM orders';
    expect(await rowsOf(flat, `${sum} WHERE "commerce.order.priceTotal" > 0`)).toEqual([['5.0']]);
    expect(await rowsOf(flat, `${sum} SNAPSHOT BETWEEN 'HEAD' AND 'TAIL'`)).toEqual([['5.0']]);
    expect(await rowsOf(flat, 'SELECT "sums.total" FROM totals')).toEqual([['2.5']]);
  });

  test('is asked for by name only', async () => {
    await expect(
      rowsOf('prod:all', 'SELECT t."commerce.order.priceTotal" FROM orders t'),
    ).rejects.toMatchObject({
      code: expect.stringMatching(/^(42703|58000)$/) as unknown,
    });
  });
});

describe('names of groups', () => {
  test('are taken when there are such', async () => {
    expect(await rowsOf('prod:shop', 'SELECT id FROM orders')).toEqual([['1']]);
    expect(await rowsOf('prod:shop.now', 'SELECT id FROM orders')).toEqual([['1']]);
    await expect(rowsOf('prod:shop.later', 'SELECT 1')).rejects.toMatchObject({ code: '42P12' });
  });
});
