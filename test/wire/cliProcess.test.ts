import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPrograms } from '../support/builtProgram';

let home = '';
let programs = '';
let sandbox: ChildProcessWithoutNullStreams;
let readyLine = '';

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'feature-sql-home-'));
  programs = await buildPrograms({ cli: 'server/cli/main.ts', sandbox: 'server/cli/sandboxMain.ts' });
  sandbox = start('sandbox', '--events', '2000');
  const [line] = (await once(createInterface(sandbox.stdout), 'line')) as [string];
  readyLine = line;
});
afterAll(async () => {
  await endSandbox();
  await rm(home, { recursive: true });
  await rm(programs, { recursive: true });
});

function start(...args: string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [join(programs, 'cli.js'), ...args], {
    env: { ...process.env, FEATURE_SQL_HOME: home },
  });
}

async function endSandbox(): Promise<void> {
  if (sandbox.exitCode !== null) return;
  sandbox.kill('SIGTERM');
  await once(sandbox, 'exit');
}

test('a sandbox tells in one JSON line how to reach it', () => {
  expect(JSON.parse(readyLine)).toMatchObject({
    pg: { host: '127.0.0.1', port: expect.any(Number) as number, dbname: expect.any(String) as string },
    http: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) as string,
    tenant: '_acme',
  });
});

test('a reader that has seen enough ends the command without a complaint', async () => {
  const child = start(
    'run',
    '--format',
    'csv',
    '-e',
    'SELECT a._id FROM ecommerce_events a, ecommerce_events b',
  );
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
  expect(chunk.toString()).toMatch(/^_id\n/);
  child.stdout.destroy();
  const stderr = text(child.stderr);
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(await stderr).not.toContain('error');
});

test('an interrupted export leaves nothing behind', async () => {
  const target = await mkdtemp(join(home, 'target-'));
  const sql = 'SELECT a._id, b._id AS other FROM ecommerce_events a, ecommerce_events b, ecommerce_events c';
  const child = start('export', '--out', join(target, 'a.csv'), '-e', sql);
  const stderr = text(child.stderr);
  // Once rows are read, the query runs.
  await once(child.stderr, 'data');
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([130, null]);
  expect(await stderr).toContain('Cancelled; no file was written');
  expect(await readdir(target)).toEqual([]);
});

test('a sandbox is started when none runs, and ended afterwards', async () => {
  await endSandbox();
  expect(sandbox.exitCode).toBe(0);
  const child = start('run', '--format', 'csv', '-e', 'SELECT count(*) AS n FROM ecommerce_events');
  const [stdout, stderr, exit] = [text(child.stdout), text(child.stderr), once(child, 'exit')];
  expect(await stderr).toMatch(/^Starting the local sandbox\n1 row; first rows after .*\n$/);
  expect(await stdout).toBe('n\n2000\n');
  expect(await exit).toEqual([0, null]);
  expect(existsSync(join(home, 'sandbox', 'sandbox.json'))).toBe(false);
});
