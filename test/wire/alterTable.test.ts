import { beforeAll, describe, expect, test } from 'vitest';
import { sqlStateOf } from '../support/sqlStateOf';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox();
const codeOf = (sql: string): Promise<string | undefined> => sqlStateOf(sandbox, sql);

beforeAll(async () => {
  await sandbox.query(`CREATE TABLE orders AS SELECT 'o1' AS id, 'c1' AS customer, 2 AS items`);
  await sandbox.query(`CREATE TABLE customers AS SELECT 'c1' AS id, 'a@b.c' AS mail`);
});

describe('keys', () => {
  test('are listed with their namespaces', async () => {
    await sandbox.query(`ALTER TABLE customers ADD CONSTRAINT PRIMARY KEY (ID) NAMESPACE 'ECID'`);
    await sandbox.query('ALTER TABLE orders ADD CONSTRAINT FOREIGN KEY (customer) REFERENCES customers (id)');
    await sandbox.query('ALTER TABLE orders ADD PRIMARY KEY (id, customer) NOT ENFORCED');
    const primary = await sandbox.query('SHOW PRIMARY KEYS');
    expect(primary.fields.map(({ name }) => name)).toEqual([
      'tableName',
      'columnName',
      'datatype',
      'namespace',
    ]);
    expect(primary.rows).toEqual([
      ['customers', 'id', 'text', '"ECID"'],
      ['orders', 'id', 'text', null],
      ['orders', 'customer', 'text', null],
    ]);
    expect((await sandbox.query('SHOW FOREIGN KEYS')).rows).toEqual([
      ['orders', 'customer', 'text', 'customers', 'id', null],
    ]);
  });

  test('a table has one primary key, and it can be dropped', async () => {
    await sandbox.query('ALTER TABLE orders ADD CONSTRAINT PRIMARY KEY (id) NAMESPACE order_id');
    expect((await sandbox.query('SHOW PRIMARY KEYS')).rows).toEqual([
      ['customers', 'id', 'text', '"ECID"'],
      ['orders', 'id', 'text', '"order_id"'],
    ]);
    await sandbox.query('ALTER TABLE orders DROP CONSTRAINT PRIMARY KEY (id)');
    await sandbox.query('ALTER TABLE orders DROP CONSTRAINT FOREIGN KEY (customer)');
    expect((await sandbox.query('SHOW PRIMARY KEYS')).rows).toHaveLength(1);
    expect((await sandbox.query('SHOW FOREIGN KEYS')).rows).toEqual([]);
  });

  test('what is wrong is told', async () => {
    expect(await codeOf('ALTER TABLE orders ADD CONSTRAINT PRIMARY KEY (id)')).toBe('42601');
    expect(await codeOf('ALTER TABLE orders ADD PRIMARY KEY (nosuch) NOT ENFORCED')).toBe('42703');
    expect(await codeOf('ALTER TABLE nosuch ADD PRIMARY KEY (id) NOT ENFORCED')).toBe('42P01');
    expect(await codeOf('ALTER TABLE orders ADD FOREIGN KEY (id) REFERENCES nosuch (id) NOT ENFORCED')).toBe(
      '42P01',
    );
    expect(await codeOf('ALTER TABLE orders RENAME TO bills')).toBe('0A000');
  });
});

describe('identities', () => {
  test('there is one primary identity', async () => {
    await sandbox.query(`ALTER TABLE customers ADD CONSTRAINT PRIMARY IDENTITY (id) NAMESPACE 'CRMID'`);
    await sandbox.query(`ALTER TABLE customers ADD CONSTRAINT IDENTITY (mail) NAMESPACE 'Email'`);
    expect(
      await codeOf(`ALTER TABLE customers ADD CONSTRAINT PRIMARY IDENTITY (mail) NAMESPACE 'Email'`),
    ).toBe('42P16');
    await sandbox.query('ALTER TABLE customers DROP CONSTRAINT PRIMARY IDENTITY (id)');
    expect(
      await codeOf(`ALTER TABLE customers ADD CONSTRAINT PRIMARY IDENTITY (mail) NAMESPACE 'Email'`),
    ).toBeUndefined();
  });

  test('the schema of a table is changed only where no other table has it', async () => {
    const client = await sandbox.connect();
    await client.query('SET aqp = true');
    await client.query('ANALYZE TABLE customers TABLESAMPLE SAMPLERATE 100');
    await client.end();
    expect(await codeOf(`ALTER TABLE customers ADD CONSTRAINT IDENTITY (id) NAMESPACE 'CRMID'`)).toBe(
      '42P16',
    );
  });
});

describe('columns', () => {
  test('new ones are null in the rows that there are', async () => {
    await sandbox.query(
      'ALTER TABLE orders ADD COLUMN price double precision, note varchar(20), day date, at datetime, small tinyint',
    );
    const { fields, rows } = await sandbox.query('SELECT * FROM orders');
    expect(fields.map(({ name }) => name)).toEqual([
      'id',
      'customer',
      'items',
      'price',
      'note',
      'day',
      'at',
      'small',
    ]);
    expect(rows).toEqual([['o1', 'c1', '2', null, null, null, null, null]]);
    await sandbox.query(
      `INSERT INTO orders SELECT 'o2', 'c1', 1, 2.5, 'gift', DATE '2026-01-02', TIMESTAMP '2026-01-02 03:04:05', 7`,
    );
    expect((await sandbox.query(`SELECT price, small FROM orders WHERE note = 'gift'`)).rows).toEqual([
      ['2.5', '7'],
    ]);
  });

  test('a name is taken once', async () => {
    expect(await codeOf('ALTER TABLE orders ADD COLUMN Items bigint')).toBe('42701');
    expect(await codeOf('ALTER TABLE orders ADD COLUMN a int, A int')).toBe('42701');
    expect((await sandbox.query('SELECT * FROM orders LIMIT 1')).fields).toHaveLength(8);
  });
});
