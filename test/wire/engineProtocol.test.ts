import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-jsonrpc/node';
import type { Engine } from '../../server/engine/engine';
import { serveEngine } from '../../server/engine/serveEngine';
import { sandboxConnection } from '../../server/protocol/sandboxConnection';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox();
let client: MessageConnection;
let engine: Engine;

beforeAll(() => {
  const [toEngine, toClient] = [new PassThrough(), new PassThrough()];
  const server = createMessageConnection(
    new StreamMessageReader(toEngine),
    new StreamMessageWriter(toClient),
  );
  engine = serveEngine(server);
  server.listen();
  client = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toEngine));
  client.listen();
});
afterAll(async () => {
  await engine.close();
  client.dispose();
});

const connection = () => sandboxConnection('local', sandbox.running.ready);

test('a run tells its changes before it answers', async () => {
  const told: string[] = [];
  const listener = client.onNotification('engine/runChanged', (state: { status: string }) => {
    told.push(state.status);
  });
  const params = { runId: '1', connection: connection(), sql: 'SELECT 1 AS a', previewRows: 10 };
  expect(await client.sendRequest('engine/run', params)).toMatchObject({ status: 'done', fetched: 1 });
  expect(told).toEqual(['running', 'done']);
  listener.dispose();
  expect(await client.sendRequest('engine/page', { runId: '1', start: 0, count: 10 })).toMatchObject({
    rows: [['1']],
  });
  expect(await client.sendRequest('engine/closeRun', { runId: '1' })).toBeNull();
  await expect(client.sendRequest('engine/page', { runId: '1', start: 0, count: 10 })).rejects.toMatchObject({
    message: 'The result is no longer there. Run the query again',
  });
});

test('a problem of a query travels with the error', async () => {
  const source = { kind: 'query', connection: connection(), sql: 'SELECT nowhere FROM ecommerce_events' };
  const params = { exportId: '1', file: '/nowhere/a.csv', format: 'csv', source };
  await expect(client.sendRequest('engine/export', params)).rejects.toMatchObject({
    data: { message: expect.stringContaining('nowhere') as string, offset: 7 },
  });
});

test('a cancelled request fails with the code of the language server protocol', async () => {
  const sql = 'SELECT a._id FROM ecommerce_events a, ecommerce_events b, ecommerce_events c ORDER BY 1';
  const params = {
    exportId: '2',
    file: '/nowhere/a.csv',
    format: 'csv',
    source: { kind: 'query', connection: connection(), sql },
  };
  const cancelling = new CancellationTokenSource();
  const exporting = client.sendRequest('engine/export', params, cancelling.token);
  cancelling.cancel();
  await expect(exporting).rejects.toMatchObject({ code: -32800 });
});

test('parameters that are not as documented are refused with the name of the field', async () => {
  await expect(client.sendRequest('engine/page', { runId: '1', start: -1, count: 10 })).rejects.toMatchObject(
    {
      code: -32602,
      message: expect.stringMatching(/^The field start of engine\/page is not valid: /) as string,
    },
  );
});
