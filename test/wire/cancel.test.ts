import type { Socket } from 'node:net';
import Cursor from 'pg-cursor';
import { expect, test, vi } from 'vitest';
import { cancelQuery, keyOf, type CancelKey } from '../support/cancelQuery';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox();

const patience = { timeout: 20_000 };

/** Runs for as long as anyone waits. */
const endless = 'SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE (a.id * b.id) % 7 = 1';

/** The same, in a function that DuckDB calls back for. */
const endlessCalls =
  "SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE conv(a.id + b.id, 10, 2) = 'x'";

const cancel = (key: CancelKey): Promise<void> => cancelQuery(sandbox, key);

test.each([endless, endlessCalls])('a statement is cancelled, and the session goes on: %s', async (sql) => {
  const client = await sandbox.connect();
  const running = expect(client.query(sql)).rejects.toMatchObject({ code: '57014' });
  await cancel(keyOf(client));
  await running;
  expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: '1' }]);
  await client.end();
});

test.each([endless, endlessCalls.replace(" = 'x'", ' > 1')])(
  'a cursor in the middle of its rows is cancelled: %s',
  async (sql) => {
    const client = await sandbox.connect();
    const cursor = client.query(new Cursor(sql.replace('count(*)', 'a.id')));
    await cursor.read(5);
    const reading = expect(cursor.read(100_000_000)).rejects.toMatchObject({ code: '57014' });
    await cancel(keyOf(client));
    await reading;
    await client.end();
  },
);

test('a wrong key cancels nothing', async () => {
  const client = await sandbox.connect();
  const { processId, secret } = keyOf(client);
  const answered = client.query('SELECT count(*) AS n FROM range(30000000) WHERE id % 3 = 1');
  await cancel({ processId, secret: secret ^ 1 });
  await cancel({ processId: processId + 1000, secret });
  expect((await answered).rows).toEqual([{ n: '10000000' }]);
  await client.end();
});

test('a cursor in the middle of rows that functions compute is closed, and the session goes on', async () => {
  const client = await sandbox.connect();
  const cursor = client.query(new Cursor('SELECT conv(id, 10, 2) AS bits FROM range(10000000)'));
  expect(await cursor.read(3)).toEqual([{ bits: '0' }, { bits: '1' }, { bits: '10' }]);
  await cursor.close();
  expect((await client.query('SELECT conv(5, 10, 2) AS bits')).rows).toEqual([{ bits: '101' }]);
  await client.end();
});

test.each([endless, endlessCalls])(
  'the statement of a killed client stops, and its connection is free again: %s',
  async (sql) => {
    const client = await sandbox.connect();
    client.on('error', () => undefined);
    const running = client.query(sql).catch(() => undefined);
    await vi.waitFor(() => expect(sandbox.running.openStatements()).toBe(1), patience);
    const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
    stream.destroy();
    await running;
    await vi.waitFor(() => expect(sandbox.running.openStatements()).toBe(0), patience);
    expect((await sandbox.query('SELECT count(*) FROM ecommerce_events')).rows).toEqual([['2000']]);
  },
);

test('the sandbox closes while functions run', async () => {
  const client = await sandbox.connect();
  client.on('error', () => undefined);
  const running = client.query(endlessCalls).catch((error: unknown) => error);
  await vi.waitFor(() => expect(sandbox.running.openStatements()).toBe(1), patience);
  await sandbox.restart();
  expect(await running).toBeInstanceOf(Error);
  expect((await sandbox.query("SELECT conv('ff', 16, 10)")).rows).toEqual([['255']]);
});
