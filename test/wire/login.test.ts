import { expect, test } from 'vitest';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox();

test('a client with the credentials is let in and told of the server', async () => {
  const client = await sandbox.connect();
  expect(await client.query('SELECT 1 AS one')).toMatchObject({ rows: [{ one: '1' }], command: 'SELECT' });
  await client.end();
});

test.each([
  ['a wrong password', { password: 'wrong' }, '28P01'],
  ['an empty password', { password: '' }, '28P01'],
  ['another user', { user: 'someone' }, '28P01'],
  ['another sandbox', { database: 'dev:all' }, '42P12'],
  ['no table after the colon', { database: 'prod:' }, '42P12'],
  ['a table that there is not', { database: 'prod:nosuch' }, '42P12'],
])('%s is refused', async (_, settings, code) => {
  await expect(sandbox.connect(settings)).rejects.toMatchObject({ code, severity: 'FATAL' });
});

test.each(['prod:all', 'all', 'prod:ecommerce_events', 'prod:ECOMMERCE_EVENTS'])(
  'database %s',
  async (database) => {
    const client = await sandbox.connect({ database });
    expect((await client.query('SELECT count(*) AS n FROM ecommerce_events')).rows).toEqual([{ n: '2000' }]);
    await client.end();
  },
);

test('the server goes on after refusals', async () => {
  await Promise.allSettled(Array.from({ length: 20 }, () => sandbox.connect({ password: 'wrong' })));
  expect((await sandbox.query('SELECT 1')).rows).toEqual([['1']]);
});
