import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ContainerClient } from '@azure/storage-blob';
import { expect, test } from 'vitest';
import { getLandingZoneCredentials, type LandingZoneCredentials } from '../../server/platform/landingZone';
import { platformOf, sendRaw } from '../support/restClient';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox({ events: 100 });
const base = '/data/foundation/connectors/landingzone';

async function credentials(): Promise<LandingZoneCredentials> {
  return await getLandingZoneCredentials(platformOf(sandbox.running.ready), 'user_drop_zone');
}

/** The address of a blob, or of the container, with its signature. */
function addressOf({ SASUri }: LandingZoneCredentials, path = '', query = ''): string {
  const url = new URL(SASUri);
  const more = query === '' ? '' : `&${query}`;
  return `${url.origin}${url.pathname}${path === '' ? '' : `/${path}`}${url.search}${more}`;
}

async function put(address: string, body: string): Promise<number> {
  return (await fetch(address, { method: 'PUT', body, headers: { 'x-ms-blob-type': 'BlockBlob' } })).status;
}

test('the credentials name the container of each kind', async () => {
  expect(await credentials()).toMatchObject({
    containerName: 'dlz-user-container',
    storageAccountName: 'landingzone',
    SASToken: expect.stringContaining('sig='),
    SASUri: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/landingzone\/dlz-user-container\?/),
    expiryDate: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
  });
  const { ready } = sandbox.running;
  expect(await sendRaw(ready, `${base}?type=dlz_destination`)).toMatchObject({
    body: { containerName: 'dlz-destination', containerTTL: '7' },
  });
  expect(await sendRaw(ready, `${base}?type=other`)).toMatchObject({ status: 400 });
});

test('blobs are written, listed, read in part and deleted', async () => {
  const access = await credentials();
  expect(await put(addressOf(access, 'in/a.csv'), 'hello')).toBe(201);
  expect(await put(addressOf(access, 'in/deep/b.csv'), '')).toBe(201);
  const onDisk = join(sandbox.folder, 'landing-zone', 'dlz-user-container', 'in', 'a.csv');
  expect(await readFile(onDisk, 'utf8')).toBe('hello');
  const list = await (
    await fetch(addressOf(access, '', 'restype=container&comp=list&prefix=in/&delimiter=/'))
  ).text();
  expect(list).toContain('<Blob><Name>in/a.csv</Name>');
  expect(list).toContain('<Content-Length>5</Content-Length>');
  expect(list).toContain('<BlobPrefix><Name>in/deep/</Name></BlobPrefix>');
  const part = await fetch(addressOf(access, 'in/a.csv'), { headers: { Range: 'bytes=1-3' } });
  expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
    206,
    'bytes 1-3/5',
    'ell',
  ]);
  const head = await fetch(addressOf(access, 'in/a.csv'), { method: 'HEAD' });
  expect([head.status, head.headers.get('content-length')]).toEqual([200, '5']);
  expect((await fetch(addressOf(access, 'in/deep/b.csv'))).status).toBe(200);
  expect((await fetch(addressOf(access, 'in/a.csv'), { method: 'DELETE' })).status).toBe(202);
  expect((await fetch(addressOf(access, 'in/a.csv'))).status).toBe(404);
});

test('a blob is put together from blocks, in the order of the list', async () => {
  const access = await credentials();
  expect(await put(addressOf(access, 'big', 'comp=block&blockid=Mg=='), 'world')).toBe(201);
  expect(await put(addressOf(access, 'big', 'comp=block&blockid=MQ=='), 'hello ')).toBe(201);
  const blocks = '<BlockList><Latest>MQ==</Latest><Latest>Mg==</Latest></BlockList>';
  expect(await put(addressOf(access, 'big', 'comp=blocklist'), blocks)).toBe(201);
  expect(await (await fetch(addressOf(access, 'big'))).text()).toBe('hello world');
  const missing = '<BlockList><Latest>OQ==</Latest></BlockList>';
  expect(await put(addressOf(access, 'other', 'comp=blocklist'), missing)).toBe(400);
});

test('nobody gets in without the signature, into another container, or out of one', async () => {
  const access = await credentials();
  const address = addressOf(access, 'x');
  for (const wrong of [
    address.replace(/sig=[^&]+/, 'sig=AAAA'),
    address.replace(/&?se=[^&]+/, ''),
    address.replace(/\?.*/, ''),
    address.replace('dlz-user-container', 'dlz-destination'),
  ]) {
    expect((await fetch(wrong)).status).toBe(403);
  }
  expect(await put(addressOf(access, '..%2F..%2Fcredentials.json'), 'x')).toBe(400);
  expect((await fetch(addressOf(access, '..%2F..%2Fcredentials.json'))).status).toBe(404);
});

test('refreshed credentials take the place of the ones before', async () => {
  const before = await credentials();
  const refresh = `${base}/credentials?type=user_drop_zone&action=refresh`;
  const { body } = await sendRaw(sandbox.running.ready, refresh, { method: 'POST' });
  expect(await put(addressOf(before, 'x'), '1')).toBe(403);
  expect(await put(addressOf(body as LandingZoneCredentials, 'x'), '1')).toBe(201);
});

test("Azure's own client writes, lists, reads and deletes with the address that the credentials give", async () => {
  const client = new ContainerClient((await credentials()).SASUri);
  const blob = client.getBlockBlobClient('sdk/deep/scores.csv');
  await blob.upload('user,score\n', 11);
  const names: string[] = [];
  for await (const { name } of client.listBlobsFlat({ prefix: 'sdk/' })) names.push(name);
  expect(names).toEqual(['sdk/deep/scores.csv']);
  expect((await blob.downloadToBuffer()).toString()).toBe('user,score\n');
  expect((await blob.getProperties()).contentLength).toBe(11);
  await blob.delete();
  expect(await blob.exists()).toBe(false);
});
