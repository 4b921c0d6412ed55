import { beforeAll, describe, expect, test } from 'vitest';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox();

beforeAll(async () => {
  await sandbox.query(
    `CREATE TABLE visits AS
     SELECT * FROM VALUES (1, 'a', struct(2.0D AS price, 'x' AS kind), array(1)),
       (3, 'b', struct(4.0D AS price, 'x' AS kind), array(1)),
       (NULL, 'b', NULL, NULL) AS t(n, word, item, list)`,
  );
});

describe('ANALYZE TABLE COMPUTE STATISTICS', () => {
  test('gives the name of a temporary table with a row for each column', async () => {
    const client = await sandbox.connect();
    const made = await client.query('ANALYZE TABLE visits COMPUTE STATISTICS');
    expect(made.rows).toEqual([{ 'Statistics ID': 'visits_stats_1' }]);
    const { rows } = await client.query({ text: 'SELECT * FROM visits_stats_1', rowMode: 'array' });
    const deviation = String(Math.SQRT2);
    expect(rows).toEqual([
      ['n', '2.0', '3.0', '1.0', deviation, '2', '1', 'int'],
      ['word', '0.0', '0.0', '0.0', '0.0', '2', '0', 'string'],
      ['item.price', '3.0', '4.0', '2.0', deviation, '2', '1', 'double'],
      ['item.kind', '0.0', '0.0', '0.0', '0.0', '1', '1', 'string'],
    ]);
    await client.query('ANALYZE TABLE visits COMPUTE STATISTICS');
    expect((await client.query('SELECT * FROM visits_stats_2')).rowCount).toBe(4);
    await client.end();
    await expect(sandbox.query('SELECT * FROM visits_stats_1')).rejects.toMatchObject({ code: '42P01' });
  });

  test('of some columns and rows, under a name, and listed', async () => {
    const client = await sandbox.connect();
    const made = await client.query(
      'ANALYZE TABLE visits FILTERCONTEXT (n > 1) COMPUTE STATISTICS FOR COLUMNS (item, n) AS few',
    );
    expect(made.rows).toEqual([{ 'Statistics ID': 'SUCCESSFULLY COMPLETED, few' }]);
    const few = 'SELECT columnName, mean FROM few';
    expect((await client.query({ text: few, rowMode: 'array' })).rows).toEqual([
      ['item.price', '4.0'],
      ['item.kind', '0.0'],
      ['n', '3.0'],
    ]);
    const listed = await client.query({ text: 'SHOW STATISTICS', rowMode: 'array' });
    expect(listed.fields.map(({ name }) => name)).toEqual([
      'statsId',
      'tableName',
      'columnSet',
      'filterContext',
      'timestamp',
    ]);
    expect((listed.rows as string[][])[0]?.slice(0, 4)).toEqual(['few', 'visits', '(item, n)', '(n > 1)']);
    expect((listed.rows as string[][])[0]?.[4]).toMatch(/^\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d$/);
    expect((await client.query('SHOW STATISTICS FOR few')).rows).toHaveLength(3);
    await client.end();
  });

  test('arrays are left out, or refused when the session says so', async () => {
    const client = await sandbox.connect();
    await client.query('SET skip_stats_for_complex_datatypes = false');
    await expect(client.query('ANALYZE TABLE visits COMPUTE STATISTICS')).rejects.toMatchObject({
      code: '0A000',
    });
    await client.query('ANALYZE TABLE visits COMPUTE STATISTICS FOR COLUMNS (n)');
    await expect(
      client.query('ANALYZE TABLE visits COMPUTE STATISTICS FOR COLUMNS (nosuch)'),
    ).rejects.toMatchObject({ code: '42703' });
    await client.end();
  });
});
