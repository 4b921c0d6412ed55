import { once } from 'node:events';
import { serialize } from 'pg-protocol';
import { expect, test, vi } from 'vitest';
import { testSandbox } from '../support/testSandbox';
import { WireClient } from '../support/wireClient';

const sandbox = testSandbox({
  limits: { sessions: 3, loginTime: 1_000, idleTime: 1_500, statementTime: 1_000 },
});

const endless = 'SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE (a.id * b.id) % 7 = 1';

test('beyond the limit of sessions a client is told so, and can come when another has gone', async () => {
  const clients = await Promise.all([sandbox.connect(), sandbox.connect(), sandbox.connect()]);
  await expect(sandbox.connect()).rejects.toMatchObject({
    code: '53300',
    severity: 'FATAL',
    message: 'ErrorCode: 53300 Session Limit Reached',
  });
  for (const client of clients) await client.end();
  await vi.waitFor(async () => await (await sandbox.connect()).end());
});

test('a statement that takes too long is stopped, and the session goes on', async () => {
  const client = await sandbox.connect();
  await expect(client.query(endless)).rejects.toMatchObject({
    code: '53400',
    message: 'ErrorCode: 53400 Statement timeout [The statement took longer than 1 s]',
  });
  expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: '1' }]);
  await client.end();
});

test('a session without a word is closed', async () => {
  const client = await WireClient.login(sandbox.running.ready);
  expect(WireClient.sqlState(await client.until('E'))).toBe('57P01');
  expect(await client.next()).toBeUndefined();
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['half a message', Buffer.from([0, 0, 1])],
])('a client that sends %s is not waited for', async (_, bytes) => {
  const client = await WireClient.connect(sandbox.running.ready);
  client.send(bytes);
  expect(WireClient.sqlState(await client.until('E'))).toBe('28000');
  expect(await client.next()).toBeUndefined();
});

test('a client that sends half a statement is not waited for', async () => {
  const client = await WireClient.login(sandbox.running.ready);
  client.send(serialize.query('SELECT 1').subarray(0, 9));
  expect(WireClient.sqlState(await client.until('E'))).toBe('57P01');
});

test('the rows of a client that reads none are given up', async () => {
  const client = await WireClient.login(sandbox.running.ready);
  client.socket.pause();
  client.send(serialize.query('SELECT a.* FROM ecommerce_events a, ecommerce_events b LIMIT 0'));
  await vi.waitFor(() => expect(sandbox.running.openStatements()).toBe(1));
  await vi.waitFor(() => expect(sandbox.running.openStatements()).toBe(0), { timeout: 15_000 });
  client.end();
});

test('a client that reads nothing does not hold up the end of the sandbox', { timeout: 20_000 }, async () => {
  const client = await WireClient.login(sandbox.running.ready);
  client.socket.pause();
  client.send(serialize.query('SELECT a.* FROM ecommerce_events a, ecommerce_events b LIMIT 0'));
  await vi.waitFor(() => expect(sandbox.running.openStatements()).toBe(1));
  const closed = once(client.socket, 'close');
  await sandbox.restart();
  client.socket.resume();
  await closed;
});
