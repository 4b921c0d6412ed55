import { beforeAll, expect, test } from 'vitest';
import {
  createDataset,
  deleteDataset,
  getDataset,
  listDatasets,
  tableOf,
} from '../../server/platform/datasets';
import { createDescriptor, listDescriptors } from '../../server/platform/descriptors';
import { createFieldGroup } from '../../server/platform/fieldGroups';
import { pullCatalog } from '../../server/platform/pullCatalog';
import type { NewRegistryResource } from '../../server/platform/registryResource';
import { createSchema, getSchema, listSchemas } from '../../server/platform/schemas';
import { xdmClass } from '../../server/platform/xdm';
import { platformOf, sendRaw } from '../support/restClient';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox({ events: 100 });
const platform = () => platformOf(sandbox.running.ready);
const registry = '/data/foundation/schemaregistry';

/** A field group of the organization, as notebooks write it. */
function scores(properties: object): NewRegistryResource {
  return {
    type: 'object',
    title: 'Scores',
    description: 'What a model thinks of a user',
    allOf: [{ $ref: '#/definitions/customFields' }],
    definitions: { customFields: { type: 'object', properties: { _acme: { type: 'object', properties } } } },
    'meta:intendedToExtend': [xdmClass.profile],
    'meta:resourceType': 'mixins',
    'meta:xdmType': 'object',
  };
}

const scoreFields = { userid: { title: 'User', type: 'string' }, propensity: { type: 'number' } };

async function send(method: string, path: string, body?: unknown) {
  return await sendRaw(sandbox.running.ready, path, {
    method,
    headers: { Accept: 'application/vnd.adobe.xed+json; version=1' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

let groupId = '';
let schemaId = '';

beforeAll(async () => {
  const group = await createFieldGroup(platform(), scores(scoreFields));
  groupId = group.$id;
  const allOf = [{ $ref: xdmClass.profile }, { $ref: groupId }];
  const schema = await createSchema(platform(), { title: 'Score schema', allOf });
  schemaId = schema.$id;
});

test('a schema is made of a class and a field group, with exact types', async () => {
  const schema = await getSchema(platform(), schemaId);
  expect(schema).toMatchObject({
    title: 'Score schema',
    version: '1.0',
    'meta:class': xdmClass.profile,
    'meta:extends': [xdmClass.profile, 'https://ns.adobe.com/xdm/data/record', groupId],
    properties: {
      _id: { 'meta:xdmType': 'string' },
      identityMap: { 'meta:xdmType': 'map' },
      _acme: {
        'meta:xdmType': 'object',
        properties: { userid: { 'meta:xdmType': 'string' }, propensity: { 'meta:xdmType': 'double' } },
      },
    },
  });
  expect(schemaId).toMatch(/^https:\/\/ns\.adobe\.com\/acme\/schemas\/[0-9a-f]{48}$/);
  expect((await listSchemas(platform())).map(({ title }) => title)).toContain('Score schema');
});

test('a data set of the schema is a table that SQL can read, and part of the catalog', async () => {
  const id = await createDataset(platform(), {
    name: 'Scores of (users)',
    schemaRef: { id: schemaId },
    tags: { unifiedProfile: ['enabled:true'] },
  });
  const dataset = await getDataset(platform(), id);
  expect(dataset).toMatchObject({
    name: 'Scores of (users)',
    tags: { 'adobe/pqs/table': ['scores_of_users'], unifiedProfile: ['enabled:true'] },
  });
  expect((await sandbox.query('SELECT _acme.propensity FROM scores_of_users')).rows).toEqual([]);
  const again = await createDataset(platform(), { name: 'Scores of users', schemaRef: { id: schemaId } });
  const second = await getDataset(platform(), again);
  expect(second && tableOf(second)).toBe('scores_of_users_2');
  await deleteDataset(platform(), again);
  expect(await getDataset(platform(), again)).toBeUndefined();
  await expect(sandbox.query('SELECT 1 FROM scores_of_users_2')).rejects.toMatchObject({ code: '42P01' });
  expect(await listSchemas(platform())).toContainEqual(expect.objectContaining({ $id: schemaId }));
  const { snapshot } = await pullCatalog(platform(), { now: 0, tables: ['scores_of_users'] });
  expect(snapshot.datasets[0]?.schema).toMatchObject({ class: 'profile', title: 'Score schema' });
});

test('a data set is renamed and enabled by either kind of patch', async () => {
  const id = await createDataset(platform(), { name: 'Patched', schemaRef: { id: schemaId } });
  const path = `/data/foundation/catalog/dataSets/${id}`;
  const add = { op: 'add', path: '/tags/unifiedProfile', value: ['enabled:true'] };
  expect(await send('PATCH', path, [add])).toMatchObject({ status: 200, body: [`@/dataSets/${id}`] });
  expect(await send('PATCH', path, { name: 'Renamed' })).toMatchObject({ status: 200 });
  expect(await getDataset(platform(), id)).toMatchObject({
    name: 'Renamed',
    tags: { 'adobe/pqs/table': ['patched'], unifiedProfile: ['enabled:true'] },
  });
  await deleteDataset(platform(), id);
});

test('a field added to a field group reaches its schemas, and the tables of their data sets', async () => {
  const path = `${registry}/tenant/fieldgroups/${encodeURIComponent(groupId)}`;
  const fields = '/definitions/customFields/properties/_acme/properties';
  const patch = [{ op: 'add', path: `${fields}/model`, value: { type: 'string', title: 'Model' } }];
  expect(await send('PATCH', path, patch)).toMatchObject({ status: 200, body: { version: '1.1' } });
  expect(await getSchema(platform(), schemaId)).toMatchObject({
    version: '1.1',
    properties: { _acme: { properties: { model: { title: 'Model' } } } },
  });
  expect((await sandbox.query('SELECT _acme.model FROM scores_of_users')).rows).toEqual([]);
  const removal = [{ op: 'remove', path: `${fields}/model` }];
  expect(await send('PATCH', path, removal)).toMatchObject({
    status: 400,
    body: { detail: 'The field /_acme/model is in use and cannot be removed' },
  });
});

test('a field group added to a schema by a patch, and the schema tagged for profiles', async () => {
  const path = `${registry}/tenant/schemas/${encodeURIComponent(schemaId)}`;
  const $ref = 'https://ns.adobe.com/xdm/context/profile-person-details';
  const add = { op: 'add', path: '/allOf/-', value: { $ref, type: 'object', 'meta:xdmType': 'object' } };
  expect(await send('PATCH', path, [add])).toMatchObject({ status: 200 });
  expect((await sandbox.query('SELECT person.name.firstName FROM scores_of_users')).rows).toEqual([]);
  for (const tag of [
    { op: 'add', path: '/meta:immutableTags', value: ['union'] },
    { op: 'add', path: '/meta:immutableTags-', value: 'union' },
  ]) {
    expect(await send('PATCH', path, [tag])).toMatchObject({ status: 200 });
    expect((await getSchema(platform(), schemaId))['meta:immutableTags']).toContain('union');
  }
  const union = encodeURIComponent('https://ns.adobe.com/xdm/context/profile__union');
  const { body } = await sendRaw(sandbox.running.ready, `${registry}/tenant/unions/${union}`, {
    headers: { Accept: 'application/vnd.adobe.xed-full+json; version=1' },
  });
  expect(body).toMatchObject({ properties: { _acme: { properties: { propensity: {}, loyaltyTier: {} } } } });
});

test('an identity of the schema is stated by a descriptor, and is part of the catalog', async () => {
  const descriptor = {
    '@type': 'xdm:descriptorIdentity',
    'xdm:sourceSchema': schemaId,
    'xdm:sourceVersion': 1,
    'xdm:sourceProperty': '/_acme/userid',
    'xdm:namespace': 'ECID',
    'xdm:property': 'xdm:id',
    'xdm:isPrimary': true,
  };
  const { '@id': id } = await createDescriptor(platform(), descriptor);
  expect(await listDescriptors(platform())).toContainEqual({ ...descriptor, '@id': id });
  const { snapshot } = await pullCatalog(platform(), { now: 0, tables: ['scores_of_users'] });
  const own = snapshot.datasets[0]?.columns.find(({ name }) => name === '_acme');
  expect(own).toMatchObject({
    type: {
      fields: expect.arrayContaining([
        expect.objectContaining({ name: 'userid', identity: { namespace: 'ECID', primary: true } }),
      ]),
    },
  });
  await expect(createDescriptor(platform(), descriptor)).rejects.toMatchObject({ status: 400 });
  const path = `${registry}/tenant/descriptors/${id}`;
  const changed = { ...descriptor, 'xdm:isPrimary': false };
  expect(await send('PUT', path, changed)).toMatchObject({
    status: 200,
    body: { '@id': id, 'xdm:isPrimary': false },
  });
  expect(await send('DELETE', path)).toMatchObject({ status: 204 });
  expect(await send('DELETE', path)).toMatchObject({ status: 404 });
});

test('standard classes and field groups', async () => {
  const read = async (path: string, accept: string) => {
    const { body } = await sendRaw(sandbox.running.ready, registry + path, { headers: { Accept: accept } });
    return body;
  };
  const titles = async (path: string) => {
    const { results } = (await read(path, 'application/vnd.adobe.xed-id+json')) as {
      results: { title: string }[];
    };
    return results.map(({ title }) => title);
  };
  expect(await titles('/global/classes')).toContain('XDM ExperienceEvent');
  expect(await titles('/global/fieldgroups')).toContain('Web details');
  expect(await titles('/tenant/mixins')).toEqual(['Scores']);
  expect(await titles('/global/behaviors')).toEqual(['Record', 'Time series']);
  const web = encodeURIComponent('https://ns.adobe.com/xdm/context/experienceevent-web');
  expect(
    await read(`/global/fieldgroups/${web}`, 'application/vnd.adobe.xed-full+json; version=1'),
  ).toMatchObject({
    properties: { web: { properties: { webPageDetails: {} } } },
  });
});

test.each<[string, string, unknown]>([
  ['a schema without a class', 'schemas', { title: 'X', allOf: [{ $ref: 'GROUP' }] }],
  ['a schema of nothing', 'schemas', { title: 'X', allOf: [] }],
  ['a schema without a title', 'schemas', { allOf: [{ $ref: xdmClass.profile }] }],
  [
    'a schema of two classes',
    'schemas',
    { title: 'X', allOf: [{ $ref: xdmClass.profile }, { $ref: xdmClass.experienceEvent }] },
  ],
  [
    'a group for profiles in an event',
    'schemas',
    { title: 'X', allOf: [{ $ref: xdmClass.experienceEvent }, { $ref: 'GROUP' }] },
  ],
  [
    'a reference to nothing',
    'schemas',
    { title: 'X', allOf: [{ $ref: xdmClass.profile }, { $ref: 'https://x' }] },
  ],
  [
    'a field outside of the own namespace',
    'fieldgroups',
    { title: 'X', properties: { score: { type: 'number' } } },
  ],
  ['a field of an unknown type', 'fieldgroups', scores({ x: { type: 'money' } })],
  ['an object that says not what is in it', 'fieldgroups', scores({ x: { type: 'object' } })],
  ['names that differ by case only', 'fieldgroups', scores({ x: { type: 'string' }, X: { type: 'string' } })],
  ['a definition that is missing', 'fieldgroups', { title: 'X', allOf: [{ $ref: '#/definitions/y' }] }],
  [
    'a definition within itself',
    'fieldgroups',
    {
      title: 'X',
      allOf: [{ $ref: '#/definitions/y' }],
      definitions: { y: { allOf: [{ $ref: '#/definitions/y' }] } },
    },
  ],
])('%s is refused', async (_, type, body) => {
  const text = JSON.stringify(body).replace('GROUP', groupId);
  const answer = await send('POST', `${registry}/tenant/${type}`, JSON.parse(text));
  expect(answer).toMatchObject({ status: 400, body: { title: 'Bad request' } });
});

test('what is in use is not deleted', async () => {
  const group = `${registry}/tenant/fieldgroups/${encodeURIComponent(groupId)}`;
  expect(await send('DELETE', group)).toMatchObject({ status: 400 });
  const schema = `${registry}/tenant/schemas/${encodeURIComponent(schemaId)}`;
  expect(await send('DELETE', schema)).toMatchObject({ status: 400 });
  for (const { id, dataset } of await listDatasets(platform())) {
    if (dataset.schemaRef?.id === schemaId) await deleteDataset(platform(), id);
  }
  expect(await send('DELETE', schema)).toMatchObject({ status: 204 });
  expect(await send('DELETE', group)).toMatchObject({ status: 204 });
  expect(await send('DELETE', group)).toMatchObject({ status: 404 });
});

test('a data set of a schema that there is not', async () => {
  const made = createDataset(platform(), {
    name: 'X',
    schemaRef: { id: 'https://ns.adobe.com/acme/schemas/0' },
  });
  await expect(made).rejects.toMatchObject({ status: 400 });
});

/** A schema of its own for a test. */
async function ownSchema(title: string): Promise<{ readonly id: string; readonly group: string }> {
  const group = await createFieldGroup(platform(), scores(scoreFields));
  const allOf = [{ $ref: xdmClass.profile }, { $ref: group.$id }];
  return { id: (await createSchema(platform(), { title, allOf })).$id, group: group.$id };
}

test('fields in one list, a sample record, and what is global through the tenant', async () => {
  const { id: schemaId, group: groupId } = await ownSchema('Flat');
  const get = (path: string, accept: string) =>
    sendRaw(sandbox.running.ready, registry + path, { headers: { Accept: accept } });
  const at = `/tenant/schemas/${encodeURIComponent(schemaId)}`;
  const flat = await get(at, 'application/vnd.adobe.xed-full-flat+json; version=1');
  expect(flat.body).toMatchObject({
    properties: { '_acme/userid': { title: 'User' }, '_repo/createDate': { 'meta:xdmType': 'date-time' } },
  });
  expect((await get(at, 'application/vnd.adobe.xdm-full-flat+json; version=1')).body).toMatchObject({
    properties: { 'xdm:personID': { type: 'string' } },
  });
  const sample = await get(`/rpc/sampledata/${encodeURIComponent(schemaId)}`, 'application/json');
  expect(sample).toMatchObject({
    status: 200,
    body: { _acme: { userid: 'Sample userid', propensity: 1.5 }, _id: 'Sample _id' },
  });
  const profile = `/tenant/classes/${encodeURIComponent(xdmClass.profile)}`;
  expect((await get(profile, 'application/vnd.adobe.xdm-full+json; version=1')).status).toBe(200);
  const own = await get(
    `/tenant/fieldgroups/${encodeURIComponent(groupId)}`,
    'application/vnd.adobe.xed+json',
  );
  expect(own.body).toMatchObject({ 'meta:extensible': true });
});

test('labels of a descriptor in either spelling', async () => {
  const { id: schemaId } = await ownSchema('Labelled');
  const made = await send('POST', `${registry}/tenant/descriptors`, {
    '@type': 'xdm:descriptorLabel',
    'xdm:sourceSchema': schemaId,
    'xdm:sourceVersion': 1,
    'xdm:sourceProperty': '/_acme/propensity',
    'xdm:label': ['C2'],
  });
  expect(made).toMatchObject({ status: 201, body: { 'xdm:labels': ['C2'] } });
  expect(made.body).not.toHaveProperty('xdm:label');
});

test('a schema is carried to another organization with what it is made of', async () => {
  const { id, group } = await ownSchema('Carried');
  const exported = await send('GET', `${registry}/rpc/export/${encodeURIComponent(id)}`);
  expect(exported).toMatchObject({ status: 200, body: [{ $id: group }, { $id: id, title: 'Carried' }] });
  // As it would come from an organization with another namespace.
  const foreign = exported.text.replaceAll('_acme', '_other').replaceAll('/acme/', '/other/');
  const imported = await send('POST', `${registry}/rpc/import`, JSON.parse(foreign));
  expect(imported).toMatchObject({ status: 201 });
  const [, schema] = imported.body as [object, { $id: string }];
  expect(schema.$id).not.toBe(id);
  expect(await getSchema(platform(), schema.$id)).toMatchObject({
    title: 'Carried',
    properties: { _acme: { properties: { userid: { title: 'User' } } } },
  });
  const alone = [(JSON.parse(exported.text) as object[])[1]];
  const broken = JSON.stringify(alone).replaceAll(group, 'https://ns.adobe.com/other/mixins/none');
  expect(await send('POST', `${registry}/rpc/import`, JSON.parse(broken))).toMatchObject({ status: 400 });
  expect(
    await send('POST', `${registry}/rpc/import`, [{ $id: 'x', 'meta:resourceType': 'mixins' }]),
  ).toMatchObject({
    status: 400,
  });
  expect(await send('GET', `${registry}/rpc/export/nothing`)).toMatchObject({ status: 404 });
});
