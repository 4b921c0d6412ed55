import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { sendRaw, type RawAnswer } from '../support/restClient';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox({ events: 100 });
const templates = '/data/foundation/query/query-templates';
const good = { name: 'One', sql: 'SELECT 1' };

function post(
  body: NonNullable<RequestInit['body']>,
  headers: Readonly<Record<string, string>> = {},
  path = templates,
): Promise<RawAnswer> {
  return sendRaw(sandbox.running.ready, path, { method: 'POST', body, headers });
}

const json = { 'Content-Type': 'application/json' };

test.each<[string, () => Promise<RawAnswer>, number, string]>([
  ['a body that is too long', () => post(`"${'x'.repeat(4 << 20)}"`), 413, 'bytes at most'],
  ['many levels of arrays', () => post('['.repeat(100_000)), 400, 'nested too deeply'],
  [
    'many levels of objects',
    () => post('{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000)),
    400,
    'nested too deeply',
  ],
  ['a key twice', () => post('{"name":"a","sql":"SELECT 1","name":"b"}'), 400, 'the key "name" twice'],
  ['a key twice, once escaped', () => post('{"name":"a","sql":"SELECT 1","n\\u0061me":"b"}'), 400, 'twice'],
  ['an open string', () => post('{"name":"a'), 400, 'not valid JSON'],
  ['an open escape', () => post('{"name":"a\\'), 400, 'not valid JSON'],
  ['nothing', () => post(''), 400, 'not valid JSON'],
  ['bytes that are no text', () => post(new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])), 400, 'not UTF-8'],
  ['UTF-16', () => post(Buffer.from(JSON.stringify(good), 'utf16le')), 400, 'not valid JSON'],
  [
    'another charset',
    () => post('{}', { 'Content-Type': 'application/json; charset=latin1' }),
    415,
    'charset',
  ],
  ['XML', () => post('<a/>', { 'Content-Type': 'application/xml' }), 415, 'application/json'],
  ['a form with files', () => post(new FormData()), 415, 'application/json'],
  ['another packing', () => post('{}', { 'Content-Encoding': 'br' }), 415, 'gzip'],
  ['no gzip', () => post('{}', { ...json, 'Content-Encoding': 'gzip' }), 400, 'not complete gzip'],
  [
    'half of a gzip',
    () => post(gzipSync(JSON.stringify(good)).subarray(0, 20), { ...json, 'Content-Encoding': 'gzip' }),
    400,
    'not complete gzip',
  ],
  [
    'a small gzip of a large body',
    () => post(gzipSync(' '.repeat(64 << 20)), { ...json, 'Content-Encoding': 'gzip' }),
    413,
    'bytes at most',
  ],
  ['a number that is a text', () => post(JSON.stringify({ ...good, name: 1 })), 400, 'name'],
])('%s is a problem', async (_, send, status, detail) => {
  const answer = await send();
  expect(answer).toMatchObject({ status, body: { status, detail: expect.stringContaining(detail) } });
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
});

test('keys of the language are only keys', async () => {
  const body =
    '{"name":"Proto","sql":"SELECT 1","__proto__":{"polluted":true},"constructor":{"prototype":1}}';
  expect(await post(body, json)).toMatchObject({ status: 202, body: { name: 'Proto' } });
  expect({}).not.toHaveProperty('polluted');
});

test('the same key in several objects, and texts that look like JSON, are no problem', async () => {
  const sql = `SELECT '{"a":1,"a":2} [[[' AS text`;
  const body = JSON.stringify({ name: 'Texts', sql, queryParameters: { name: 'x', sql: 'y' } });
  expect(await post(body, json)).toMatchObject({ status: 202, body: { sql } });
});

test('a body in gzip is taken', async () => {
  const headers = { ...json, 'Content-Encoding': 'gzip' };
  expect(await post(gzipSync(JSON.stringify({ ...good, name: 'Packed' })), headers)).toMatchObject({
    status: 202,
    body: { name: 'Packed' },
  });
});

test('files in gzip are kept without it, and broken ones are refused', async () => {
  const { body } = await sendRaw(sandbox.running.ready, '/data/foundation/catalog/dataSets?name=Profiles');
  const [datasetId = ''] = Object.keys(body as object);
  const batches = '/data/foundation/import/batches';
  const made = await post(JSON.stringify({ datasetId, inputFormat: { format: 'json' } }), json, batches);
  const { id } = made.body as { id: string };
  const file = `${batches}/${id}/datasets/${datasetId}/files/a.json`;
  const put = (content: Uint8Array<ArrayBuffer>, encoding = 'gzip') =>
    sendRaw(sandbox.running.ready, file, {
      method: 'PUT',
      body: content,
      headers: { 'Content-Type': 'application/octet-stream', 'Content-Encoding': encoding },
    });
  const packed = gzipSync('{"_id":"a"}');
  expect(await put(packed.subarray(0, packed.length - 6))).toMatchObject({ status: 400 });
  expect(await put(packed, 'br')).toMatchObject({ status: 415 });
  expect(await put(packed)).toMatchObject({ status: 200 });
  expect((await sendRaw(sandbox.running.ready, file)).body).toEqual({ name: 'a.json', size: 11 });
});

test('the sandbox goes on afterwards', async () => {
  expect(await post(JSON.stringify(good), json)).toMatchObject({ status: 202 });
});
