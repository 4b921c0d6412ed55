import { expect, test } from 'vitest';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox();

/** The problem of a statement, and the text from its position on. */
async function problemOf(sql: string): Promise<{ code: string; message: string; at: string }> {
  const error: unknown = await sandbox.query(sql).catch((reason: unknown) => reason);
  const { code, message, position } = error as { code: string; message: string; position: string };
  return { code, message, at: [...sql].slice(Number(position) - 1).join('') };
}

test('an unknown table is 42P01, at its name', async () => {
  expect(await problemOf('SELECT 1 FROM nosuch')).toEqual({
    code: '42P01',
    message: 'ErrorCode: 42P01 Table not found [nosuch]',
    at: 'nosuch',
  });
});

test('a position counts characters, not bytes or halves of characters', async () => {
  expect((await problemOf(`SELECT 'é😀' FROM nosuch`)).at).toBe('nosuch');
});

test('an unknown column is an analysis error, at its name', async () => {
  const problem = await problemOf('SELECT nosuch FROM ecommerce_events');
  expect(problem.code).toBe('58000');
  expect(problem.at).toBe('nosuch FROM ecommerce_events');
});

test('a syntax error is 42601', async () => {
  expect((await problemOf('SELECT 1 FROM FROM x')).code).toBe('42601');
});

test('a session goes on after an error, in either protocol', async () => {
  const client = await sandbox.connect();
  await expect(client.query('SELECT 1 FROM nosuch')).rejects.toMatchObject({ code: '42P01' });
  await expect(client.query('SELECT $1 FROM nosuch', ['a'])).rejects.toMatchObject({ code: '42P01' });
  expect((await client.query('SELECT 2 AS two')).rows).toEqual([{ two: '2' }]);
  await client.end();
});
