import { beforeAll, expect, test } from 'vitest';
import pg from 'pg';
import type { SandboxReady } from '../../server/protocol/sandbox';
import { requestToken } from '../../server/platform/ims';
import { listDatasets, tableOf } from '../../server/platform/datasets';
import { platformOf, sendRaw, type RawAnswer } from '../support/restClient';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox({ events: 200 });
const root = '/data/foundation/access-control';

interface Account {
  readonly ready: SandboxReady;
  readonly technicalAccountId: string;
  readonly credential: string;
}

function send(
  method: string,
  path: string,
  body?: unknown,
  ready = sandbox.running.ready,
): Promise<RawAnswer> {
  const json = body === undefined ? {} : { body: JSON.stringify(body) };
  return sendRaw(ready, path, { method, ...json });
}

/** A technical account of its own. */
async function newAccount(name: string): Promise<Account> {
  const made = await send('POST', `${root}/administration/technical-accounts`, { name });
  expect(made.status).toBe(201);
  const { clientId, clientSecret, ...rest } = made.body as SandboxReady & Account;
  return { ...rest, ready: { ...sandbox.running.ready, clientId, clientSecret } };
}

async function newRole(body: object, ...accounts: readonly Account[]): Promise<string> {
  const made = await send('POST', `${root}/administration/roles`, body);
  expect(made).toMatchObject({ status: 201 });
  const { id } = made.body as { id: string };
  for (const { ready } of accounts) {
    const value = ready.clientId;
    await send('PATCH', `${root}/administration/roles/${id}/subjects`, { op: 'add', path: '/user', value });
  }
  return id;
}

async function session(account: Account, password?: string): Promise<pg.Client> {
  const { host, port, dbname, user } = sandbox.running.ready.pg;
  const given = password ?? (await requestToken(sandbox.running.ready.http, account.ready)).access_token;
  const client = new pg.Client({ host, port, database: dbname, user, password: given });
  await client.connect();
  return client;
}

async function run(account: Account, sql: string): Promise<pg.QueryArrayResult> {
  const client = await session(account);
  try {
    return await client.query({ text: sql, rowMode: 'array' });
  } finally {
    await client.end();
  }
}

test('the folder’s own credentials may do everything', async () => {
  const urls = ['/permissions/manage-dataset', '/resource-types/schema', '/resource-types/datasets'];
  expect((await send('POST', `${root}/acl/effective-policies`, urls)).body).toEqual({
    policies: Object.fromEntries(urls.map((url) => [url, ['read', 'write', 'delete']])),
  });
  expect((await send('GET', `${root}/acl/reference`)).body).toMatchObject({
    permissions: {
      '/permissions/manage-datasets': { '/resource-types/datasets': ['read', 'write', 'delete'] },
    },
    'resource-types': { '/resource-types/schemas': ['read', 'write', 'delete'] },
  });
  const { body } = await send('GET', `${root}/administration/roles`);
  const [administrator] = (body as { items: { id: string }[] }).items;
  expect(administrator).toMatchObject({
    name: 'Sandbox administrator',
    roleType: 'system-defined',
    permissionSets: expect.arrayContaining(['manage-datasets', 'manage-queries']),
    subjectAttributes: { labels: expect.arrayContaining(['core/C9', 'core/RHD']) },
  });
  const at = `${root}/administration/roles/${administrator?.id}`;
  expect((await send('GET', `${at}/subjects`)).body).toMatchObject({
    items: [{ subjectId: sandbox.running.ready.clientId }],
  });
  expect(await send('DELETE', at)).toMatchObject({ status: 400 });
  expect(await send('POST', `${root}/acl/effective-policies`, ['/permissions/fly'])).toMatchObject({
    status: 400,
  });
});

test('roles are made, changed and removed', async () => {
  const made = await send('POST', `${root}/administration/roles`, {
    name: 'Readers',
    permissionSets: ['view-schema'],
    subjectAttributes: { labels: ['core/C9'] },
  });
  expect(made.body).toMatchObject({
    roleType: 'user-defined',
    permissionSets: ['view-schemas'],
    sandboxes: ['prod'],
    createdBy: sandbox.running.ready.clientId,
  });
  const at = `${root}/administration/roles/${(made.body as { id: string }).id}`;
  const patch = { op: 'add', path: '/permissionSets/-', value: 'view-datasets' };
  expect((await send('PATCH', at, patch)).body).toMatchObject({
    permissionSets: ['view-schemas', 'view-datasets'],
  });
  expect((await send('PATCH', at, [{ op: 'remove', path: '/name' }])).status).toBe(400);
  expect((await send('PUT', at, { name: 'Lookers', description: 'd' })).body).toMatchObject({
    name: 'Lookers',
    permissionSets: [],
  });
  const subjects = (op: string, value: string) =>
    send('PATCH', `${at}/subjects`, [{ op, path: '/user', value }]);
  expect((await subjects('add', 'someone')).body).toMatchObject({ items: [{ subjectId: 'someone' }] });
  expect((await subjects('add', 'someone')).body).toMatchObject({ items: [{ subjectId: 'someone' }] });
  expect((await subjects('remove', 'someone')).body).toMatchObject({ items: [] });
  expect(await send('DELETE', at)).toMatchObject({ status: 204 });
  expect(await send('GET', at)).toMatchObject({ status: 404 });
  const wrong = (body: object) => send('POST', `${root}/administration/roles`, { name: 'x', ...body });
  expect(await wrong({ permissionSets: ['fly'] })).toMatchObject({ status: 400 });
  expect(await wrong({ subjectAttributes: { labels: ['C9'] } })).toMatchObject({ status: 400 });
});

test('the one access policy is that of labels', async () => {
  const { body } = await send('GET', `${root}/administration/policies`);
  const [policy] = (body as { items: { id: string }[] }).items;
  expect(await send('GET', `${root}/administration/policies/${policy?.id}`)).toMatchObject({ status: 200 });
  expect(await send('POST', `${root}/administration/policies`, {})).toMatchObject({ status: 501 });
  expect(await send('GET', `${root}/administration/products`)).toMatchObject({ status: 501 });
});

test('an account without a role may do nothing', async () => {
  const account = await newAccount('Nobody');
  for (const path of ['catalog/dataSets', 'schemaregistry/stats', 'query/queries', 'flowservice/flows']) {
    const answer = await send('GET', `/data/foundation/${path}`, undefined, account.ready);
    expect(answer).toMatchObject({
      status: 403,
      body: { status: 403, detail: expect.stringContaining('permission') },
    });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  }
  expect(await send('GET', '/data/core/ups/audiences', undefined, account.ready)).toMatchObject({
    status: 403,
  });
  const urls = ['/permissions/manage-queries'];
  expect((await send('POST', `${root}/acl/effective-policies`, urls, account.ready)).body).toEqual({
    policies: { '/permissions/manage-queries': [] },
  });
  expect(await send('GET', `${root}/administration/roles`, undefined, account.ready)).toMatchObject({
    status: 403,
  });
  await expect(session(account)).rejects.toMatchObject({ code: '42501' });
});

test('a role allows what it names, and no more', async () => {
  const account = await newAccount('Reader');
  const id = await newRole(
    { name: 'Read and query', permissionSets: ['view-datasets', 'manage-queries'] },
    account,
  );
  const asAccount = (method: string, path: string, body?: unknown) => send(method, path, body, account.ready);
  expect(await asAccount('GET', '/data/foundation/catalog/dataSets')).toMatchObject({ status: 200 });
  const dataset = { name: 'Mine', schemaRef: { id: 'x' } };
  expect(await asAccount('POST', '/data/foundation/catalog/dataSets', dataset)).toMatchObject({
    status: 403,
    body: { detail: expect.stringContaining('"Manage Datasets"') },
  });
  expect(await asAccount('POST', '/data/foundation/import/batches', {})).toMatchObject({ status: 403 });
  expect(await asAccount('GET', '/data/foundation/schemaregistry/stats')).toMatchObject({ status: 403 });
  expect(await asAccount('POST', '/data/foundation/dulepolicy/policies/custom', {})).toMatchObject({
    status: 403,
  });
  const evaluation =
    '/data/foundation/dulepolicy/marketingActions/core/dataScience/constraints?duleLabels=C9';
  expect(await asAccount('GET', evaluation)).toMatchObject({ status: 200 });
  expect((await run(account, 'SELECT count(*) FROM ecommerce_events')).rows).toEqual([['200']]);
  await expect(run(account, 'CREATE TABLE mine AS SELECT 1 AS one')).rejects.toMatchObject({
    code: '42501',
    message: expect.stringContaining('"Manage Datasets"'),
  });
  await expect(run(account, 'DROP TABLE profiles')).rejects.toMatchObject({ code: '42501' });
  await run(account, 'CREATE TEMP TABLE mine AS SELECT 1 AS one');
  const password = `${account.technicalAccountId}:${account.credential}`;
  await expect(session(account, password)).rejects.toMatchObject({ code: '28P01' });
  const integration = { op: 'add', path: '/permissionSets/-', value: 'manage-query-service-integration' };
  await send('PATCH', `${root}/administration/roles/${id}`, [integration]);
  await (await session(account, password)).end();
  await send('DELETE', `${root}/administration/roles/${id}`);
  expect(await asAccount('GET', '/data/foundation/catalog/dataSets')).toMatchObject({ status: 403 });
});

test('no other spelling of an address leads around the permissions', async () => {
  const { ready } = await newAccount('Wanderer');
  for (const path of [
    '/data/foundation/%63atalog/dataSets',
    '/data/foundation/catalog%2FdataSets',
    '/data/foundation//catalog/dataSets',
    '/data/foundation/catalog/./dataSets',
    '/data/foundation/x/../catalog/dataSets/',
    '/DATA/foundation/catalog/dataSets',
  ]) {
    expect((await send('GET', path, undefined, ready)).status).toBeGreaterThan(400);
  }
});

test('a role of another sandbox gives no rights', async () => {
  const account = await newAccount('Elsewhere');
  const permissionSets = ['view-datasets'];
  await newRole({ name: 'Of dev', permissionSets, sandboxes: ['dev'] }, account);
  const ask = () => send('GET', '/data/foundation/catalog/dataSets', undefined, account.ready);
  expect(await ask()).toMatchObject({ status: 403 });
  await newRole({ name: 'Of prod', permissionSets, sandboxes: ['prod'] }, account);
  expect(await ask()).toMatchObject({ status: 200 });
});

test('the secret of another account is refused', async () => {
  const [one, other] = [await newAccount('One'), await newAccount('Other')];
  const mixed = { ...one.ready, clientSecret: other.ready.clientSecret };
  await expect(send('GET', '/data/foundation/catalog/dataSets', undefined, mixed)).rejects.toMatchObject({
    status: 401,
  });
  const removed = `${root}/administration/technical-accounts/${one.ready.clientId}`;
  expect(await send('DELETE', removed)).toMatchObject({ status: 204 });
  await expect(send('GET', '/data/foundation/catalog/dataSets', undefined, one.ready)).rejects.toMatchObject({
    status: 401,
  });
  const { body } = await send('GET', `${root}/administration/technical-accounts`);
  expect(JSON.stringify(body)).toContain(other.ready.clientId);
  expect(JSON.stringify(body)).not.toContain(other.ready.clientSecret);
});

let scientist: Account;
let profilesId = '';
let eventsId = '';

beforeAll(async () => {
  scientist = await newAccount('Scientist');
  await newRole(
    {
      name: 'Scientists',
      permissionSets: [
        'view-datasets',
        'manage-datasets',
        'manage-queries',
        'manage-segments',
        'manage-and-activate-dataset-destinations',
      ],
      subjectAttributes: { labels: ['core/I1', 'core/I2', 'core/S1', 'core/S2', 'core/C2'] },
    },
    scientist,
  );
  await newRole({ name: 'Health researchers', subjectAttributes: { labels: ['core/RHD'] } });
  const datasets = await listDatasets(platformOf(sandbox.running.ready));
  const idOf = (table: string) => datasets.find(({ dataset }) => tableOf(dataset) === table)?.id ?? '';
  profilesId = idOf('profiles');
  eventsId = idOf('ecommerce_events');
  const optionalLabels = [
    { option: { schemaPath: '/properties/person/properties/birthYear' }, labels: ['RHD'] },
    { option: { schemaPath: '/properties/person/properties/name/properties/firstName' }, labels: ['C9'] },
  ];
  await send('POST', `/data/foundation/dataset/datasets/${profilesId}/labels`, {
    labels: [],
    optionalLabels,
  });
});

test('fields with a label that no role may see are not there for SQL', async () => {
  const all = await sandbox.query('SELECT person FROM profiles LIMIT 1');
  const seen = await run(scientist, 'SELECT person FROM profiles LIMIT 1');
  expect(all.rows[0]?.[0]).not.toEqual(seen.rows[0]?.[0]);
  await expect(run(scientist, 'SELECT _id,\n  person.birthYear FROM profiles')).rejects.toMatchObject({
    code: '42501',
    message: expect.stringMatching(
      /The column person\.birthYear has the label RHD, which no role .*Ask for the role "Health researchers"/,
    ),
  });
  await expect(run(scientist, 'SELECT p.person.name.firstName FROM profiles p')).rejects.toMatchObject({
    code: '42501',
    message: expect.stringContaining('"Sandbox administrator"'),
  });
  await expect(run(scientist, 'SELECT 1 FROM profiles WHERE person.birthYear > 1')).rejects.toMatchObject({
    code: '42501',
  });
  expect((await run(scientist, 'SELECT count(person.gender) FROM profiles')).rows[0]?.[0]).not.toBe('0');
  // Of somebody else, the column is what it always was.
  await sandbox.query('SELECT person.birthYear FROM profiles');
});

test('they are not there in snapshots, samples and views either', async () => {
  await sandbox.query('CREATE VIEW years AS SELECT person.birthYear AS year FROM profiles');
  await expect(run(scientist, 'SELECT * FROM years')).rejects.toMatchObject({ code: '42501' });
  await expect(
    run(scientist, "SELECT person.birthYear FROM profiles SNAPSHOT BETWEEN 'HEAD' AND 'TAIL'"),
  ).rejects.toMatchObject({ code: '42501' });
  const client = await sandbox.connect();
  await client.query('SET aqp = true');
  await client.query('ANALYZE TABLE profiles TABLESAMPLE SAMPLERATE 50');
  const { rows } = await client.query<{ sample_table_name: string }>(`SELECT sample_meta('profiles')`);
  await client.end();
  const [sample] = rows;
  await expect(
    run(scientist, `SELECT person.birthYear FROM ${sample?.sample_table_name}`),
  ).rejects.toMatchObject({
    code: '42501',
  });
});

test.each([
  'TABLE profiles',
  'SELECT * FROM profiles',
  'SELECT p.* FROM profiles p',
  'SELECT person FROM profiles',
  'SELECT to_json(person) FROM profiles',
  'WITH p AS (SELECT * FROM profiles) SELECT * FROM p',
  "SELECT * FROM profiles SNAPSHOT BETWEEN 'HEAD' AND 'TAIL'",
  'SELECT * FROM (TABLE profiles) AS all_of_them',
])('%s leaves out what is hidden', async (sql) => {
  const client = await session(scientist);
  try {
    await client.query('SET auto_to_json = true');
    const text = JSON.stringify((await client.query(sql)).rows);
    expect(text).toContain('gender');
    expect(text).not.toMatch(/birthYear|firstName/i);
  } finally {
    await client.end();
  }
});

test.each([
  'CREATE TEMP TABLE y AS SELECT person.birthYear AS y FROM profiles',
  'CREATE TABLE y AS SELECT person.birthYear AS y FROM profiles',
  'SELECT count(*) FROM profiles GROUP BY person.birthYear',
  'SELECT 1 FROM profiles p JOIN profiles q ON p.person.birthYear = q.person.birthYear',
  'SELECT (SELECT max(person.birthYear) FROM profiles)',
  'DECLARE c CURSOR FOR SELECT person.birthYear FROM profiles; FETCH 1 FROM c',
  'PREPARE p AS SELECT person.birthYear FROM profiles; EXECUTE p',
  'EXPLAIN SELECT person.birthYear FROM profiles',
  'COPY (SELECT person.birthYear FROM profiles) TO STDOUT',
  'ANALYZE TABLE profiles COMPUTE STATISTICS FOR COLUMNS (person.birthYear)',
  '$$ BEGIN SET @y = SELECT max(person.birthYear) FROM profiles; SELECT @y; END $$;',
])('%s is refused', async (sql) => {
  await expect(run(scientist, sql)).rejects.toMatchObject({
    code: '42501',
    message: expect.stringContaining('RHD'),
  });
});

test('the system catalog does not tell of them', async () => {
  const columns = `SELECT attname FROM pg_catalog.pg_attribute`;
  const names = (found: pg.QueryArrayResult): readonly unknown[] => found.rows.flat();
  expect(names(await sandbox.query(columns))).toContain('birthyear');
  const seen = names(await run(scientist, columns));
  expect(seen).toContain('gender');
  expect(seen).not.toContain('birthyear');
  expect(seen).not.toContain('firstname');
});

test('flattened columns are left out too', async () => {
  const { host, port, dbname, user } = sandbox.running.ready.pg;
  const { access_token: password } = await requestToken(sandbox.running.ready.http, scientist.ready);
  const client = new pg.Client({ host, port, database: `${dbname}?FLATTEN`, user, password });
  await client.connect();
  const { fields } = await client.query('SELECT * FROM profiles LIMIT 1');
  const names = fields.map(({ name }) => name);
  expect(names).toContain('person.gender');
  expect(names.filter((name) => /birthYear|firstName/i.test(name))).toEqual([]);
  await expect(client.query('SELECT `person.birthYear` FROM profiles')).rejects.toMatchObject({
    code: '42501',
  });
  await client.end();
});

test('a query over REST sees what its client may see', async () => {
  const sql = 'CREATE TABLE years_of_scientist AS SELECT person.birthYear AS y FROM profiles';
  const body = { dbName: 'prod:all', sql, name: 'q' };
  const made = await send('POST', '/data/foundation/query/queries', body, scientist.ready);
  const { id } = made.body as { id: string };
  const state = async () =>
    (await send('GET', `/data/foundation/query/queries/${id}`)).body as { state: string; errors: unknown };
  await expect.poll(async () => (await state()).state).toBe('FAILED');
  expect(await state()).toMatchObject({
    errors: [{ code: '42501', message: expect.stringContaining('RHD') }],
  });
});

test('rows over REST come without them', async () => {
  const preview = (ready?: SandboxReady) =>
    send('GET', `/data/foundation/export/datasets/${profilesId}/preview`, undefined, ready);
  expect((await preview()).text).toContain('"birthYear"');
  const seen = (await preview(scientist.ready)).text;
  expect(seen).toContain('"gender"');
  expect(seen).not.toContain('"birthYear"');
  expect(seen).not.toContain('"firstName"');
  const { body } = await send('GET', `/data/foundation/catalog/batches?dataSet=${profilesId}&limit=1`);
  const [batch] = Object.keys(body as object);
  const file = (ready?: SandboxReady) =>
    send('GET', `/data/foundation/export/files/${batch}-1?path=part-00000.parquet`, undefined, ready);
  expect((await file()).text).toContain('birthYear');
  const own = await file(scientist.ready);
  expect(own.status).toBe(200);
  expect(own.text).not.toContain('birthYear');
  expect(own.text).toContain('gender');
});

test('nor does the part of the schema that has values tell of them', async () => {
  const path = `/data/foundation/catalog/dataSets/${profilesId}?properties=observableSchema`;
  expect((await send('GET', path)).text).toContain('birthYear');
  const own = await send('GET', path, undefined, scientist.ready);
  expect(own.text).toContain('gender');
  expect(own.text).not.toContain('birthYear');
});

test('they are not exported, and no audience is made by them', async () => {
  const source = {
    name: 's',
    data: { format: 'parquet' },
    connectionSpec: { id: '23598e46-f560-407b-88d5-ea6207e49db0' },
    params: { datasets: [{ dataSetId: profilesId }] },
  };
  const spec = { id: '10440537-2a7b-4583-ac39-ed38d4b848e8' };
  const target = {
    name: 't',
    connectionSpec: spec,
    params: { path: 'x', datasetFileType: 'JSON', compression: 'GZIP' },
  };
  const flows = '/data/foundation/flowservice';
  expect(await send('POST', `${flows}/sourceConnections`, source, scientist.ready)).toMatchObject({
    status: 403,
  });
  const made = async (kind: string, body: object) =>
    ((await send('POST', `${flows}/${kind}`, body)).body as { id: string }).id;
  const flow = {
    name: 'f',
    flowSpec: { id: 'cd2fc47e-e838-4f38-a581-8fff2f99b63a' },
    sourceConnectionIds: [await made('sourceConnections', source)],
    targetConnectionIds: [await made('targetConnections', target)],
  };
  expect(await send('POST', `${flows}/flows`, flow, scientist.ready)).toMatchObject({
    status: 403,
    body: { detail: expect.stringMatching(/The field person\.\w+.* has the label/) },
  });
  const audience = {
    name: 'Old',
    expression: { type: 'PQL', format: 'pql/text', value: 'person.birthYear < 1950' },
    schema: { name: '_xdm.context.profile' },
  };
  expect(await send('POST', '/data/core/ups/audiences', audience, scientist.ready)).toMatchObject({
    status: 403,
    body: { detail: expect.stringContaining('RHD') },
  });
});

test('a label on a data set hides it as a whole', async () => {
  await send('POST', `/data/foundation/dataset/datasets/${eventsId}/labels`, {
    labels: ['C12'],
    optionalLabels: [],
  });
  await expect(run(scientist, 'SELECT 1 FROM ecommerce_events')).rejects.toMatchObject({
    code: '42501',
    message: expect.stringContaining('The table ecommerce_events has the label C12'),
  });
  const preview = `/data/foundation/export/datasets/${eventsId}/preview`;
  expect(await send('GET', preview, undefined, scientist.ready)).toMatchObject({ status: 403 });
  expect(await send('GET', preview)).toMatchObject({ status: 200 });
});

test('accounts and roles outlive a restart', async () => {
  await sandbox.restart();
  await expect(run(scientist, 'SELECT person.birthYear FROM profiles')).rejects.toMatchObject({
    code: '42501',
  });
  expect((await run(scientist, 'SELECT count(*) > 0 FROM profiles')).rows).toEqual([[true]]);
});
