import { describe, expect, test } from 'vitest';
import { sqlStateOf } from '../support/sqlStateOf';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox();
const codeOf = (sql: string): Promise<string | undefined> => sqlStateOf(sandbox, sql);

describe('databases and schemas', () => {
  test('are made once, and listed', async () => {
    await sandbox.query('CREATE DATABASE Marketing');
    expect(await codeOf('CREATE DATABASE marketing')).toBe('42P04');
    await sandbox.query('CREATE DATABASE IF NOT EXISTS marketing');
    await sandbox.query('CREATE SCHEMA marketing.mail');
    expect(await codeOf('CREATE SCHEMA marketing.mail')).toBe('42P06');
    expect(await codeOf('CREATE SCHEMA nosuch.mail')).toBe('3D000');
    expect(await codeOf('CREATE SCHEMA mail')).toBe('42601');
    expect((await sandbox.query('SHOW DATABASES')).rows).toEqual([['all'], ['marketing']]);
    expect((await sandbox.query('SHOW SCHEMAS')).rows).toEqual([
      ['all', 'public'],
      ['marketing', 'mail'],
    ]);
  });

  test('a table that is made in a schema is found there and in the whole', async () => {
    await sandbox.query('CREATE TABLE marketing.mail.letters AS SELECT 1 AS id');
    await sandbox.query('INSERT INTO marketing.mail.letters SELECT 2');
    expect((await sandbox.query('SELECT id FROM marketing.mail.letters ORDER BY id')).rows).toEqual([
      ['1'],
      ['2'],
    ]);
    expect((await sandbox.query('SELECT count(*) FROM letters')).rows).toEqual([['2']]);
    expect(await codeOf('SELECT * FROM marketing.other.letters')).toBe('42P01');
    expect(await codeOf('CREATE TABLE marketing.nosuch.more AS SELECT 1 AS id')).toBe('3F000');
    expect(await codeOf('SELECT * FROM more')).toBe('42P01');
  });

  test('a table or view enters and leaves a schema', async () => {
    await sandbox.query('CREATE TABLE notes AS SELECT 1 AS id');
    await sandbox.query('CREATE VIEW short_notes AS SELECT id FROM notes');
    await sandbox.query('ALTER TABLE notes ADD SCHEMA marketing.mail');
    await sandbox.query('ALTER VIEW short_notes SET SCHEMA marketing.mail');
    expect((await sandbox.query('SELECT * FROM marketing.mail.short_notes')).rows).toEqual([['1']]);
    const { fields, rows } = await sandbox.query("SHOW DATAGROUPS FOR 'notes'");
    expect(fields.map(({ name }) => name)).toEqual([
      'Database',
      'Schema',
      'GroupType',
      'ChildType',
      'ChildName',
      'ChildId',
    ]);
    expect(rows.map((row) => (row as string[]).slice(0, 5))).toEqual([
      ['all', 'public', 'ADLS', 'Data Lake Table', 'notes'],
      ['marketing', 'mail', 'ADLS', 'Data Lake Table', 'notes'],
    ]);
    await sandbox.query('ALTER TABLE marketing.mail.notes REMOVE SCHEMA marketing.mail');
    expect(await codeOf('SELECT * FROM marketing.mail.notes')).toBe('42P01');
    expect(await codeOf('SELECT * FROM notes')).toBeUndefined();
    expect(await codeOf('ALTER TABLE notes ADD SCHEMA marketing.nosuch')).toBe('3F000');
  });

  test('a table in several schemas is dropped from one of them only', async () => {
    await sandbox.query('CREATE SCHEMA marketing.web');
    await sandbox.query('ALTER TABLE letters ADD SCHEMA marketing.web');
    await sandbox.query('DROP TABLE marketing.web.letters');
    expect(await codeOf('SELECT * FROM marketing.web.letters')).toBe('42P01');
    expect(await codeOf('SELECT * FROM letters')).toBeUndefined();
    await sandbox.query('DROP TABLE marketing.mail.letters');
    expect(await codeOf('SELECT * FROM letters')).toBe('42P01');
  });

  test('a group that is in use is dropped with CASCADE only, and its tables stay', async () => {
    await sandbox.query('CREATE TABLE marketing.mail.kept AS SELECT 1 AS id');
    expect(await codeOf('DROP SCHEMA marketing.mail')).toBe('2BP01');
    expect(await codeOf('DROP DATABASE marketing')).toBe('2BP01');
    await sandbox.query('DROP SCHEMA marketing.mail CASCADE');
    expect(await codeOf('SELECT * FROM kept')).toBeUndefined();
    await sandbox.query('DROP DATABASE marketing');
    expect(await codeOf('DROP DATABASE marketing')).toBe('3D000');
    expect(await codeOf('DROP SCHEMA marketing.mail')).toBe('3F000');
    await sandbox.query('DROP SCHEMA IF EXISTS marketing.mail');
    expect(await codeOf('DROP DATABASE all')).not.toBeUndefined();
  });
});

describe('namespaces of identities', () => {
  test('are made once, and listed beside those of the Platform', async () => {
    await sandbox.query(`CREATE NAMESPACE loyaltyCard WITH (code = 'card', TYPE = 'Cross-device')`);
    expect(await codeOf(`CREATE NAMESPACE other WITH (code = 'CARD', TYPE = 'Email')`)).toBe('42710');
    await sandbox.query(`CREATE NAMESPACE IF NOT EXISTS other WITH (code = 'card', TYPE = 'Email')`);
    const listed = await sandbox.query('SHOW NAMESPACES');
    expect(listed.rows).toContainEqual(['loyaltyCard', 'card', 'CROSS_DEVICE']);
    expect(listed.rows).toContainEqual(['ECID', 'ECID', 'COOKIE']);
  });

  test('have a type that there is', async () => {
    expect(await codeOf('CREATE NAMESPACE untyped')).toBe('22023');
    expect(await codeOf(`CREATE NAMESPACE odd WITH (TYPE = 'Pigeon')`)).toBe('22023');
  });
});
