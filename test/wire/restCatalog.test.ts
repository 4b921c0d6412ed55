import { expect, test } from 'vitest';
import { readSnapshot } from '../../server/catalog/readSnapshot';
import { writeSnapshot } from '../../server/catalog/writeSnapshot';
import { eachBatch, getBatch } from '../../server/platform/batches';
import { getDatasetLabels } from '../../server/platform/datasetLabels';
import { getDataset, listDatasets, tableOf } from '../../server/platform/datasets';
import { listDescriptors } from '../../server/platform/descriptors';
import { allItems } from '../../server/platform/paging';
import { pullCatalog } from '../../server/platform/pullCatalog';
import { getRegistryStats } from '../../server/platform/registryStats';
import { getSchema, listSchemas } from '../../server/platform/schemas';
import { platformOf, sendRaw } from '../support/restClient';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox();
const platform = () => platformOf(sandbox.running.ready);
const catalog = '/data/foundation/catalog';
const registry = '/data/foundation/schemaregistry';

async function eventsDatasetId(): Promise<string> {
  const found = (await listDatasets(platform())).find(
    ({ dataset }) => tableOf(dataset) === 'ecommerce_events',
  );
  return found?.id ?? '';
}

function getRaw(path: string, accept = 'application/json') {
  return sendRaw(sandbox.running.ready, path, { headers: { Accept: accept } });
}

test('data sets with the table that SQL uses', async () => {
  const id = await eventsDatasetId();
  expect(id).toMatch(/^[0-9a-f]{24}$/);
  expect(await getDataset(platform(), id)).toMatchObject({
    name: 'Ecommerce events',
    imsOrg: sandbox.running.ready.orgId,
    tags: { 'adobe/pqs/table': ['ecommerce_events'], unifiedProfile: ['enabled:true'] },
    schemaRef: { id: expect.stringContaining('https://ns.adobe.com/acme/schemas/') },
    lastBatchStatus: 'success',
  });
  expect(await getDataset(platform(), 'nothing')).toBeUndefined();
});

test('lists of data sets are filtered, ordered and cut', async () => {
  const names = async (query: string): Promise<readonly unknown[]> => {
    const { body } = await getRaw(`${catalog}/dataSets?${query}`);
    return Object.values(body as object).map((each: { name?: unknown }) => each.name);
  };
  expect(await names('orderBy=asc:name')).toEqual(['Ecommerce events', 'Profiles']);
  expect(await names('orderBy=desc:name&limit=1')).toEqual(['Profiles']);
  expect(await names('orderBy=asc:name&start=1')).toEqual(['Profiles']);
  expect(await names('name=Profiles')).toEqual(['Profiles']);
  expect(await names('property=name~%5EEcom')).toEqual(['Ecommerce events']);
  expect(await names('property=name!=Profiles')).toEqual(['Ecommerce events']);
  expect(await names('name=profiles')).toEqual([]);
  const { body } = await getRaw(`${catalog}/dataSets?properties=name,tags&limit=1`);
  expect(Object.values(body as object).map(Object.keys)).toEqual([['name', 'tags']]);
});

test('batches: one for each time that data came in', async () => {
  const dataSet = await eventsDatasetId();
  const batches = await allItems(eachBatch(platform(), { dataSet }));
  expect(batches).toHaveLength(4);
  const created = batches.map(({ batch }) => batch.created);
  expect(created).toEqual(created.toSorted((left, right) => right - left));
  const rows = batches.map(({ batch }) => (batch.metrics as { recordsWritten: number }).recordsWritten);
  expect(rows.reduce((sum, each) => sum + each)).toBe(2000);
  const [first] = batches;
  expect(await getBatch(platform(), first?.id ?? '')).toEqual(first?.batch);
  expect(first?.batch.relatedObjects).toEqual([{ type: 'dataSet', id: dataSet }]);
  expect((await getDataset(platform(), dataSet))?.lastBatchId).toBe(first?.id);
  expect(await allItems(eachBatch(platform(), { status: 'staging' }))).toEqual([]);
});

test('the registry knows the tenant and its schemas', async () => {
  expect(await getRegistryStats(platform())).toMatchObject({ tenantId: 'acme', counts: { schemas: 2 } });
  const schemas = await listSchemas(platform());
  expect(schemas.map(({ title }) => title)).toEqual(['Ecommerce events schema', 'Profiles schema']);
});

test('a schema in full is found by either id', async () => {
  const [entry] = await listSchemas(platform());
  const schema = await getSchema(platform(), entry?.$id ?? '');
  expect(schema).toMatchObject({
    title: 'Ecommerce events schema',
    'meta:class': 'https://ns.adobe.com/xdm/context/experienceevent',
    properties: {
      eventType: {
        'meta:xdmType': 'string',
        title: 'Event type',
        'meta:enum': { 'web.formFilledOut': expect.any(String) },
      },
      _acme: { properties: { user_id: { title: 'User id' } } },
      web: { properties: { webPageDetails: { properties: { pageViews: { 'meta:xdmType': 'object' } } } } },
    },
    'meta:descriptors': expect.arrayContaining([
      expect.objectContaining({
        '@type': 'xdm:descriptorIdentity',
        'xdm:sourceProperty': '/_acme/user_id',
        'xdm:namespace': 'ECID',
        'xdm:isPrimary': true,
      }),
    ]),
  });
  expect(await getSchema(platform(), entry?.['meta:altId'] ?? '')).toEqual(schema);
});

test('the Accept header chooses the form of a schema', async () => {
  const [entry] = await listSchemas(platform());
  const at = `${registry}/tenant/schemas/${encodeURIComponent(entry?.$id ?? '')}`;
  const get = async (form: string): Promise<object> => {
    const { body } = await getRaw(at, `application/vnd.adobe.${form}+json; version=1`);
    return body as object;
  };
  const raw = await get('xed');
  expect(raw).toMatchObject({ allOf: [{ $ref: expect.stringContaining('experienceevent') }] });
  expect(raw).not.toHaveProperty('properties');
  const full = await get('xed-full');
  expect(full).toMatchObject({ properties: { _id: { title: 'Identifier' } } });
  expect(full).not.toHaveProperty('meta:descriptors');
  const quiet = await get('xed-full-notext');
  expect(quiet).not.toHaveProperty('title');
  expect(quiet).not.toHaveProperty('properties._id.title');
  const prefixed = await get('xdm-full');
  expect(prefixed).toMatchObject({
    properties: {
      '@id': {},
      'xdm:web': { properties: { 'xdm:webPageDetails': {} } },
      _acme: { properties: { user_id: {} } },
    },
  });
});

test.each(['application/json', 'application/vnd.adobe.xed-fuller+json', 'text/html'])(
  'Accept: %s is refused by the registry',
  async (accept) => {
    expect(await getRaw(`${registry}/tenant/schemas`, accept)).toMatchObject({
      status: 406,
      body: { status: 406 },
    });
  },
);

test('lists of the registry are filtered and come in pages', async () => {
  const get = async (query: string) => {
    const { body } = await getRaw(
      `${registry}/tenant/schemas/?${query}`,
      'application/vnd.adobe.xed-id+json',
    );
    return body as { results: { title: string }[]; _page: { next: string | null; count: number } };
  };
  const profile = encodeURIComponent('meta:extends==https://ns.adobe.com/xdm/context/profile');
  expect((await get(`property=${profile}`)).results).toMatchObject([{ title: 'Profiles schema' }]);
  const notAdhoc = encodeURIComponent('meta:extends!=https://ns.adobe.com/xdm/data/adhoc');
  expect((await get(`property=${notAdhoc}`))._page).toMatchObject({ count: 2, next: null });
  const first = await get('limit=1');
  expect(first.results).toMatchObject([{ title: 'Ecommerce events schema' }]);
  const second = await get(`limit=1&start=${first._page.next}`);
  expect(second).toMatchObject({ results: [{ title: 'Profiles schema' }], _page: { next: null } });
});

test('a schema, a version or a descriptor that there is not', async () => {
  const accept = 'application/vnd.adobe.xed-full+json; version=1';
  expect(await getRaw(`${registry}/tenant/schemas/nothing`, accept)).toMatchObject({ status: 404 });
  expect(await getRaw(`${registry}/tenant/descriptors/nothing`, accept)).toMatchObject({ status: 404 });
  const [entry] = await listSchemas(platform());
  const at = `${registry}/tenant/schemas/${entry?.['meta:altId']}`;
  expect(await getRaw(at, accept.replace('1', '7'))).toMatchObject({ status: 404 });
});

test('descriptors: identities and labels', async () => {
  const descriptors = await listDescriptors(platform());
  expect(descriptors).toContainEqual(
    expect.objectContaining({
      '@type': 'xdm:descriptorLabel',
      'xdm:sourceProperty': '/personalEmail/address',
      'xdm:labels': ['I1', 'C12'],
    }),
  );
  const identity = encodeURIComponent('@type==xdm:descriptorIdentity');
  const { body } = await getRaw(
    `${registry}/tenant/descriptors?property=${identity}`,
    'application/vnd.adobe.xdm-v2-id+json',
  );
  expect((body as { results: unknown[] }).results).toEqual([expect.any(String), expect.any(String)]);
});

test('labels on a data set are replaced by whoever read them last', async () => {
  const id = await eventsDatasetId();
  const path = `/data/foundation/dataset/datasets/${id}/labels`;
  const before = await getRaw(path);
  const etag = before.headers.get('etag') ?? '';
  const put = (labels: readonly string[], match: string) =>
    sendRaw(sandbox.running.ready, path, {
      method: 'PUT',
      headers: { 'If-Match': match },
      body: JSON.stringify({ labels, optionalLabels: [] }),
    });
  expect(await put(['C2'], etag)).toMatchObject({ status: 200 });
  expect(await put(['C3'], etag)).toMatchObject({ status: 412 });
  expect(await put(['C3'], '')).toMatchObject({ status: 428 });
  expect(await getDatasetLabels(platform(), id)).toMatchObject({ labels: ['C2'] });
  const { snapshot } = await pullCatalog(platform(), { now: 0, tables: ['ecommerce_events'] });
  expect(snapshot.datasets[0]?.labels).toEqual(['C2']);
});

test('the catalog is pulled with all that its file can hold', async () => {
  const progress: string[] = [];
  const { snapshot, problems } = await pullCatalog(platform(), {
    now: Date.UTC(2026, 10, 24),
    onProgress: (done, total) => progress.push(`${done}/${total}`),
  });
  expect(problems).toEqual([]);
  expect(progress.at(-1)).toBe('4/4');
  expect(snapshot).toMatchObject({ sandbox: 'prod', tenant: '_acme', takenAt: '2026-11-24T00:00:00.000Z' });
  expect(snapshot.datasets.map(({ table, schema }) => [table, schema?.class])).toEqual([
    ['ecommerce_events', 'experienceevent'],
    ['profiles', 'profile'],
  ]);
  const column = (table: number, name: string) =>
    snapshot.datasets[table]?.columns.find((each) => each.name === name);
  expect(column(0, '_acme')).toMatchObject({
    type: { fields: [{ name: 'user_id', labels: ['I1'], identity: { namespace: 'ECID', primary: true } }] },
  });
  expect(column(0, 'identityMap')?.type.kind).toBe('map');
  expect(column(1, 'person')).toMatchObject({
    type: {
      fields: expect.arrayContaining([expect.objectContaining({ name: 'birthDate', labels: ['I2', 'C9'] })]),
    },
  });
  expect(readSnapshot(writeSnapshot(snapshot))).toMatchObject({ status: 'read', catalog: snapshot });
});

test('only the tables that were asked for are pulled, and missing ones are named', async () => {
  const { snapshot, problems } = await pullCatalog(platform(), { now: 0, tables: ['PROFILES', 'nothing'] });
  expect(snapshot.datasets.map(({ table }) => table)).toEqual(['profiles']);
  expect(problems).toEqual(['There is no data set with the table nothing.']);
});

test('how a data set behaves, and its files', async () => {
  const id = await eventsDatasetId();
  expect(await getDataset(platform(), id)).toMatchObject({
    classification: { dataBehavior: 'time-series' },
    extensions: { adobe_lakeHouse: { metrics: { rowCount: 2000 } } },
  });
  expect((await getRaw(`${catalog}/dataSets/${id}/views`)).body).toMatchObject({ [id]: { dataSetId: id } });
  expect((await getRaw(`${catalog}/dataSets/${id}/views/${id}`)).body).toMatchObject({
    [id]: { name: 'Ecommerce events' },
  });
  expect((await getRaw(`${catalog}/dataSets/${id}/views/none`)).status).toBe(404);
  const { body } = await getRaw(`${catalog}/dataSets/${id}/views/${id}/files`);
  const files = Object.entries(body as Record<string, { batchId: string }>);
  expect(files).toHaveLength(4);
  const [fileId, { batchId }] = files[0] as (typeof files)[number];
  const { body: given } = await getRaw(`/data/foundation/export/batches/${batchId}/files`);
  expect(given).toMatchObject({ data: [{ dataSetFileId: fileId }] });
  expect(Object.keys((await getRaw(`${catalog}/dataSetFiles?dataSetId=${id}`)).body as object)).toHaveLength(
    4,
  );
});

test('the last batch of each data set', async () => {
  const id = await eventsDatasetId();
  const { lastBatchId } = (await getDataset(platform(), id)) ?? {};
  const { body } = await getRaw(`${catalog}/lastBatches?dataSetId=${id}`);
  expect(Object.keys(body as object)).toEqual([lastBatchId]);
  expect(Object.keys((await getRaw(`${catalog}/lastBatches`)).body as object)).toHaveLength(2);
});

test('a data set is replaced, but not its schema', async () => {
  const { ready } = sandbox.running;
  const id = await eventsDatasetId();
  const before = await getDataset(platform(), id);
  const send = (method: string, path: string, body: unknown) =>
    sendRaw(ready, `${catalog}${path}/${id}`, { method, body: JSON.stringify(body) });
  const changed = {
    name: 'Renamed',
    schemaRef: before?.schemaRef,
    tags: { unifiedProfile: ['enabled:true'] },
  };
  expect(await send('PUT', '/dataSets', changed)).toMatchObject({ status: 200, body: [`@/dataSets/${id}`] });
  expect(await getDataset(platform(), id)).toMatchObject({ name: 'Renamed', description: '' });
  const other = { ...changed, schemaRef: { id: 'https://ns.adobe.com/acme/schemas/other' } };
  expect(await send('PUT', '/dataSets', other)).toMatchObject({ status: 400 });
  expect(await send('PATCH', '/v2/dataSets', { description: 'Events' })).toMatchObject({ status: 200 });
  const expiry = { extensions: { adobe_lakeHouse: { rowExpiration: { ttlValue: 'P30D' } } } };
  expect(await send('PATCH', '/v2/dataSets', expiry)).toMatchObject({ status: 501 });
  expect((await getRaw(`${catalog}/ttl/${id}`)).status).toBe(501);
  await send('PATCH', '/dataSets', { name: before?.name, description: before?.description });
});

test('the part of a schema that has values', async () => {
  const id = await eventsDatasetId();
  const { body } = await getRaw(`${catalog}/dataSets/${id}?properties=observableSchema`);
  expect(body).toMatchObject({
    [id]: {
      observableSchema: {
        type: 'object',
        properties: {
          eventType: { type: 'string' },
          directMarketing: { properties: { sends: { properties: { value: { type: 'number' } } } } },
        },
      },
    },
  });
  const { rows } = await sandbox.query('SELECT count(eventMergeId) FROM ecommerce_events');
  expect(rows).toEqual([['0']]);
  expect(JSON.stringify(body)).not.toContain('eventMergeId');
  expect(Object.keys((body as Record<string, object>)[id] ?? {})).toEqual(['observableSchema']);
});
