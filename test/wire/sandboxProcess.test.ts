import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { SandboxReady } from '../../server/protocol/sandbox';
import { buildPrograms } from '../support/builtProgram';

let programs = '';
let folder = '';
const children: ChildProcess[] = [];

beforeAll(async () => {
  programs = await buildPrograms({ sandboxProcess: 'server/cli/sandboxMain.ts' });
});
afterAll(async () => {
  await rm(programs, { recursive: true });
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'feature-sql-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) await ended(child, 'SIGKILL');
  await rm(folder, { recursive: true });
});

function start(...args: string[]): ChildProcess {
  const program = join(programs, 'sandboxProcess.js');
  const child = spawn(process.execPath, [program, '--data', folder, '--events', '1000', ...args]);
  children.push(child);
  return child;
}

async function ready(child: ChildProcess): Promise<SandboxReady> {
  const [line] = (await once(createInterface(child.stdout as NodeJS.ReadableStream), 'line')) as [string];
  return JSON.parse(line) as SandboxReady;
}

/** Ends a process when it still runs; answers its exit code. */
async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill(signal);
    await once(child, 'exit');
  }
  return child.exitCode;
}

async function connect({ pg: address }: SandboxReady): Promise<pg.Client> {
  const { host, port, dbname, user, password } = address;
  const client = new pg.Client({ host, port, database: dbname, user, password });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function exists(file: string): Promise<boolean> {
  return await access(join(folder, file)).then(
    () => true,
    () => false,
  );
}

test('it ends on SIGTERM and leaves only its data', async () => {
  const child = start();
  await ready(child);
  expect(await exists('sandbox.json')).toBe(true);
  expect(await ended(child, 'SIGTERM')).toBe(0);
  expect(await exists('sandbox.json')).toBe(false);
  expect(await exists('warehouse.duckdb')).toBe(true);
});

test('it ends with the process that holds its standard input', async () => {
  const child = start();
  await ready(child);
  child.stdin?.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('a second one on the folder says who holds it', async () => {
  const first = start();
  const { pg: address } = await ready(first);
  const second = start();
  const told = await text(second.stderr as NodeJS.ReadableStream);
  expect(told).toContain(
    `in use by the sandbox with process id ${first.pid} (PostgreSQL port ${address.port})`,
  );
  expect(second.exitCode ?? (await once(second, 'exit'))[0]).toBe(1);
});

test('wrong options are told, with the right ones', async () => {
  const child = start('--pg-port', 'many');
  const told = await text(child.stderr as NodeJS.ReadableStream);
  expect(told).toContain('--pg-port takes a whole number from 0 to 65535, not "many"');
  expect(told).toContain('--http-port N');
  expect(child.exitCode ?? (await once(child, 'exit'))[0]).toBe(2);
});

test('a landing zone that does not answer is told, and the process ends', async () => {
  const connection =
    'DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;BlobEndpoint=http://127.0.0.1:9/a';
  const child = start('--landing-zone', connection);
  let said = '';
  child.stderr?.on('data', (bytes: Buffer) => (said += bytes.toString()));
  const [code] = (await once(child, 'exit')) as [number];
  expect(code).toBe(1);
  expect(said).toMatch(/The storage of the landing zone does not answer as Azure does/);
});

test('killed in the middle of a write, it keeps what it acknowledged and nothing of the rest', async () => {
  const first = start();
  const address = await ready(first);
  const client = await connect(address);
  await client.query('CREATE TABLE kept AS SELECT id FROM range(1000)');
  await client.query('INSERT INTO kept SELECT id FROM range(500)');
  const unfinished = client
    .query('INSERT INTO kept SELECT a.id FROM range(100000) a, range(100000) b')
    .catch(() => 'gone');
  const observer = await connect(address);
  await observer.query('SELECT count(*) FROM ecommerce_events');
  await ended(first, 'SIGKILL');
  expect(await unfinished).toBe('gone');

  const again = await connect(await ready(start()));
  expect((await again.query('SELECT count(*) AS n FROM kept')).rows).toEqual([{ n: '1500' }]);
  expect((await again.query(`SELECT history_meta('kept')`)).rows).toHaveLength(2);
  expect((await again.query('SELECT count(*) AS n FROM ecommerce_events')).rows).toEqual([{ n: '1000' }]);
  await again.end();
});

test('killed while it generates its data, it starts over', async () => {
  const first = start('--events', '3000000');
  await once(first.stderr as NodeJS.ReadableStream, 'data');
  await ended(first, 'SIGKILL');
  const client = await connect(await ready(start()));
  expect((await client.query('SELECT count(*) AS n FROM ecommerce_events')).rows).toEqual([{ n: '1000' }]);
  await client.end();
});

test('asked to end while it generates its data, it does so soon', async () => {
  const child = start('--events', '100000000');
  await once(child.stderr as NodeJS.ReadableStream, 'data');
  expect(await ended(child, 'SIGTERM')).toBe(0);
});
