import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, expect, test } from 'vitest';
import { createDataset, listDatasets, tableOf } from '../../server/platform/datasets';
import { createFieldGroup } from '../../server/platform/fieldGroups';
import {
  connectionSpecs,
  createBaseConnection,
  createSourceConnection,
  createTargetConnection,
  flowSpecs,
} from '../../server/platform/flowConnections';
import {
  createFlow,
  eachFlowRun,
  exportNow,
  getFlow,
  getFlowRun,
  setFlowState,
  type FlowRun,
} from '../../server/platform/flows';
import { createMappingSet } from '../../server/platform/mappingSets';
import { allItems } from '../../server/platform/paging';
import { createSchema } from '../../server/platform/schemas';
import { xdmClass } from '../../server/platform/xdm';
import { exportFlow as newExportFlow } from '../support/exportFlow';
import { platformOf, sendRaw } from '../support/restClient';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox({ events: 300 });
const platform = () => platformOf(sandbox.running.ready);
const landingZone = () => join(sandbox.folder, 'landing-zone');
const nextYear = Math.round(Date.now() / 1000) + 365 * 86_400;

let eventsId = '';

beforeAll(async () => {
  const found = (await listDatasets(platform())).find(
    ({ dataset }) => tableOf(dataset) === 'ecommerce_events',
  );
  eventsId = found?.id ?? '';
});

/** A flow that exports data sets, made step by step. */
const exportFlow = (...options: Tail<Parameters<typeof newExportFlow>>) =>
  newExportFlow(platform(), ...options);

type Tail<T extends unknown[]> = T extends [unknown, ...infer Rest] ? Rest : never;

async function ended(runId: string): Promise<FlowRun> {
  const run = async () => (await getFlowRun(platform(), runId)) as FlowRun;
  await expect.poll(async () => (await run()).metrics.statusSummary.status).not.toBe('inProgress');
  return await run();
}

/** Files below a folder of a container. */
async function filesIn(...steps: string[]): Promise<readonly string[]> {
  const folder = join(landingZone(), ...steps);
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return names.filter((name) => /\.(parquet|gz)$/.test(name)).map((name) => join(folder, name));
}

async function rowsOf(sql: string): Promise<readonly unknown[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(sql)).getRowsJson();
  connection.closeSync();
  instance.closeSync();
  return rows;
}

test('a data set is exported to Parquet files when asked', async () => {
  const params = { compression: 'gzip', datasetFileType: 'parquet', path: 'cmle/egress' };
  const flowId = await exportFlow([eventsId], params);
  const run = await ended(await exportNow(platform(), { flowId, datasetId: eventsId }));
  const [file = '', ...others] = await filesIn('dlz-destination', 'cmle', 'egress', eventsId);
  expect(others).toEqual([]);
  expect(file).toMatch(/exportTime=\d{14}\/part-00000-[0-9a-f-]+\.parquet$/);
  expect(run.metrics).toMatchObject({
    statusSummary: { status: 'success', errors: [] },
    recordSummary: { inputRecordCount: 300, outputRecordCount: 300, failedRecordCount: 0 },
    fileSummary: { outputFileCount: 1 },
    durationSummary: { startedAtUTC: expect.any(Number), completedAtUTC: expect.any(Number) },
    sizeSummary: { outputBytes: (await readFile(file)).length },
  });
  const exported = await rowsOf(
    `SELECT count(*), count(_acme.user_id), count(identityMap['ECID'][1].id) FROM '${file}'`,
  );
  expect(exported).toEqual([['300', '300', '300']]);
  const [columns] = await rowsOf(
    `SELECT list(column_name ORDER BY column_name) FROM (DESCRIBE SELECT * FROM '${file}')`,
  );
  expect(JSON.stringify(columns)).not.toContain('_acp');
  expect(await allItems(eachFlowRun(platform(), flowId))).toMatchObject([{ id: run.id }]);
});

test('a data set is exported to compressed JSON, with times in ISO 8601 at every depth', async () => {
  const params = { compression: 'GZIP', datasetFileType: 'JSON', path: 'json' };
  const flowId = await exportFlow([eventsId], params);
  await ended(await exportNow(platform(), { flowId, datasetId: eventsId }));
  const [file = ''] = await filesIn('dlz-destination', 'json', eventsId);
  expect(file).toMatch(/part-00000-[0-9a-f-]+\.json\.gz$/);
  const lines = gunzipSync(await readFile(file))
    .toString()
    .trim()
    .split('\n');
  const records = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(records).toHaveLength(300);
  expect(records[0]?.['timestamp']).toMatch(/^2026-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  expect(records.every((record) => JSON.stringify(record).match(/\d \d\d:\d\d/) === null)).toBe(true);
  expect(records[0]?.['identityMap']).toMatchObject({ ECID: [{ authenticatedState: 'ambiguous' }] });
});

test('an incremental flow exports what came in since its last run', async () => {
  await sandbox.query(`CREATE TABLE growing AS SELECT 1 AS n`);
  const found = (await listDatasets(platform())).find(({ dataset }) => tableOf(dataset) === 'growing');
  const datasetId = found?.id ?? '';
  const params = { compression: 'NONE', datasetFileType: 'PARQUET', path: 'growing' };
  const flowId = await exportFlow([datasetId], params, {
    interval: 3,
    timeUnit: 'hour',
    startTime: nextYear,
    exportMode: 'FIRST_FULL_THEN_INCREMENTAL',
  });
  const exported = async () => {
    const run = await ended(await exportNow(platform(), { flowId, datasetId }));
    return run.metrics.recordSummary?.outputRecordCount;
  };
  expect(await exported()).toBe(1);
  expect(await exported()).toBe(0);
  await sandbox.query(`INSERT INTO growing SELECT 2 AS n`);
  expect(await exported()).toBe(1);
  const files = await filesIn('dlz-destination', 'growing', datasetId);
  expect(
    await rowsOf(`SELECT n FROM read_parquet([${files.map((file) => `'${file}'`).join()}]) ORDER BY n`),
  ).toEqual([[1], [2]]);
});

test('a flow that starts now runs by itself, and is disabled', async () => {
  const params = { compression: 'NONE', datasetFileType: 'PARQUET', path: 'now' };
  const startTime = Math.floor(Date.now() / 1000);
  const flowId = await exportFlow([eventsId], params, { interval: 3, timeUnit: 'hour', startTime });
  await expect
    .poll(async () => (await allItems(eachFlowRun(platform(), flowId)))[0]?.metrics.statusSummary.status)
    .toBe('success');
  expect(await filesIn('dlz-destination', 'now')).toHaveLength(1);
  await setFlowState(platform(), flowId, 'disable');
  const flow = await getFlow(platform(), flowId);
  expect(flow?.state).toBe('disabled');
  const patch = (etag: string) =>
    sendRaw(sandbox.running.ready, `/data/foundation/flowservice/flows/${flowId}`, {
      method: 'PATCH',
      headers: { 'If-Match': etag },
      body: JSON.stringify([{ op: 'Replace', path: '/scheduleParams', value: { startTime: nextYear } }]),
    });
  expect(await patch('"0"')).toMatchObject({ status: 412 });
  expect(await patch(flow?.etag ?? '')).toMatchObject({ status: 200 });
  expect((await getFlow(platform(), flowId))?.scheduleParams).toEqual({ startTime: nextYear });
});

test('an enabled policy forbids an export', async () => {
  const found = (await listDatasets(platform())).find(({ dataset }) => tableOf(dataset) === 'profiles');
  const put = (policyIds: readonly string[]) =>
    sendRaw(sandbox.running.ready, '/data/foundation/dulepolicy/enabledCorePolicies', {
      method: 'PUT',
      body: JSON.stringify({ policyIds }),
    });
  const params = { compression: 'NONE', datasetFileType: 'PARQUET', path: 'profiles' };
  await put(['corepolicy_0006']);
  await expect(exportFlow([found?.id ?? ''], params)).rejects.toMatchObject({
    status: 403,
    title: 'Policy violation',
  });
  await put([]);
  await expect(exportFlow([found?.id ?? ''], params)).resolves.toMatch(/^[0-9a-f-]{36}$/);
});

test.each<[string, object, number]>([
  ['JSON that is not compressed', { compression: 'NONE', datasetFileType: 'JSON', path: 'x' }, 400],
  ['a path that leads out', { compression: 'GZIP', datasetFileType: 'JSON', path: '../../x' }, 400],
  ['no path', { compression: 'GZIP', datasetFileType: 'JSON' }, 400],
  ['an unknown file type', { compression: 'GZIP', datasetFileType: 'XML', path: 'x' }, 400],
  ['delimited files', { compression: 'GZIP', datasetFileType: 'DELIMITED', path: 'x' }, 501],
])('a target with %s is refused', async (_, params, status) => {
  await expect(exportFlow([eventsId], params)).rejects.toMatchObject({ status });
});

test('storages that are not here say so', async () => {
  const s3 = { id: '4fce964d-3f37-408f-9778-e597338a21ee', version: '1.0' };
  await expect(createBaseConnection(platform(), { name: 'S3', connectionSpec: s3 })).rejects.toMatchObject({
    status: 501,
  });
});

async function scoreDataset(): Promise<{ readonly datasetId: string; readonly schemaId: string }> {
  const group = await createFieldGroup(platform(), {
    title: 'Scores',
    properties: {
      _acme: { type: 'object', properties: { userid: { type: 'string' }, propensity: { type: 'number' } } },
    },
  });
  const allOf = [{ $ref: xdmClass.profile }, { $ref: group.$id }];
  const schema = await createSchema(platform(), { title: 'Scores', allOf });
  const datasetId = await createDataset(platform(), { name: 'scores', schemaRef: { id: schema.$id } });
  return { datasetId, schemaId: schema.$id };
}

async function importFlow(datasetId: string, schemaId: string): Promise<string> {
  const mapping = await createMappingSet(platform(), {
    version: 0,
    xdmSchema: schemaId,
    xdmVersion: '1.0',
    mappings: [
      { sourceType: 'ATTRIBUTE', source: 'prediction', destination: '_acme.propensity' },
      { sourceType: 'ATTRIBUTE', source: 'userId', destination: '_acme.userid' },
    ],
  });
  const source = await createSourceConnection(platform(), {
    name: 'Scores',
    data: { format: 'delimited' },
    connectionSpec: { id: connectionSpecs.landingZoneSource, version: '1.0' },
    params: { path: 'dlz-user-container/cmle/ingress', type: 'folder', recursive: true },
  });
  const target = await createTargetConnection(platform(), {
    name: 'Scores',
    connectionSpec: { id: connectionSpecs.dataLakeTarget, version: '1.0' },
    params: { dataSetId: datasetId },
  });
  const { id } = await createFlow(platform(), {
    name: 'Import',
    flowSpec: { id: flowSpecs.cloudStorageImport, version: '1.0' },
    sourceConnectionIds: [source.id],
    targetConnectionIds: [target.id],
    transformations: [{ name: 'Mapping', params: { mappingId: mapping.id, mappingVersion: 0 } }],
    scheduleParams: { startTime: String(nextYear), frequency: 'minute', interval: '15' },
  });
  return id;
}

async function land(path: string, content: string): Promise<void> {
  const file = join(landingZone(), 'dlz-user-container', path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

async function runNow(flowId: string): Promise<FlowRun> {
  const started = await sendRaw(sandbox.running.ready, '/data/foundation/flowservice/runs', {
    method: 'POST',
    body: JSON.stringify({ flowId, status: 'active' }),
  });
  return await ended((started.body as { id: string }).id);
}

test('scores come in from delimited files, each file once', async () => {
  const { datasetId, schemaId } = await scoreDataset();
  const flowId = await importFlow(datasetId, schemaId);
  await land('cmle/ingress/exportTime=1/a.csv', 'userId,prediction,other\nu1,0.25,x\nu2,0.75,y\n');
  expect((await runNow(flowId)).metrics).toMatchObject({
    statusSummary: { status: 'success' },
    recordSummary: { outputRecordCount: 2 },
    fileSummary: { inputFileCount: 1 },
  });
  await land('cmle/ingress/exportTime=2/b.csv', 'prediction,userId\n0.5,u3\n');
  await land('elsewhere/c.csv', 'prediction,userId\n0.5,u9\n');
  expect((await runNow(flowId)).metrics.recordSummary).toMatchObject({ outputRecordCount: 1 });
  expect((await runNow(flowId)).metrics.recordSummary).toMatchObject({ outputRecordCount: 0 });
  const rows = await sandbox.query('SELECT _acme.userid, string(_acme.propensity) FROM scores ORDER BY 1');
  expect(rows.rows).toEqual([
    ['u1', '0.25'],
    ['u2', '0.75'],
    ['u3', '0.5'],
  ]);
  await land('cmle/ingress/d.csv', 'userId,prediction\nu4,much\n');
  expect((await runNow(flowId)).metrics.statusSummary).toMatchObject({
    status: 'failed',
    errors: [{ message: expect.stringContaining('"prediction" of cmle/ingress/d.csv') }],
  });
});

test('the landing zone is explored', async () => {
  const explore = async (query: string) => {
    const path = `/data/foundation/flowservice/connectionSpecs/${connectionSpecs.landingZoneSource}/explore?${query}`;
    return (await sendRaw(sandbox.running.ready, path)).body;
  };
  await land('look/x.csv', 'a,b\n1,z\n');
  expect(await explore('objectType=root')).toMatchObject([{ type: 'folder', name: 'dlz-user-container' }]);
  expect(await explore('objectType=folder&object=dlz-user-container/look')).toMatchObject([
    { type: 'file', name: 'x.csv', path: 'dlz-user-container/look/x.csv', canPreview: true },
  ]);
  expect(await explore('objectType=file&object=look/x.csv&fileType=delimited&preview=true')).toMatchObject({
    format: 'delimited',
    schema: {
      columns: [
        { name: 'a', type: 'long' },
        { name: 'b', type: 'string' },
      ],
    },
    data: [{ a: '1', b: 'z' }],
  });
  expect(await explore('objectType=file&object=../credentials.json&fileType=json')).toMatchObject({
    status: 404,
  });
});

test('an export needs no mapping, whatever format its client says the data lake has', async () => {
  const { ready } = sandbox.running;
  const params = { compression: 'GZIP', datasetFileType: 'JSON', path: '/aepp' };
  const flowId = await exportFlow([eventsId], params, { interval: '3', frequency: 'hour' }, 'delimited');
  const flow = await getFlow(platform(), flowId);
  expect(flow).toMatchObject({
    inheritedAttributes: {
      properties: { isDestinationFlow: true, isSourceFlow: false },
      targetConnections: [{ connectionSpec: { id: connectionSpecs.landingZoneTarget } }],
    },
  });
  const flows = async (kind: string): Promise<readonly { id: string }[]> => {
    const property = `inheritedAttributes.properties.${kind}==true`;
    const { body } = await sendRaw(
      ready,
      `/data/foundation/flowservice/flows?limit=100&property=${property}`,
    );
    return (body as { items: { id: string }[] }).items;
  };
  expect((await flows('isDestinationFlow')).map(({ id }) => id)).toContain(flowId);
  expect((await flows('isSourceFlow')).map(({ id }) => id)).not.toContain(flowId);
});

test('a connection is tried', async () => {
  const { ready } = sandbox.running;
  const connectionSpec = { id: connectionSpecs.landingZoneTarget };
  const { id } = await createBaseConnection(platform(), { name: 'Tried', connectionSpec });
  const at = (name: string) => `/data/foundation/flowservice/connections/${name}/test`;
  expect(await sendRaw(ready, at(id))).toMatchObject({ status: 200, body: { id } });
  expect(await sendRaw(ready, at('nothing'))).toMatchObject({ status: 404 });
});
