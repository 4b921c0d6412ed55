import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { testSandbox } from '../support/testSandbox';

describe('as usual', () => {
  const sandbox = testSandbox({ events: 500 });

  test('a client that trusts the certificate of the folder gets an encrypted session', async () => {
    const ca = await readFile(join(sandbox.folder, 'tls-certificate.pem'), 'utf8');
    const client = await sandbox.connect({ ssl: { ca, servername: 'localhost' } });
    expect((await client.query('SELECT count(*) AS n FROM ecommerce_events')).rows).toEqual([{ n: '500' }]);
    await client.end();
  });

  test('a client that trusts other certificates turns away', async () => {
    await expect(sandbox.connect({ ssl: true })).rejects.toThrow(/self.signed/i);
    expect((await sandbox.query('SELECT 1')).rows).toEqual([['1']]);
  });

  test('the certificate stays the same over a restart', async () => {
    const before = await readFile(join(sandbox.folder, 'tls-certificate.pem'), 'utf8');
    await sandbox.restart();
    expect(await readFile(join(sandbox.folder, 'tls-certificate.pem'), 'utf8')).toBe(before);
  });
});

describe('switched off', () => {
  const sandbox = testSandbox({ events: 500, tls: false });

  test('a client that asks for encryption is told that there is none', async () => {
    await expect(sandbox.connect({ ssl: true })).rejects.toThrow('does not support SSL');
    expect((await sandbox.query('SELECT 1')).rows).toEqual([['1']]);
  });
});
