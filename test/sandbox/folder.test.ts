import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { analyzeTypes } from '../../server/cli/analyzeTypes';
import { startSandbox } from '../../server/sandbox/startSandbox';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox({ events: 500 });

test('credentials and the address are for the owner alone', async () => {
  for (const file of ['credentials.json', 'sandbox.json']) {
    expect((await stat(join(sandbox.folder, file))).mode & 0o777).toBe(0o600);
  }
});

test('the folder tells how to reach the sandbox while it runs', async () => {
  const text = await readFile(join(sandbox.folder, 'sandbox.json'), 'utf8');
  expect(JSON.parse(text)).toEqual({ pid: process.pid, ready: sandbox.running.ready });
});

test('a second sandbox on the folder is told who holds it', async () => {
  const { port } = sandbox.running.ready.pg;
  await expect(startSandbox({ folder: sandbox.folder, analyzeTypes })).rejects.toThrow(
    `is in use by the sandbox with process id ${process.pid} (PostgreSQL port ${port})`,
  );
});

test('after a restart the data and the credentials are the same', async () => {
  const before = { ready: sandbox.running.ready, rows: await fingerprint() };
  await sandbox.restart();
  expect({ ready: sandbox.running.ready, rows: await fingerprint() }).toEqual(before);
});

async function fingerprint(): Promise<unknown> {
  return (await sandbox.query('SELECT * FROM ecommerce_events ORDER BY _id')).rows;
}
