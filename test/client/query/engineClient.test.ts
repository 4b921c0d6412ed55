import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { EngineClient } from '../../../client/query/engineClient';
import { errorText, isCancelled, queryProblem } from '../../../client/base/errors';

const folder = mkdtempSync(join(tmpdir(), 'feature-sql-engine-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program that speaks the engine's protocol and does what the SQL says. */
const program = join(folder, 'engine.cjs');
writeFileSync(
  program,
  `const rpc = require(${JSON.stringify(createRequire(import.meta.url).resolve('vscode-jsonrpc/node'))});
   const connection = rpc.createMessageConnection(new rpc.IPCMessageReader(process), new rpc.IPCMessageWriter(process));
   connection.onRequest('engine/run', ({ runId, sql }, token) => {
     if (sql === 'die') process.exit(7);
     if (sql === 'fail') throw new rpc.ResponseError(1, 'failed', { message: 'No table t', hint: 'Refresh', offset: 3 });
     connection.sendNotification('engine/runChanged', { status: 'running', runId });
     if (sql === 'wait') return new Promise((resolve) => token.onCancellationRequested(() =>
       resolve(new rpc.ResponseError(-32800, 'cancelled'))));
     return { status: 'cancelled', runId, confirmed: true, milliseconds: process.pid };
   });
   connection.listen();`,
);

const lines: string[] = [];
const add = (line: string): void => void lines.push(line);
const clients: EngineClient[] = [];

function client(file = program): EngineClient {
  const made = new EngineClient(file, { debug: add, info: add, warn: add, error: add });
  clients.push(made);
  return made;
}

afterEach(() => {
  for (const each of clients.splice(0)) each.dispose();
});

function run(engine: EngineClient, sql: string, token?: CancellationTokenSource['token']) {
  const profile = {
    name: 'x',
    kind: 'local',
    host: 'h',
    port: 1,
    database: 'd',
    user: 'u',
    tls: 'disable',
  } as const;
  const connection = { profile, secrets: { password: 'p' } };
  return engine.request('engine/run', { runId: 'r', connection, sql, previewRows: 10 }, token);
}

test('the process starts with the first request and tells changes before the answer', async () => {
  const engine = client();
  expect(engine.isRunning).toBe(false);
  const changes: string[] = [];
  engine.onRunChanged((state) => changes.push(state.status));
  await expect(run(engine, 'x')).resolves.toMatchObject({ status: 'cancelled' });
  expect(changes).toEqual(['running']);
});

test('a query problem keeps its place and its hint', async () => {
  const error = await run(client(), 'fail').catch((reason: unknown) => reason);
  expect(errorText(error)).toBe('No table t\nRefresh');
  expect(queryProblem(error)?.offset).toBe(3);
});

test('a cancelled request is no error', async () => {
  const source = new CancellationTokenSource();
  const engine = client();
  engine.onRunChanged(() => source.cancel());
  const error = await run(engine, 'wait', source.token).catch((reason: unknown) => reason);
  expect(isCancelled(error)).toBe(true);
});

test('when the process dies, what waits fails with the reason and the next request starts another', async () => {
  const engine = client();
  const stops: string[] = [];
  engine.onStopped((text) => stops.push(text));
  const waiting = run(engine, 'wait').catch((reason: unknown) => errorText(reason));
  await expect(run(engine, 'die')).rejects.toThrow('The query engine stopped (exit code 7)');
  expect(await waiting).toContain('exit code 7');
  expect(stops).toHaveLength(1);
  await expect(run(engine, 'x')).resolves.toMatchObject({ status: 'cancelled' });
});

test('a program that is not there is told, not thrown', async () => {
  await expect(run(client(join(folder, 'missing.js')), 'x')).rejects.toThrow('The query engine stopped');
  expect(lines.join('\n')).toContain('missing.js');
});
