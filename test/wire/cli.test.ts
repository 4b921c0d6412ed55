import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSnapshot } from '../../server/catalog/readSnapshot';
import { writeRunning } from '../../server/sandbox/runningFile';
import { openFolder } from '../../server/sandbox/folder';
import { cli } from '../support/testCli';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox();

/** A home of its own whose default data folder tells of the sandbox of the test. */
let home = '';
const run = (...args: string[]) => cli(args, { environment: { FEATURE_SQL_HOME: home } });

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'feature-sql-home-'));
  const folder = await openFolder(join(home, 'sandbox'));
  await writeRunning(folder, { pid: process.pid, ready: sandbox.running.ready });
});
afterAll(() => rm(home, { recursive: true }));

const types = `SELECT eventType, count(*) AS n FROM ecommerce_events GROUP BY eventType ORDER BY n DESC`;

test('run prints data on standard output and tells the rest on standard error', async () => {
  const { code, stdout, stderr } = await run('run', '--limit', '2', '--format', 'csv', '-e', types);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^eventType,n\ndirectMarketing\.emailSent,\d+\ndirectMarketing\.emailOpened,\d+\n$/);
  expect(stderr).toMatch(/^2 rows, more to be had without the limit; first rows after \d.*\n$/);
});

test('run prints all rows when there is no limit, and no more than there are', async () => {
  const all = await run('run', '--format', 'ndjson', '-e', 'SELECT _id FROM ecommerce_events');
  expect(all.stdout.trimEnd().split('\n')).toHaveLength(2000);
  expect(all.stderr).toMatch(/^2,000 rows; first rows after /);
  const limited = await run('run', '--limit', '2000', '-e', 'SELECT _id FROM ecommerce_events');
  expect(limited.stderr).toMatch(/^2,000 rows; first rows after /);
  const none = await run('run', '--limit', '0', '--format', 'csv', '-e', 'SELECT _id FROM ecommerce_events');
  expect(none.stdout).toBe('_id\n');
});

test('run reads a file or standard input, with parameters', async () => {
  const file = join(home, 'query.fsql');
  await writeFile(file, `-- $unused\nSELECT '$text' AS text, $number AS number`);
  const args = ['-p', `text=a=b`, '-p', 'number=7', '--format', 'json'];
  expect(JSON.parse((await run('run', ...args, file)).stdout)).toEqual([{ text: 'a=b', number: 7 }]);
  const piped = await cli(['run', '--format', 'csv', '-'], {
    environment: { FEATURE_SQL_HOME: home },
    stdin: 'SELECT 1 AS one',
  });
  expect(piped.stdout).toBe('one\n1\n');
});

test('run of a file of several statements prints the last rows', async () => {
  const file = join(home, 'script.fsql');
  await writeFile(file, 'CREATE TABLE cli_made AS SELECT 1 AS one;\nSELECT one + 1 AS two FROM cli_made;\n');
  expect((await run('run', '--format', 'csv', file)).stdout).toBe('two\n2\n');
});

test('a statement without rows prints nothing, and tells its tag', async () => {
  const { code, stdout, stderr } = await run('run', '-e', 'CREATE TABLE cli_other AS SELECT 1 AS one');
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).toMatch(/^\w.* in \d+/);
});

test('an error of the query shows its place in the file', async () => {
  const file = join(home, 'wrong.fsql');
  await writeFile(file, 'SELECT _id,\n  $column\nFROM ecommerce_events');
  const { code, stdout, stderr } = await run('run', '-p', 'column=nowhere', file);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^.*wrong\.fsql:2:3: error: .*nowhere.*\n {2}2 \| {3}\$column\n {8}\^\n/);
});

test('a server that is not there, and one that lets nobody in, are exit code 3', async () => {
  const { pg } = sandbox.running.ready;
  const connection = { host: pg.host, port: pg.port, user: pg.user, database: pg.dbname, tls: 'disable' };
  const connections = [
    { ...connection, name: 'closed', port: 1 },
    { ...connection, name: 'refused' },
  ];
  await writeFile(join(home, 'connections.json'), JSON.stringify(connections));
  const environment = { FEATURE_SQL_HOME: home, FEATURE_SQL_PASSWORD: 'wrong' };
  const closed = await cli(['run', '--connection', 'closed', '-e', 'SELECT 1'], { environment });
  expect(closed).toMatchObject({ code: 3, stdout: '' });
  expect(closed.stderr).toContain('Could not connect to 127.0.0.1:1: nothing listens there');
  const refused = await cli(
    ['export', '--out', join(home, 'a.csv'), '--connection', 'refused', '-e', 'SELECT 1'],
    { environment },
  );
  expect(refused).toMatchObject({ code: 3, stdout: '' });
  expect(refused.stderr).toContain('hint: Check the user name and password');
});

test('export writes the whole result and tells what it wrote', async () => {
  const file = join(home, 'events.csv');
  const { code, stdout, stderr } = await run(
    'export',
    '--out',
    file,
    '-e',
    'SELECT _id FROM ecommerce_events',
  );
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).toMatch(/Wrote .*events\.csv: 2,000 rows, 1 column, \d+\.\d KB in \d+/);
  expect((await readFile(file, 'utf8')).trimEnd().split('\n')).toHaveLength(2001);
});

test('an export that cannot be written fails and says why', async () => {
  const { code, stderr } = await run('export', '--out', join(home, 'no', 'a.csv'), '-e', 'SELECT 1 AS a');
  expect(code).toBe(1);
  expect(stderr).toContain('the folder does not exist');
});

test('catalog pull writes a snapshot with nested types, labels, identities and known values', async () => {
  const file = join(home, 'project', '.feature-sql', 'catalog.json');
  const { code, stderr } = await run('catalog', 'pull', '--out', file);
  expect(code).toBe(0);
  expect(stderr).toContain(`Wrote ${file}: `);
  const reading = readSnapshot(await readFile(file, 'utf8'));
  if (reading.status !== 'read') throw new Error(reading.message);
  const events = reading.catalog.byName.get('ecommerce_events');
  expect(events?.schema?.class).toBe('experienceevent');
  const column = (name: string) => events?.columns.find((each) => each.name === name);
  expect(column('eventType')?.enum).toContain('web.formFilledOut');
  expect(column('identityMap')?.type.kind).toBe('map');
  const tenant = column('_acme')?.type;
  if (tenant?.kind !== 'struct') throw new Error('_acme is no struct');
  expect(tenant.fields[0]).toMatchObject({ name: 'user_id', identity: { namespace: 'ECID', primary: true } });
  expect(tenant.fields[0]?.labels).toContain('I1');

  const again = await run('catalog', 'pull', '--out', file);
  expect(again.stderr).toContain(`${file} is up to date`);
});

test('catalog pull of some tables, and of one that is not there', async () => {
  const { code, stdout, stderr } = await run(
    'catalog',
    'pull',
    '--tables',
    'ecommerce_events,nowhere',
    '--out',
    '-',
  );
  expect(code).toBe(0);
  expect(
    (JSON.parse(stdout) as { datasets: { table: string }[] }).datasets.map((each) => each.table),
  ).toEqual(['ecommerce_events']);
  expect(stderr).toContain('warning: There is no data set with the table nowhere.');
});
