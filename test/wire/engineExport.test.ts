import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { testEngine } from '../support/testEngine';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox();
const tools = testEngine(sandbox);

const exact = `
  SELECT CAST(9007199254740993 AS bigint) AS big, CAST(12345678901234567890.0123456789 AS decimal(38,10)) AS dec,
         CAST('2026-01-02 03:04:05.678901' AS timestamp) AS at, CAST('2026-01-02' AS date) AS day,
         CAST(0.1 AS double) AS dbl, CAST(0.1 AS float) AS flt, true AS flag,
         'ü, "quoted"😀' AS text, '' AS empty, CAST(NULL AS string) AS nothing`;

/** The rows of a file, as DuckDB reads them. */
async function read(sql: string): Promise<unknown> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(sql)).getRowsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

test('CSV: null is nothing, the empty text is quoted, and values are exact', async () => {
  const { file, rows, columns, bytes } = await tools.exportQuery(exact, 'csv');
  const text = await readFile(file, 'utf8');
  expect(text).toBe(
    'big,dec,at,day,dbl,flt,flag,text,empty,nothing\n' +
      '9007199254740993,12345678901234567890.0123456789,2026-01-02 03:04:05.678901,2026-01-02,0.1,0.1,true,' +
      '"ü, ""quoted""😀","",\n',
  );
  expect({ rows, columns, bytes }).toEqual({ rows: 1, columns: 10, bytes: Buffer.byteLength(text) });
});

test('JSON and NDJSON: numbers keep their digits', async () => {
  const row =
    '{"big":9007199254740993,"dec":12345678901234567890.0123456789,"at":"2026-01-02 03:04:05.678901",' +
    '"day":"2026-01-02","dbl":0.1,"flt":0.1,"flag":true,"text":"ü, \\"quoted\\"😀","empty":"","nothing":null}';
  const json = await tools.exportQuery(exact, 'json');
  expect((await readFile(json.file, 'utf8')).replace(/\s*\n\s*/g, '')).toBe(`[${row}]`);
  const ndjson = await tools.exportQuery(exact, 'ndjson');
  expect(await readFile(ndjson.file, 'utf8')).toBe(`${row}\n`);
});

test('JSON has no word for infinite numbers', async () => {
  const { file } = await tools.exportQuery(
    `SELECT CAST('NaN' AS double) AS a, CAST(NULL AS double) AS b`,
    'ndjson',
  );
  expect(await readFile(file, 'utf8')).toBe('{"a":"NaN","b":null}\n');
});

test('Parquet: typed columns', async () => {
  const { file } = await tools.exportQuery(exact, 'parquet');
  expect(await read(`SELECT column_name, column_type FROM (DESCRIBE FROM '${file}')`)).toEqual([
    ['big', 'BIGINT'],
    ['dec', 'DECIMAL(38,10)'],
    ['at', 'TIMESTAMP'],
    ['day', 'DATE'],
    ['dbl', 'DOUBLE'],
    ['flt', 'FLOAT'],
    ['flag', 'BOOLEAN'],
    ['text', 'VARCHAR'],
    ['empty', 'VARCHAR'],
    ['nothing', 'VARCHAR'],
  ]);
  expect(await read(`SELECT big, dec, "at", text, empty, nothing FROM '${file}'`)).toEqual([
    [
      '9007199254740993',
      '12345678901234567890.0123456789',
      '2026-01-02 03:04:05.678901',
      'ü, "quoted"😀',
      '',
      null,
    ],
  ]);
});

test('Parquet: nested values are structs, arrays and maps', async () => {
  const { file } = await tools.exportQuery('SELECT _acme, identityMap, web FROM ecommerce_events', 'parquet');
  const types = (await read(`SELECT column_name, column_type FROM (DESCRIBE FROM '${file}')`)) as [
    string,
    string,
  ][];
  const typeOf = new Map(types);
  expect(typeOf.get('identityMap')).toMatch(/^MAP\(VARCHAR, STRUCT\(id VARCHAR, .*\)\[\]\)$/);
  expect(typeOf.get('_acme')).toMatch(/^STRUCT\(user_?id VARCHAR.*\)$/);
  expect(typeOf.get('web')).toMatch(/^STRUCT\(webPageDetails STRUCT\(/);
  const counted = await read(
    `SELECT count(*), count(identityMap['ECID'][1].id), count(web.webPageDetails.pageViews.value) > 0 FROM '${file}'`,
  );
  expect(counted).toEqual([['2000', '2000', true]]);
});

test('the whole result of a run is exported, not the preview, and the run goes on', async () => {
  await tools.run('partial', 'SELECT _id FROM ecommerce_events', 10);
  const file = join(tools.folder, 'whole.csv');
  const result = await tools.engine.export(
    { exportId: 'whole', file, format: 'csv', source: { kind: 'run', runId: 'partial' } },
    new AbortController().signal,
  );
  expect(result.rows).toBe(2000);
  expect((await readFile(file, 'utf8')).trimEnd().split('\n')).toHaveLength(2001);
  expect(tools.progress.filter((each) => each.exportId === 'whole').at(-1)).toEqual({
    exportId: 'whole',
    rows: 2000,
  });
  expect((await tools.engine.page({ runId: 'partial', start: 0, count: 1 })).rows).toHaveLength(1);
});

test('an empty result gives a file with its columns', async () => {
  const none = 'SELECT 1 AS a, 2 AS b WHERE false';
  expect(await readFile((await tools.exportQuery(none, 'csv')).file, 'utf8')).toBe('a,b\n');
  expect(JSON.parse(await readFile((await tools.exportQuery(none, 'json')).file, 'utf8'))).toEqual([]);
  const { file } = await tools.exportQuery(none, 'parquet');
  expect(await read(`SELECT count(*) FROM '${file}'`)).toEqual([['0']]);
});

test('columns of one name are told apart', async () => {
  const { file } = await tools.exportQuery('SELECT 1 AS a, 2 AS A, 3 AS a', 'csv');
  expect(await readFile(file, 'utf8')).toBe('a,A_2,a_3\n1,2,3\n');
});

test('a failing query leaves no file, and keeps the one that was there', async () => {
  const file = join(tools.folder, 'kept.csv');
  await writeFile(file, 'before');
  await expect(tools.exportQuery('SELECT nowhere FROM ecommerce_events', 'csv', 'kept.csv')).rejects.toThrow(
    'nowhere',
  );
  expect(await readFile(file, 'utf8')).toBe('before');
  expect((await readdir(tools.folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('a cancelled export leaves no file', async () => {
  const file = join(tools.folder, 'cancelled', 'c.csv');
  await mkdir(join(tools.folder, 'cancelled'));
  const cancelling = new AbortController();
  const reason = new Error('cancelled by the test');
  const exporting = tools.engine.export(
    {
      exportId: 'cancelled',
      file,
      format: 'csv',
      source: {
        kind: 'query',
        connection: tools.connection,
        sql: 'SELECT a._id, b._id AS other FROM ecommerce_events a, ecommerce_events b',
      },
    },
    cancelling.signal,
  );
  cancelling.abort(reason);
  await expect(exporting).rejects.toBe(reason);
  expect(await readdir(join(tools.folder, 'cancelled'))).toEqual([]);
});

test('a folder that is not there, a target that is a folder, and a format that is not supported', async () => {
  await expect(tools.exportQuery('SELECT 1 AS a', 'csv', 'no/where.csv')).rejects.toThrow(
    /^Could not write .*where\.csv: the folder does not exist$/,
  );
  await mkdir(join(tools.folder, 'folder.csv'));
  await expect(tools.exportQuery('SELECT 1 AS a', 'csv', 'folder.csv')).rejects.toThrow('is a folder');
  await expect(tools.exportQuery('SELECT 1 AS a', 'arrow')).rejects.toThrow('not supported: ');
});
