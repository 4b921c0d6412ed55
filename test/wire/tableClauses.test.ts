import { beforeAll, describe, expect, test } from 'vitest';
import { sqlStateOf } from '../support/sqlStateOf';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox();

async function rowsOf(sql: string): Promise<unknown[]> {
  return (await sandbox.query(sql)).rows;
}

async function namesOf(sql: string): Promise<string[]> {
  return (await sandbox.query(sql)).fields.map(({ name }) => name);
}

beforeAll(async () => {
  await sandbox.query(
    `CREATE TABLE sales AS
     SELECT * FROM VALUES ('n', 'a', 1, 10), ('n', 'b', 1, 20), ('n', 'a', 2, 30), ('s', 'a', 1, 40)
     AS t(region, item, quarter, amount)`,
  );
});

describe('PIVOT', () => {
  test('groups by what no aggregate names; null stands where a group lacks the value', async () => {
    const sql = `SELECT * FROM (SELECT region, quarter, amount FROM sales)
      PIVOT (sum(amount), count(amount) AS n FOR quarter IN (1, 2 AS second)) ORDER BY region`;
    expect(await namesOf(sql)).toEqual(['region', '1_sum(amount)', '1_n', 'second_sum(amount)', 'second_n']);
    expect(await rowsOf(sql)).toEqual([
      ['n', '30', '2', '30', '1'],
      ['s', '40', '1', null, null],
    ]);
  });

  test('by several columns, and under an alias', async () => {
    expect(
      await rowsOf(
        `SELECT p.region, p.north FROM sales
         PIVOT (max(amount) FOR (item, quarter) IN (('a', 1) AS north, ('b', 2) AS other)) AS p ORDER BY 1`,
      ),
    ).toEqual([
      ['n', '10'],
      ['s', '40'],
    ]);
  });

  test('of nothing else is one row', async () => {
    expect(
      await rowsOf(
        `SELECT * FROM (SELECT quarter, amount FROM sales) PIVOT (sum(amount) FOR quarter IN (1, 2))`,
      ),
    ).toEqual([['70', '30']]);
  });
});

describe('UNPIVOT', () => {
  test('makes rows of columns', async () => {
    expect(
      await rowsOf(
        `SELECT * FROM (SELECT region, quarter, amount FROM sales WHERE item = 'b')
         UNPIVOT (value FOR name IN (quarter, amount AS money))`,
      ),
    ).toEqual([
      ['n', 'quarter', '1'],
      ['n', 'money', '20'],
    ]);
  });

  test('makes rows of groups of columns', async () => {
    expect(
      await rowsOf(
        `SELECT * FROM (SELECT region, quarter, amount FROM sales WHERE item = 'b')
         UNPIVOT ((x, y) FOR name IN ((quarter, amount), (amount, quarter) AS turned))`,
      ),
    ).toEqual([
      ['n', 'quarter_amount', '1', '20'],
      ['n', 'turned', '20', '1'],
    ]);
  });
});

describe('order within partitions', () => {
  test('SORT BY and CLUSTER BY order the rows', async () => {
    expect(await rowsOf('SELECT amount FROM sales SORT BY amount DESC')).toEqual([
      ['40'],
      ['30'],
      ['20'],
      ['10'],
    ]);
    expect(await rowsOf('SELECT amount FROM sales CLUSTER BY amount')).toEqual([
      ['10'],
      ['20'],
      ['30'],
      ['40'],
    ]);
    expect(await rowsOf('SELECT amount FROM sales DISTRIBUTE BY region SORT BY amount LIMIT 1')).toEqual([
      ['10'],
    ]);
  });

  test('in a window they are its partition and order', async () => {
    expect(
      await rowsOf(
        `SELECT amount, row_number() OVER (DISTRIBUTE BY region SORT BY amount DESC) FROM sales ORDER BY amount`,
      ),
    ).toEqual([
      ['10', '3'],
      ['20', '2'],
      ['30', '1'],
      ['40', '1'],
    ]);
  });
});

describe('TABLESAMPLE', () => {
  test('takes some rows', async () => {
    expect(await rowsOf('SELECT * FROM sales TABLESAMPLE (2 ROWS) s')).toHaveLength(2);
    expect(await rowsOf('SELECT * FROM (SELECT * FROM sales) TABLESAMPLE (3 ROWS) AS s')).toHaveLength(3);
    expect(await rowsOf('SELECT count(*) FROM sales TABLESAMPLE (100 PERCENT)')).toEqual([['4']]);
    expect(await rowsOf('SELECT count(*) FROM sales TABLESAMPLE (0 PERCENT)')).toEqual([['0']]);
  });

  test('takes the same ones for the same seed', async () => {
    const sql = 'SELECT _id FROM ecommerce_events TABLESAMPLE (5 PERCENT) REPEATABLE (7) ORDER BY _id';
    const rows = await rowsOf(sql);
    expect(rows.length).toBeGreaterThan(20);
    expect(await rowsOf(sql)).toEqual(rows);
  });

  test('buckets are refused', async () => {
    expect(await sqlStateOf(sandbox, 'SELECT * FROM sales TABLESAMPLE (BUCKET 1 OUT OF 4)')).toBe('0A000');
  });
});

describe('generators', () => {
  test('give several columns in a list of columns', async () => {
    const sql = `SELECT region, posexplode(map('x', amount)) FROM sales WHERE item = 'b'`;
    expect(await namesOf(sql)).toEqual(['region', 'pos', 'key', 'value']);
    expect(await rowsOf(sql)).toEqual([['n', '0', 'x', '20']]);
    expect(await namesOf(`SELECT stack(2, 1, 'a', 2, 'b') AS (n, word)`)).toEqual(['n', 'word']);
    expect(await sqlStateOf(sandbox, 'SELECT posexplode(array(1)) AS x')).toBe('58000');
  });

  test('give several columns in a lateral view', async () => {
    expect(
      await rowsOf(
        `SELECT item, k, v, c FROM sales
         LATERAL VIEW explode(map('q', quarter)) m AS k, v
         LATERAL VIEW inline(array(struct(amount AS c))) i
         WHERE region = 's'`,
      ),
    ).toEqual([['a', 'q', '1', '40']]);
    expect(
      await rowsOf(
        `SELECT region, a, b FROM sales LATERAL VIEW json_tuple('{"a": 1, "b": "x"}', 'a', 'b') j AS a, b WHERE item = 'b'`,
      ),
    ).toEqual([['n', '1', 'x']]);
  });
});

test('a parameter of a lambda hides a column of its name', async () => {
  expect(
    await rowsOf(
      `SELECT transform(array(struct(1 AS amount)), item -> item.amount) FROM
         (SELECT struct(2 AS amount) AS item)`,
    ),
  ).toEqual([['{1}']]);
});

test('rows can be ordered by what is the same for all', async () => {
  expect(await rowsOf(`SELECT amount FROM sales ORDER BY 'same', amount DESC LIMIT 1`)).toEqual([['40']]);
});
