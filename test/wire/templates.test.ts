import { beforeAll, describe, expect, test } from 'vitest';
import { sendRaw } from '../support/restClient';
import { sqlStateOf } from '../support/sqlStateOf';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox();

async function addTemplate(name: string, sql: string): Promise<void> {
  const { status, text } = await sendRaw(sandbox.running.ready, '/data/foundation/query/query-templates', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, sql, queryParameters: {} }),
  });
  expect(status, text).toBeLessThan(300);
}

beforeAll(async () => {
  await sandbox.query('CREATE TABLE letters AS SELECT * FROM VALUES (1, true), (2, false) AS t(id, sent)');
  await addTemplate('SENT_LETTERS', 'SELECT id FROM letters WHERE #IS_SENT;');
  await addTemplate('IS_SENT', 'sent');
  await addTemplate('LETTERS', 'letters');
  await addTemplate('ROUND', 'SELECT * FROM (#ROUND)');
});

describe('#NAME', () => {
  test('runs the template of this name, with those that it names', async () => {
    expect((await sandbox.query('#SENT_LETTERS;')).rows).toEqual([['1']]);
  });

  test('stands for a part of a statement', async () => {
    expect((await sandbox.query('SELECT count(*) FROM #Letters WHERE NOT #IS_SENT')).rows).toEqual([['1']]);
    expect((await sandbox.query('SELECT max(id) FROM (#SENT_LETTERS)')).rows).toEqual([['1']]);
  });

  test('that no template has is told, and so is an endless round', async () => {
    expect(await sqlStateOf(sandbox, '#NO_SUCH;')).toBe('58000');
    expect(await sqlStateOf(sandbox, '#ROUND;')).toBe('58000');
  });

  test('errors are placed at the name', async () => {
    await addTemplate('WRONG', 'SELECT nosuch FROM letters');
    await expect(sandbox.query('SELECT 1 FROM (#WRONG)')).rejects.toMatchObject({ position: '16' });
  });
});
