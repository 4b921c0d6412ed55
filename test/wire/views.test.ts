import { beforeAll, describe, expect, test } from 'vitest';
import { sqlStateOf } from '../support/sqlStateOf';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox();
const codeOf = (sql: string): Promise<string | undefined> => sqlStateOf(sandbox, sql);

beforeAll(async () => {
  await sandbox.query(`CREATE TABLE letters AS SELECT * FROM VALUES (1, 'a'), (2, 'b') AS t(id, word)`);
});

describe('views', () => {
  test('can name their columns', async () => {
    await sandbox.query('CREATE VIEW named (number, text) AS SELECT id, word FROM letters');
    expect((await sandbox.query('SELECT number FROM named WHERE text = "b"')).rows).toEqual([['2']]);
    expect(await codeOf('CREATE VIEW short (number) AS SELECT id, word FROM letters')).toBe('42P16');
  });

  test('are replaced where they are', async () => {
    await sandbox.query('CREATE DATABASE mail');
    await sandbox.query('CREATE SCHEMA mail.now');
    await sandbox.query('CREATE VIEW mail.now.recent AS SELECT id FROM letters');
    await sandbox.query('CREATE OR REPLACE VIEW recent AS SELECT word FROM letters');
    expect((await sandbox.query('SELECT * FROM mail.now.recent ORDER BY 1')).rows).toEqual([['a'], ['b']]);
  });

  test('temporary ones belong to the session, and hide others', async () => {
    const client = await sandbox.connect();
    await client.query('CREATE TEMP VIEW letters AS SELECT 7 AS id');
    const read = async (): Promise<unknown[]> =>
      (await client.query({ text: 'SELECT id FROM letters', rowMode: 'array' })).rows;
    expect(await read()).toEqual([['7']]);
    await expect(client.query('CREATE TEMP VIEW letters AS SELECT 8 AS id')).rejects.toMatchObject({
      code: '42P07',
    });
    await client.query('CREATE OR REPLACE TEMP VIEW letters AS SELECT 8 AS id');
    expect(await read()).toEqual([['8']]);
    await client.query('DROP VIEW letters');
    expect(await read()).toEqual([['1'], ['2']]);
    await client.end();
  });

  test('TABLE is all of a table', async () => {
    expect((await sandbox.query('TABLE letters')).rows).toHaveLength(2);
    expect((await sandbox.query('WITH w AS (SELECT 5 AS n) TABLE w')).rows).toEqual([['5']]);
  });
});

describe('audiences', () => {
  test('are made of a query, filled further, and dropped', async () => {
    const made = await sandbox.query(
      `CREATE AUDIENCE readers WITH (primary_identity = word, identity_namespace = lumaCrmId) AS
       SELECT word, id FROM letters WHERE id = 1`,
    );
    expect(made.command).toBe('CREATE');
    await sandbox.query('INSERT INTO AUDIENCE readers SELECT word, id FROM letters WHERE id = 2');
    expect((await sandbox.query('SELECT word FROM readers ORDER BY id')).rows).toEqual([['a'], ['b']]);
    expect(await codeOf('DROP AUDIENCE letters')).toBe('42P01');
    await sandbox.query('DROP AUDIENCE IF EXISTS readers');
    expect(await codeOf('SELECT * FROM readers')).toBe('42P01');
    expect(await codeOf('DROP AUDIENCE readers')).toBe('42P01');
  });

  test('are written anew, also from the profiles that they had', async () => {
    await sandbox.query(
      `CREATE AUDIENCE writers WITH (primary_identity = word, identity_namespace = ECID) AS SELECT word, id FROM letters`,
    );
    await sandbox.query('INSERT OVERWRITE INTO writers SELECT word, id + 10 FROM writers WHERE id = 1');
    expect((await sandbox.query('SELECT word, id FROM writers')).rows).toEqual([['a', '11']]);
    expect(await codeOf('INSERT OVERWRITE INTO letters SELECT * FROM letters')).toBe('0A000');
    await sandbox.query('DROP AUDIENCE writers');
  });

  test('need their primary identity', async () => {
    const create = (options: string): string =>
      `CREATE AUDIENCE nobody WITH (${options}) AS SELECT word FROM letters`;
    expect(await codeOf(create('primary_identity = word'))).toBe('42601');
    expect(await codeOf(create('primary_identity = nosuch, identity_namespace = ECID'))).toBe('42703');
    expect(await codeOf('SELECT * FROM nobody')).toBe('42P01');
  });
});

describe('snapshots that are gone', () => {
  test('start with the first one when the session says so', async () => {
    const client = await sandbox.connect();
    const count = 'SELECT count(*) AS n FROM letters SNAPSHOT SINCE 123';
    await expect(client.query(count)).rejects.toMatchObject({ code: '58000' });
    await client.query('SET resolve_fallback_snapshot_on_failure = true');
    expect((await client.query(count)).rows).toEqual([{ n: '2' }]);
    await expect(client.query('SELECT * FROM letters SNAPSHOT AS OF 123')).rejects.toMatchObject({
      code: '58000',
    });
    await client.end();
  });
});
