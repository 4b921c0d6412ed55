import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { testEngine } from '../support/testEngine';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox();
const tools = testEngine(sandbox);

const endless = 'SELECT a._id FROM ecommerce_events a, ecommerce_events b, ecommerce_events c ORDER BY 1';

/** Ends when a run was told to be in this state. */
async function told(runId: string, status: string): Promise<void> {
  await expect
    .poll(() => tools.states.some((each) => each.runId === runId && each.status === status))
    .toBe(true);
}

test('a running query is cancelled, and the server confirms it', async () => {
  const running = tools.run('endless', endless);
  await told('endless', 'running');
  await tools.engine.cancel('endless');
  expect(await running).toMatchObject({ status: 'cancelled', confirmed: true });
  expect(await tools.run('after', 'SELECT 1 AS one')).toMatchObject({ status: 'done' });
});

test('a query that waits for a session is cancelled before it is sent', async () => {
  const running = ['w1', 'w2', 'w3'].map((runId) => tools.run(runId, endless));
  const waiting = tools.run('waiting', 'SELECT 1 AS one');
  await tools.engine.cancel('waiting');
  expect(await waiting).toMatchObject({ status: 'cancelled', confirmed: true });
  await Promise.all(['w1', 'w2', 'w3'].map((runId) => tools.engine.cancel(runId)));
  for (const each of await Promise.all(running)) expect(each.status).toBe('cancelled');
});

test('when all sessions are held by open cursors, the oldest is read to its end and makes way', async () => {
  const runIds = ['c1', 'c2', 'c3', 'c4'];
  for (const runId of runIds) await tools.run(runId, 'SELECT _id FROM ecommerce_events', 10);
  const last = (runId: string) => tools.states.filter((each) => each.runId === runId).at(-1);
  expect(last('c1')).toMatchObject({ fetched: 2000, complete: true });
  expect(last('c4')).toMatchObject({ fetched: 10, complete: false });
  for (const runId of runIds) {
    const { rows } = await tools.engine.page({ runId, start: 0, count: 3000 });
    expect(rows).toHaveLength(2000);
  }
});

test('what is too long to be read on is given up, and the run and its export say so', async () => {
  await tools.run('long', 'SELECT a._id FROM ecommerce_events a, ecommerce_events b', 10);
  for (const runId of ['l1', 'l2', 'l3']) await tools.run(runId, 'SELECT _id FROM ecommerce_events', 10);
  expect(tools.states.filter((each) => each.runId === 'long').at(-1)).toMatchObject({
    fetched: 100_010,
    complete: false,
    restGivenUp: true,
  });
  expect(await tools.engine.page({ runId: 'long', start: 100_009, count: 10 })).toMatchObject({
    fetched: 100_010,
    restGivenUp: true,
  });
  const source = { kind: 'run', runId: 'long' } as const;
  const file = `${tools.folder}/long.csv`;
  await expect(
    tools.engine.export({ exportId: 'long', file, format: 'csv', source }, new AbortController().signal),
  ).rejects.toThrow('Run the query again');
});

test('a query finds the temporary table of an earlier one, though a cursor is open', async () => {
  await tools.run('temp', 'CREATE TEMP TABLE kept AS SELECT 1 AS one');
  await tools.run('open', 'SELECT _id FROM ecommerce_events', 10);
  expect((await tools.rows('SELECT one FROM kept')).rows).toEqual([['1']]);
});

let server: Server | undefined;
afterEach(() => server?.close());

test(
  'a server that does not stop is left, and the run says that it may go on there',
  { timeout: 20_000 },
  async () => {
    let received = '';
    // Lets anyone in and answers no query and no request to cancel.
    server = createServer((socket) => {
      let greeted = false;
      socket.on('error', () => undefined);
      socket.on('data', (data) => {
        received += data.toString('latin1');
        if (!greeted && data.readInt32BE(4) === 196608) {
          greeted = true;
          const authenticationOk = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0]);
          const keyData = Buffer.from([0x4b, 0, 0, 0, 12, 0, 0, 0, 1, 0, 0, 0, 2]);
          const ready = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);
          socket.write(Buffer.concat([authenticationOk, keyData, ready]));
        } else if (greeted && data.toString('latin1').includes('SET auto_to_json')) {
          const complete = Buffer.from([0x43, 0, 0, 0, 8, 0x53, 0x45, 0x54, 0]);
          socket.write(Buffer.concat([complete, Buffer.from([0x5a, 0, 0, 0, 5, 0x49])]));
        } else if (!greeted) {
          socket.end();
        }
      });
    });
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const { profile, secrets } = tools.connection;
    const connection = { profile: { ...profile, name: 'deaf', port }, secrets };
    const running = tools.engine.run({ runId: 'deaf', connection, sql: 'SELECT 1', previewRows: 1 });
    await expect.poll(() => received).toContain('SELECT 1');
    await tools.engine.cancel('deaf');
    expect(await running).toMatchObject({ status: 'cancelled', confirmed: false });
  },
);
