import { beforeAll, expect, test } from 'vitest';
import { getDataset, listDatasets } from '../../server/platform/datasets';
import { platformOf, sendRaw, type RawAnswer } from '../support/restClient';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox({ events: 100 });
const root = '/data/foundation/conversion';

function send(method: string, path: string, body?: unknown): Promise<RawAnswer> {
  const json = body === undefined ? {} : { body: JSON.stringify(body) };
  return sendRaw(sandbox.running.ready, root + path, { method, ...json });
}

let schemaId = '';
beforeAll(async () => {
  const platform = platformOf(sandbox.running.ready);
  const profiles = (await listDatasets(platform)).find(({ dataset }) => dataset.name === 'Profiles');
  schemaId = (await getDataset(platform, profiles?.id ?? ''))?.schemaRef?.id ?? '';
});

const score = { sourceType: 'ATTRIBUTE', source: 'prediction', destination: 'person.gender' };

test('a mapping set is made with its schema in either form', async () => {
  const old = await send('POST', '/mappingSets', {
    version: 0,
    xdmSchema: schemaId,
    xdmVersion: '1.0',
    mappings: [score],
  });
  expect(old).toMatchObject({ status: 201, body: { xdmSchema: schemaId } });
  const outputSchema = { schemaRef: { id: schemaId, contentType: 'application/json' } };
  const made = await send('POST', '/mappingSets?validate=True', { outputSchema, mappings: [score] });
  expect(made).toMatchObject({
    status: 201,
    body: {
      version: 0,
      outputSchema: { schemaRef: { id: schemaId } },
      mappings: [{ ...score, id: expect.any(String), version: 0 }],
    },
  });
  const { id } = made.body as { id: string };
  expect((await send('GET', `/mappingSets/${id}`)).body).toEqual(made.body);
  const { data } = (await send('GET', '/mappingSets')).body as { data: { id: string }[] };
  expect(data.map((set) => set.id)).toEqual([id, (old.body as { id: string }).id]);
  expect(await send('POST', '/mappingSets', { mappings: [score] })).toMatchObject({
    status: 400,
    body: { detail: 'outputSchema.schemaRef.id is missing' },
  });
});

test('the mappings of a set are changed one by one, or all at once', async () => {
  const set = (await send('POST', '/mappingSets', { xdmSchema: schemaId, mappings: [score] })).body as {
    id: string;
    mappings: { id: string }[];
  };
  const at = `/mappingSets/${set.id}`;
  const added = await send('POST', `${at}/mappings`, { source: 'userId', destination: '_id' });
  expect(added).toMatchObject({ status: 201, body: { destination: '_id', id: expect.any(String) } });
  const first = `${at}/mappings/${set.mappings[0]?.id}`;
  expect(await send('PUT', first, { ...score, source: 'score' })).toMatchObject({
    status: 200,
    body: { source: 'score', version: 1 },
  });
  expect(await send('GET', first)).toMatchObject({ status: 200, body: { source: 'score' } });
  expect(await send('PUT', first, { ...score, destination: 'nothing' })).toMatchObject({ status: 400 });
  expect(await send('DELETE', first)).toMatchObject({ status: 204 });
  expect(await send('GET', first)).toMatchObject({ status: 404 });
  expect((await send('GET', `${at}/mappings`)).body).toMatchObject({ data: [{ destination: '_id' }] });
  const last = (added.body as { id: string }).id;
  expect(await send('DELETE', `${at}/mappings/${last}`)).toMatchObject({ status: 400 });
  expect(await send('PUT', at, { xdmSchema: schemaId, mappings: [score] })).toMatchObject({
    status: 200,
    body: { mappings: [{ destination: 'person.gender' }] },
  });
  expect(await send('DELETE', at)).toMatchObject({ status: 204 });
  expect(await send('GET', at)).toMatchObject({ status: 404 });
});

test.each([
  ['GET', '/languages/el/functions'],
  ['POST', '/languages/el/validate'],
  ['POST', '/mappingSets/preview'],
  ['GET', '/mappingSets/suggestion'],
  ['GET', '/xdmBatchConversions'],
])('%s %s is refused by its name', async (method, path) => {
  expect(await send(method, path)).toMatchObject({ status: 501, body: { status: 501 } });
});
