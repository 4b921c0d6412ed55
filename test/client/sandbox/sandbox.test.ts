import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sandboxDataFolder } from '../../../client/sandbox/dataFolder';
import { lastWords } from '../../../client/sandbox/lastWords';
import { runningSandbox } from '../../../client/sandbox/runningSandbox';
import { startSandboxProcess } from '../../../client/sandbox/sandboxProcess';
import { readSandboxReady } from '../../../server/protocol/sandbox';
import { sandboxConnection } from '../../../server/protocol/sandboxConnection';

const folder = mkdtempSync(join(tmpdir(), 'feature-sql-sandbox-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ready = {
  pg: { host: '127.0.0.1', port: 5432, dbname: 'dev:all', user: 'A@AdobeOrg', password: 'p' },
  http: 'http://127.0.0.1:1',
  orgId: 'A@AdobeOrg',
  clientId: 'c',
  clientSecret: 's',
  sandbox: 'dev',
  tenant: '_acme',
};

test('the ready line is told from narration', () => {
  expect(readSandboxReady(JSON.stringify(ready))).toEqual(ready);
  expect(readSandboxReady('Generated 1000 of 100000 events')).toBeUndefined();
  expect(readSandboxReady('{"pg":{}}')).toBeUndefined();
});

test('the connection has the secrets apart from the profile', () => {
  const { profile, secrets } = sandboxConnection('Local sandbox', ready);
  expect(JSON.stringify(profile)).not.toMatch(/"(p|s)"/);
  expect(secrets).toEqual({ password: 'p', clientSecret: 's' });
});

test('the data folder is in the home of Feature SQL', () => {
  expect(sandboxDataFolder({ FEATURE_SQL_HOME: '/data' })).toBe(join('/data', 'sandbox'));
  expect(sandboxDataFolder({})).toMatch(/\.feature-sql[\\/]sandbox$/);
});

test('a running sandbox is found by its file, while it answers', async () => {
  expect(await runningSandbox(folder)).toBeUndefined();
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const running = { pid: 1, ready: { ...ready, pg: { ...ready.pg, port } } };
  writeFileSync(join(folder, 'sandbox.json'), JSON.stringify(running));
  expect(await runningSandbox(folder)).toEqual(running);
  await new Promise((resolve) => server.close(resolve));
  expect(await runningSandbox(folder)).toBeUndefined();
});

function program(source: string): string {
  const file = join(folder, 'program.cjs');
  writeFileSync(file, source);
  return file;
}

test('a sandbox process narrates, is ready, and ends with its standard input', async () => {
  const file = program(
    `console.error('Generated ' + process.argv[process.argv.indexOf('--events') + 1]);
     console.log(${JSON.stringify(JSON.stringify(ready))});
     process.stdin.on('end', () => process.exit()).resume();`,
  );
  const lines: string[] = [];
  const started = startSandboxProcess(
    { file, dataFolder: folder, scenarios: ['commerce'], events: 7 },
    (line) => lines.push(line),
  );
  expect(await started.ready).toEqual(ready);
  started.program.stdin.end();
  await started.ended;
  expect(lines).toEqual(['Generated 7']);
});

test('a sandbox that cannot start gives its last words as the reason', async () => {
  const file = program(`console.error('The folder is locked by process 4.'); process.exitCode = 1;`);
  const started = startSandboxProcess(
    { file, dataFolder: folder, scenarios: ['commerce'], events: 7 },
    () => undefined,
  );
  await expect(started.ready).rejects.toThrow('The folder is locked by process 4.');
});

test.each([
  [['Generated 10 of 10 events', 'The folder is in use by process 4.'], 'The folder is in use by process 4.'],
  [
    [
      'x.js:1',
      'throw e',
      '^',
      '',
      'Error: Cannot find module y',
      '    at f (x.js:1:1)',
      '}',
      '',
      'Node.js v20.1.0',
    ],
    'Cannot find module y',
  ],
  [[], 'It gave no reason.'],
])('the last words of %j are told', (lines, words) => {
  expect(lastWords(lines)).toBe(words);
});
