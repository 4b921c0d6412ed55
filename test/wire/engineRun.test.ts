import { expect, test } from 'vitest';
import { Engine } from '../../server/engine/engine';
import { testEngine } from '../support/testEngine';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox();
const tools = testEngine(sandbox);

test('a preview leaves the rest behind the cursor, and pages bring it', async () => {
  const state = await tools.run('preview', 'SELECT _id, timestamp FROM ecommerce_events', 100);
  expect(state).toMatchObject({
    status: 'done',
    fetched: 100,
    complete: false,
    columns: [
      { name: '_id', type: 'string', align: 'left', nested: false },
      { name: 'timestamp', type: 'timestamp', align: 'left', nested: false },
    ],
  });
  const page = await tools.engine.page({ runId: 'preview', start: 1990, count: 100 });
  expect(page).toMatchObject({ start: 1990, fetched: 2000, complete: true });
  expect(page.rows).toHaveLength(10);
  const told = tools.states.filter((each) => each.runId === 'preview');
  expect(told.map((each) => each.status)).toEqual(['running', 'done', 'done']);
  expect(told.at(-1)).toMatchObject({ fetched: 2000, complete: true });
});

test('a result of exactly the preview is known to be complete', async () => {
  expect(await tools.run('exact', 'SELECT _id FROM ecommerce_events', 2000)).toMatchObject({
    fetched: 2000,
    complete: true,
  });
});

test('values arrive as exact texts, nulls apart from empty texts', async () => {
  const { types, rows } = await tools.rows(
    `SELECT CAST(9007199254740993 AS bigint) AS big, CAST(1.5 AS decimal(38,10)) AS dec, CAST(2 AS double) AS dbl,
            true AS flag, '' AS empty, CAST(NULL AS string) AS nothing,
            CAST('2026-01-02 03:04:05.678901' AS timestamp) AS at, CAST('2026-01-02' AS date) AS day`,
  );
  expect(types).toEqual([
    'bigint',
    'decimal(38,10)',
    'double',
    'boolean',
    'string',
    'string',
    'timestamp',
    'date',
  ]);
  expect(rows).toEqual([
    ['9007199254740993', '1.5000000000', '2.0', 'true', '', null, '2026-01-02 03:04:05.678901', '2026-01-02'],
  ]);
});

test('nested values arrive as JSON text', async () => {
  const state = await tools.run('nested', `SELECT identityMap FROM ecommerce_events LIMIT 1`);
  expect(state).toMatchObject({ columns: [{ name: 'identityMap', nested: true, align: 'left' }] });
  const { rows } = await tools.engine.page({ runId: 'nested', start: 0, count: 1 });
  expect(Object.keys(JSON.parse(rows[0]?.[0] ?? '') as object)).toEqual(['ECID']);
});

test('a text of several statements is sent whole, and its last rows count', async () => {
  const state = await tools.run('script', `SET x=1; SELECT 1 AS a; SELECT 'b' AS b, 2 AS c; SET y=2`);
  expect(state).toMatchObject({
    status: 'done',
    complete: true,
    fetched: 1,
    commandTag: 'SET, SELECT 1, SELECT 1, SET',
  });
  expect((await tools.engine.page({ runId: 'script', start: 0, count: 10 })).rows).toEqual([['b', '2']]);
});

test('a statement without rows', async () => {
  const state = await tools.run('ctas', 'CREATE TABLE engine_made AS SELECT 1 AS one');
  expect(state).toMatchObject({ status: 'done', complete: true, fetched: 0 });
  expect(state).not.toHaveProperty('columns');
  await expect(tools.engine.page({ runId: 'ctas', start: 0, count: 1 })).rejects.toThrow('gave no rows');
});

test('an error says where, in UTF-16 units', async () => {
  const sql = `SELECT '😀', nowhere FROM ecommerce_events`;
  const state = await tools.run('wrong', sql);
  expect(state).toMatchObject({ status: 'failed', problem: { offset: sql.indexOf('nowhere') } });
});

test('a wrong password is a failed run with its SQLSTATE, and a port where nothing listens too', async () => {
  const { profile, secrets } = tools.connection;
  const run = (runId: string, connection: typeof tools.connection) =>
    tools.engine.run({ runId, connection, sql: 'SELECT 1', previewRows: 1 });
  expect(
    await run('password', { profile: { ...profile, name: 'a' }, secrets: { ...secrets, password: 'x' } }),
  ).toMatchObject({
    status: 'failed',
    problem: { sqlState: '28P01' },
  });
  expect(await run('port', { profile: { ...profile, name: 'b', port: 1 }, secrets })).toMatchObject({
    status: 'failed',
    problem: { sqlState: '08001', message: 'Could not connect to 127.0.0.1:1: nothing listens there' },
  });
});

test('an engine with open cursors and a running query can be closed', async () => {
  const engine = new Engine({ runChanged: () => undefined, exportProgress: () => undefined });
  const run = (runId: string, sql: string) =>
    engine.run({ runId, connection: tools.connection, sql, previewRows: 1 });
  await run('open', 'SELECT _id FROM ecommerce_events');
  const running = run(
    'running',
    'SELECT a._id FROM ecommerce_events a, ecommerce_events b, ecommerce_events c ORDER BY 1',
  );
  await engine.close();
  expect((await running).status).not.toBe('done');
});

test('testing a connection tells the version of the server', async () => {
  expect(await tools.engine.testConnection(tools.connection)).toMatchObject({ serverVersion: '0.1.0' });
});
