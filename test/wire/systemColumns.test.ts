import { beforeAll, describe, expect, test } from 'vitest';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox();

describe("the Platform's own columns", () => {
  beforeAll(async () => {
    await sandbox.query(
      `CREATE TABLE visits AS SELECT 1 AS id, timestamp '2026-03-04 05:06:07' AS timestamp`,
    );
    await sandbox.query(`INSERT INTO visits SELECT 2, timestamp '2026-03-05 00:00:00'`);
  });

  test('are left out by a star, and there when they are named', async () => {
    expect((await sandbox.query('SELECT * FROM visits')).fields.map(({ name }) => name)).toEqual([
      'id',
      'timestamp',
    ]);
    const { rows } = await sandbox.query(`SELECT id FROM visits WHERE _ACP_DATE >= '2026-03-05'`);
    expect(rows).toEqual([['2']]);
    const starred = await sandbox.query(`SELECT * FROM visits WHERE _acp_date = '2026-03-04'`);
    expect(starred.fields.map(({ name }) => name)).toEqual(['id', 'timestamp']);
    expect(starred.rows).toHaveLength(1);
  });

  test('tell the batch of a row: one for each write', async () => {
    const { rows } = await sandbox.query(
      `SELECT id, _acp_batchid, _acp_system_metadata.commitBatchId, _acp_system_metadata.isDeleted,
        _acp_system_metadata.rowId LIKE concat(_acp_batchid, '-%;')
       FROM visits ORDER BY id`,
    );
    const [[, first], [, second]] = rows as [string[], string[]];
    expect(rows).toEqual([
      ['1', first, first, 'f', 't'],
      ['2', second, second, 'f', 't'],
    ]);
    expect(first).toMatch(/^01[0-9A-F]{24}$/);
    expect(second).not.toBe(first);
  });

  test('are in a star when the session asks for it', async () => {
    const client = await sandbox.connect();
    await client.query('SET drop_system_columns=false');
    const { fields } = await client.query('SELECT * FROM visits');
    expect(fields.map(({ name }) => name)).toEqual([
      'id',
      'timestamp',
      '_acp_system_metadata',
      '_ACP_BATCHID',
    ]);
    const { rows } = await client.query(
      'SELECT count(*) AS n FROM visits SNAPSHOT AS OF TAIL WHERE _acp_batchid IS NOT NULL',
    );
    expect(rows).toEqual([{ n: '2' }]);
    await client.end();
  });
});
