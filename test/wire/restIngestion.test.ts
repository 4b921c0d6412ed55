import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, expect, test } from 'vitest';
import {
  createBatch,
  endBatch,
  isEnded,
  uploadFile,
  type NewBatch,
} from '../../server/platform/batchIngestion';
import { getBatch, type CatalogBatch } from '../../server/platform/batches';
import { createDataset, getDataset } from '../../server/platform/datasets';
import { createFieldGroup } from '../../server/platform/fieldGroups';
import { createSchema } from '../../server/platform/schemas';
import { xdmClass } from '../../server/platform/xdm';
import { platformOf, sendRaw } from '../support/restClient';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox({ events: 100 });
const platform = () => platformOf(sandbox.running.ready);

let datasetId = '';

beforeAll(async () => {
  const group = await createFieldGroup(platform(), {
    title: 'Orders',
    properties: {
      _acme: {
        type: 'object',
        properties: {
          user: { type: 'string' },
          points: { type: 'integer' },
          paid: { type: 'boolean' },
          at: { type: 'string', format: 'date-time' },
          lines: {
            type: 'array',
            items: { type: 'object', properties: { sku: { type: 'string' }, price: { type: 'number' } } },
          },
          tags: { type: 'object', additionalProperties: { type: 'string' } },
        },
      },
    },
  });
  const allOf = [{ $ref: xdmClass.experienceEvent }, { $ref: group.$id }];
  const schema = await createSchema(platform(), { title: 'Orders', allOf });
  datasetId = await createDataset(platform(), { name: 'orders', schemaRef: { id: schema.$id } });
});

const order = {
  _id: 'a',
  timestamp: '2026-11-01T12:00:00+02:00',
  eventType: 'commerce.purchases',
  _acme: {
    user: 'u1',
    points: 3,
    paid: true,
    at: '2026-11-01T10:00:00.5Z',
    lines: [{ sku: 's', price: 1.25 }, { sku: 't' }],
    tags: { k: 'v' },
  },
  unknownField: 1,
};

/** Sends files as one batch and waits for its end. */
async function ingest(
  files: Readonly<Record<string, string | Uint8Array>>,
  more: Partial<NewBatch> = {},
): Promise<{ readonly id: string; readonly batch: CatalogBatch }> {
  const batch = await createBatch(platform(), { datasetId, inputFormat: { format: 'json' }, ...more });
  for (const [name, text] of Object.entries(files)) {
    const content = typeof text === 'string' ? new TextEncoder().encode(text) : text;
    await uploadFile(platform(), batch, { datasetId, name, content });
  }
  await endBatch(platform(), batch.id, 'COMPLETE');
  return { id: batch.id, batch: await ended(batch.id) };
}

async function ended(id: string): Promise<CatalogBatch> {
  return await expect
    .poll(async () => {
      const batch = await getBatch(platform(), id);
      return batch && isEnded(batch) ? batch : undefined;
    })
    .toBeDefined()
    .then(async () => (await getBatch(platform(), id)) as CatalogBatch);
}

async function rows(columns: string): Promise<readonly unknown[]> {
  return (await sandbox.query(`SELECT ${columns} FROM orders ORDER BY _id`)).rows;
}

async function snapshots(): Promise<number> {
  return (await sandbox.query(`SELECT history_meta('orders')`)).rows.length;
}

test('records of JSON lines come in as one snapshot, with exact values and times in UTC', async () => {
  const big = JSON.stringify({ ...order, _id: 'b' }).replace('"points":3', '"points":9007199254740993');
  const { id, batch } = await ingest({ 'a.json': `${JSON.stringify(order)}\n${big}\n` });
  expect(batch).toMatchObject({
    status: 'success',
    metrics: { recordsRead: 2, recordsWritten: 2, failedRecordCount: 0 },
    relatedObjects: [{ type: 'dataSet', id: datasetId }],
    inputFormat: { format: 'json' },
  });
  expect(
    await rows(`_id, string(timestamp), _acme.points, _acme.paid, string(_acme.at), _acme.lines[0].price`),
  ).toEqual([
    ['a', '2026-11-01 10:00:00', '3', 't', '2026-11-01 10:00:00.5', '1.25'],
    ['b', '2026-11-01 10:00:00', '9007199254740993', 't', '2026-11-01 10:00:00.5', '1.25'],
  ]);
  expect(await rows(`_acme.tags['k'], _acme.lines[1].price`)).toEqual([
    ['v', null],
    ['v', null],
  ]);
  expect(await snapshots()).toBe(1);
  expect(await getDataset(platform(), datasetId)).toMatchObject({
    lastBatchId: id,
    lastBatchStatus: 'success',
  });
});

test('records of one array, in several files of one batch', async () => {
  const file = (id: string) => JSON.stringify([{ ...order, _id: id }], null, 2);
  const { batch } = await ingest(
    { 'part/1.json': file('c'), 'part/2.json': file('d') },
    { inputFormat: { format: 'json', isMultiLineJson: true } },
  );
  expect(batch).toMatchObject({ status: 'success', metrics: { recordsWritten: 2 } });
  expect(await snapshots()).toBe(2);
});

test.each<[string, string, string]>([
  [
    'a text for a number',
    JSON.stringify({ ...order, _acme: { points: 'many' } }),
    '/_acme/points must be of type long',
  ],
  ['a number for a text', JSON.stringify({ ...order, eventType: 1 }), '/eventType must be of type string'],
  [
    'a wrong date',
    JSON.stringify({ ...order, timestamp: '2026-13-01' }),
    '/timestamp must be of type date-time',
  ],
  ['a missing id', JSON.stringify({ ...order, _id: undefined }), '/_id is missing'],
  [
    'an object for an array',
    JSON.stringify({ ...order, _acme: { lines: {} } }),
    '/_acme/lines must be an array',
  ],
  ['broken JSON', '{"_id":', 'is not valid JSON'],
])('%s makes the batch fail, and nothing of it is written', async (_, record, complaint) => {
  const before = await snapshots();
  const { batch } = await ingest({ 'x.json': `${JSON.stringify({ ...order, _id: 'z' })}\n${record}` });
  expect(batch).toMatchObject({
    status: 'failed',
    errors: [{ code: expect.any(String), description: expect.stringContaining(complaint) }],
    metrics: { failureReason: expect.stringContaining(complaint) },
  });
  expect(await snapshots()).toBe(before);
});

test('wrong records are left out where the batch allows some', async () => {
  const good = Array.from({ length: 9 }, (_, index) => JSON.stringify({ ...order, _id: `p${index}` }));
  const { batch } = await ingest(
    { 'x.json': [...good, JSON.stringify({ _id: 'bad', timestamp: 1 })].join('\n') },
    { partialIngestionPercentage: 10, enableErrorDiagnostics: true },
  );
  expect(batch).toMatchObject({
    status: 'success',
    metrics: { recordsRead: 10, recordsWritten: 9, failedRecordCount: 1 },
    errors: [{ code: 'TypeCompatibilityException', rows: [10] }],
  });
});

async function parquet(query: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'feature-sql-'));
  const file = join(folder, 'x.parquet');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`COPY (${query}) TO '${file}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
  const content = await readFile(file);
  await rm(folder, { recursive: true });
  return content;
}

test('Parquet comes in field by field, whatever the order and number of its fields', async () => {
  const file = await parquet(`
    SELECT 'q1' AS _id, TIMESTAMPTZ '2026-11-01 12:00:00+02' AS timestamp, 'x' AS other,
      {lines: [{price: 2::FLOAT, sku: 's'}], points: 7::INTEGER, tags: MAP {'a': 'b'}} AS _acme`);
  const { batch } = await ingest({ 'x.parquet': file }, { inputFormat: { format: 'parquet' } });
  expect(batch).toMatchObject({ status: 'success', metrics: { recordsWritten: 1 } });
  const found = await sandbox.query(
    `SELECT string(timestamp), _acme.points, _acme.user, string(_acme.lines[0].price), _acme.tags['a'] FROM orders WHERE _id = 'q1'`,
  );
  expect(found.rows).toEqual([['2026-11-01 10:00:00', '7', null, '2.0', 'b']]);
});

test.each([
  [
    'a column of another type',
    `SELECT 'q' AS _id, 'soon' AS timestamp`,
    '/timestamp must be of type date-time',
  ],
  [
    'a field of another type',
    `SELECT 'q' AS _id, {points: 'x'} AS _acme`,
    '/_acme/points must be of type long',
  ],
])('Parquet with %s fails', async (_, query, complaint) => {
  const { batch } = await ingest(
    { 'x.parquet': await parquet(query) },
    { inputFormat: { format: 'parquet' } },
  );
  expect(batch).toMatchObject({
    status: 'failed',
    errors: [{ description: expect.stringContaining(complaint) }],
  });
});

test('records of Parquet without a required field are wrong', async () => {
  const rows = (ids: string) => parquet(`SELECT unnest(${ids}) AS _id, TIMESTAMP '2026-11-01' AS timestamp`);
  const inputFormat = { format: 'parquet' as const };
  const files = { 'x.parquet': await rows(`['n1', NULL, 'n3', NULL]`) };
  expect((await ingest(files, { inputFormat })).batch).toMatchObject({ status: 'failed' });
  const { batch } = await ingest(files, { inputFormat, partialIngestionPercentage: 50 });
  expect(batch).toMatchObject({
    status: 'success',
    metrics: { recordsRead: 4, recordsWritten: 2 },
    errors: [{ description: 'The field /_id is missing', rows: [2, 4] }],
  });
  const without = await parquet(`SELECT 'm' AS _id`);
  expect((await ingest({ 'x.parquet': without }, { inputFormat })).batch).toMatchObject({
    status: 'failed',
    errors: [{ code: 'MissingColumn', description: expect.stringContaining('/timestamp') }],
  });
});

test('a file that is no Parquet fails', async () => {
  const { batch } = await ingest({ 'x.parquet': 'PAR' }, { inputFormat: { format: 'parquet' } });
  expect(batch).toMatchObject({ status: 'failed', errors: [{ code: 'MalformedParquet' }] });
});

test('a large file comes in parts', async () => {
  const { ready } = sandbox.running;
  const { id } = await createBatch(platform(), { datasetId, inputFormat: { format: 'json' } });
  const text = JSON.stringify({ ...order, _id: 'large' });
  const at = `/data/foundation/import/batches/${id}/datasets/${datasetId}/files/l.json`;
  const part = (start: number, end: number) =>
    sendRaw(ready, at, {
      method: 'PATCH',
      headers: { 'Content-Range': `bytes ${start}-${end - 1}/${text.length}` },
      body: text.slice(start, end),
    });
  expect(await part(0, 10)).toMatchObject({ status: 400 });
  expect(await sendRaw(ready, `${at}?action=INITIALIZE`, { method: 'POST' })).toMatchObject({ status: 201 });
  expect(await part(0, 10)).toMatchObject({ status: 200 });
  expect(await part(20, text.length)).toMatchObject({ status: 400 });
  expect(await part(10, text.length)).toMatchObject({ status: 200 });
  expect(await sendRaw(ready, `${at}?action=COMPLETE`, { method: 'POST' })).toMatchObject({ status: 200 });
  await endBatch(platform(), id, 'COMPLETE');
  expect(await ended(id)).toMatchObject({ status: 'success', metrics: { recordsWritten: 1 } });
});

test('a batch is reverted: its rows are gone', async () => {
  const { id } = await ingest({ 'r.json': JSON.stringify({ ...order, _id: 'reverted' }) });
  const count = async () => (await sandbox.query(`SELECT 1 FROM orders WHERE _id = 'reverted'`)).rows.length;
  expect(await count()).toBe(1);
  await endBatch(platform(), id, 'REVERT');
  expect(await count()).toBe(0);
  expect(await getBatch(platform(), id)).toMatchObject({ status: 'inactive' });
});

test('a batch replaces another', async () => {
  const { id } = await ingest({ 'r.json': JSON.stringify({ ...order, _id: 'first' }) });
  const replay = { predecessors: [id], reason: 'replace' };
  await ingest({ 'r.json': JSON.stringify({ ...order, _id: 'second' }) }, { replay });
  const found = await sandbox.query(`SELECT _id FROM orders WHERE _id IN ('first', 'second')`);
  expect(found.rows).toEqual([['second']]);
});

const csv = { inputFormat: { format: 'csv' as const } };

test('columns of delimited text come in by the paths of fields', async () => {
  const { batch } = await ingest(
    {
      'a.csv':
        '_id,timestamp,_acme.user,_acme.points,unknown\nv1,2026-11-01T12:00:00+02:00,"Ada, Lovelace",9007199254740993,x\n',
      'b.tsv': '_acme.paid\ttimestamp\t_id\ntrue\t2026-11-02\tv2\n',
    },
    csv,
  );
  expect(batch).toMatchObject({ status: 'success', metrics: { recordsRead: 2, recordsWritten: 2 } });
  const found = await sandbox.query(
    `SELECT _id, string(timestamp), _acme.user, _acme.points, _acme.paid FROM orders WHERE _id LIKE 'v%' ORDER BY _id`,
  );
  expect(found.rows).toEqual([
    ['v1', '2026-11-01 10:00:00', 'Ada, Lovelace', '9007199254740993', null],
    ['v2', '2026-11-02 00:00:00', null, null, 't'],
  ]);
});

test.each([
  ['a wrong value', '_id,timestamp,_acme.points\na,2026-11-01,many\n', 'has "many"'],
  ['an empty required value', '_id,timestamp\n,2026-11-01\n', '_id is missing'],
  ['no required column', '_id,_acme.user\na,b\n', 'goes to the field timestamp'],
  ['no column of the data set', 'one,two\n1,2\n', 'is named as a field'],
  ['a line that is too long', '_id,timestamp\na,2026-11-01\nb,2026-11-01,c,d\n', 'cannot be read as'],
  ['an open quote', '_id,timestamp\n"a,2026-11-01\n', 'cannot be read as'],
])('comma-separated text with %s fails', async (_, text, complaint) => {
  const { batch } = await ingest({ 'x.csv': text }, csv);
  expect(batch).toMatchObject({
    status: 'failed',
    errors: [{ description: expect.stringContaining(complaint) }],
  });
});

test('text in another charset fails', async () => {
  const latin = new Uint8Array([...Buffer.from('_id,timestamp\n'), 0xe9, ...Buffer.from(',2026-11-01\n')]);
  const { batch } = await ingest({ 'x.csv': latin }, csv);
  expect(batch).toMatchObject({ status: 'failed', errors: [{ code: 'MalformedFile' }] });
});

test('what was wrong with a batch, record by record', async () => {
  const { ready } = sandbox.running;
  const lines = ['w1,2026-11-01,1', 'w2,soon,2', 'w3,2026-11-01,x', 'w4,2026-11-01,4', ',2026-11-01,5'];
  const text = `_id,timestamp,_acme.points\n${lines.join('\n')}\n`;
  const partial = { ...csv, enableErrorDiagnostics: true, partialIngestionPercentage: 60 };
  const { id, batch } = await ingest({ 'folder/w.csv': text }, partial);
  expect(batch).toMatchObject({ status: 'success', metrics: { recordsRead: 5, failedRecordCount: 3 } });
  const meta = (path: string) => sendRaw(ready, `/data/foundation/export/batches/${id}/meta${path}`);
  const names = async (path: string) =>
    ((await meta(path)).body as { data: { name: string }[] }).data.map(({ name }) => name);
  expect(await names('')).toEqual(['row_errors', 'input_files', 'row_errors_sample.json']);
  expect(await names('?path=input_files')).toEqual(['folder/w.csv']);
  const [file = ''] = await names('?path=row_errors');
  const errors = (await meta(`?path=row_errors/${file}`)).text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect(errors).toEqual(
    [2, 3, 5].map((record) => ({
      _filename: 'folder/w.csv',
      _record: record,
      _errors: [{ code: 'TypeCompatibilityException', message: expect.any(String) }],
    })),
  );
  expect((await meta('?path=row_errors_sample.json')).text.split('\n')).toHaveLength(4);
  expect(await meta('?path=elsewhere')).toMatchObject({ status: 404 });
});

test('without diagnostics there are none, and a failed batch keeps its files', async () => {
  const { ready } = sandbox.running;
  const text = '_id,timestamp\na,soon\n';
  const { id } = await ingest({ 'x.csv': text }, csv);
  const at = (path: string) => sendRaw(ready, `/data/foundation/export/batches/${id}${path}`);
  expect(await at('/meta?path=row_errors')).toMatchObject({
    status: 404,
    body: { detail: expect.stringContaining('enableErrorDiagnostics') },
  });
  expect((await at('/failed')).body).toMatchObject({
    data: [{ name: 'x.csv', length: String(text.length) }],
  });
  expect(await at('/failed?path=x.csv')).toMatchObject({ status: 200, text });
  expect(await at('/failed?path=y.csv')).toMatchObject({ status: 404 });
});

test('the first rows of a batch, and what came in of a file so far', async () => {
  const { ready } = sandbox.running;
  const { id } = await ingest({ 'p.csv': '_id,timestamp\nfirst-row,2026-11-01\n' }, csv);
  const preview = await sendRaw(ready, `/data/foundation/import/batches/${id}/datasets/${datasetId}/preview`);
  expect(preview.body).toMatchObject({ data: [{ _id: 'first-row' }] });
  const batch = await createBatch(platform(), { datasetId, ...csv });
  const file = `/data/foundation/import/batches/${batch.id}/datasets/${datasetId}/files/a.csv`;
  const state = async () => (await sendRaw(ready, file, { method: 'HEAD' })).status;
  expect(await state()).toBe(404);
  await uploadFile(platform(), batch, { datasetId, name: 'a.csv', content: new Uint8Array([65]) });
  expect(await state()).toBe(200);
});

test('a client may ask for a replacement with PATCH', async () => {
  const { id } = await ingest({ 'r.json': JSON.stringify({ ...order, _id: 'patched' }) });
  const body = {
    datasetId,
    inputFormat: { format: 'json' },
    replay: { predecessors: [`$${id}`], reason: 'replace' },
  };
  const { ready } = sandbox.running;
  const made = await sendRaw(ready, '/data/foundation/import/batches', {
    method: 'PATCH',
    body: JSON.stringify(body),
  });
  expect(made).toMatchObject({ status: 201, body: { status: 'loading' } });
  await endBatch(platform(), (made.body as { id: string }).id, 'COMPLETE');
  await ended((made.body as { id: string }).id);
  expect((await sandbox.query(`SELECT 1 FROM orders WHERE _id = 'patched'`)).rows).toEqual([]);
});

test('what does not fit the state of a batch is refused', async () => {
  const { ready } = sandbox.running;
  const batch = await createBatch(platform(), { datasetId, inputFormat: { format: 'json' } });
  const upload = (dataset: string) =>
    uploadFile(platform(), batch, { datasetId: dataset, name: 'x', content: new Uint8Array([1]) });
  await expect(upload('another')).rejects.toMatchObject({ status: 400 });
  await endBatch(platform(), batch.id, 'ABORT');
  await expect(upload(datasetId)).rejects.toMatchObject({ status: 400 });
  await expect(endBatch(platform(), batch.id, 'COMPLETE')).rejects.toMatchObject({ status: 400 });
  await expect(endBatch(platform(), 'nothing', 'COMPLETE')).rejects.toMatchObject({ status: 404 });
  await expect(
    createBatch(platform(), { datasetId: 'nothing', inputFormat: { format: 'json' } }),
  ).rejects.toMatchObject({ status: 400 });
  await expect(createBatch(platform(), { datasetId, inputFormat: { format: 'avro' } })).rejects.toMatchObject(
    { status: 501 },
  );
  const unknown = `/data/foundation/import/batches/${batch.id}?action=EXPLODE`;
  expect(await sendRaw(ready, unknown, { method: 'POST' })).toMatchObject({ status: 400 });
});

test('rows that were acknowledged are there after a restart', async () => {
  const { id } = await ingest({ 'k.json': JSON.stringify({ ...order, _id: 'kept' }) });
  await sandbox.restart();
  expect((await sandbox.query(`SELECT 1 FROM orders WHERE _id = 'kept'`)).rows).toHaveLength(1);
  expect(await getBatch(platform(), id)).toMatchObject({ status: 'success' });
});
