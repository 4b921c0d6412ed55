import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeWith, psql, type ProgramResult } from '../support/otherClients';
import { testSandbox } from '../support/testSandbox';

describeWith('psql', () => {
  const sandbox = testSandbox();
  const run = (args: readonly string[], connection = ''): Promise<ProgramResult> =>
    psql(sandbox.running.ready, args, { connection });

  test('logs in and prints rows', async () => {
    const { stdout, code } = await run([
      '-At',
      '-c',
      'SELECT count(*), min(producedBy) FROM ecommerce_events',
    ]);
    expect({ stdout, code }).toEqual({ stdout: '2000|self\n', code: 0 });
  });

  test('encrypts, and trusts the certificate of the folder', async () => {
    const root = join(sandbox.folder, 'tls-certificate.pem');
    const connection = `sslmode=verify-full sslrootcert=${root}`;
    const { stdout } = await run(['-c', '\\conninfo'], connection);
    expect(stdout).toMatch(/SSL connection \(protocol: TLSv1\.[23]/);
  });

  test('is told of a wrong password', async () => {
    const { code, stderr } = await run(['-c', 'SELECT 1'], 'password=wrong');
    expect(code).toBe(2);
    expect(stderr).toContain('FATAL:  ErrorCode: 28P01 Invalid password');
  });

  test('shows where an error is', async () => {
    const { code, stderr } = await run(['-v', 'VERBOSITY=verbose', '-c', 'SELECT 1 FROM nosuch']);
    expect(code).toBe(1);
    expect(stderr).toContain(
      'ERROR:  42P01: ErrorCode: 42P01 Table not found [nosuch]\nLINE 1: SELECT 1 FROM nosuch\n                      ^',
    );
  });

  test('lists tables', async () => {
    const { stdout } = await run(['-At', '-c', '\\dt']);
    expect(stdout).toBe('public|ecommerce_events|table|postgres\npublic|profiles|table|postgres\n');
  });

  test('describes a table, and the struct in a column of it', async () => {
    const { stdout } = await run(['-At', '-c', '\\d ecommerce_events']);
    expect(stdout).toContain('\ntimestamp|timestamp|');
    expect(stdout).toContain('\nidentitymap|anymap|');
    expect(stdout).toContain('\nproductlistitems|ecommerce_events_productlistitems_e[]|');
    const { stdout: struct } = await run(['-At', '-c', '\\d ecommerce_events__acme']);
    expect(struct).toBe('user_id|text|||\n');
  });

  test.each([
    '\\d',
    '\\dn',
    '\\du',
    '\\dv',
    '\\dT',
    '\\di',
    '\\df',
    '\\df+',
    '\\l',
    '\\l+',
    '\\dt+',
    '\\d+ ecommerce_events',
    '\\du+',
    '\\dx',
    '\\conninfo',
    '\\encoding',
    '\\timing',
  ])('takes %s', async (command) => {
    const { code, stderr } = await run(['-c', command]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.not.stringContaining('ERROR') as string });
  });

  test('copies the rows of a query to a file', async () => {
    const { stdout } = await run(['-c', `\\copy (SELECT _id FROM ecommerce_events) TO STDOUT`]);
    expect(stdout.trim().split('\n')).toHaveLength(2000);
  });
});
