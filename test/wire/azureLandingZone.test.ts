import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ContainerClient } from '@azure/storage-blob';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listDatasets, tableOf } from '../../server/platform/datasets';
import { exportNow, getFlowRun } from '../../server/platform/flows';
import { getLandingZoneCredentials, type LandingZoneType } from '../../server/platform/landingZone';
import { startAzurite, type Azurite } from '../support/azurite';
import { exportFlow } from '../support/exportFlow';
import { platformOf, sendRaw } from '../support/restClient';
import { testSandbox } from '../support/testSandbox';

let azurite: Azurite;
let folder = '';

beforeAll(async () => {
  azurite = await startAzurite();
  folder = await mkdtemp(join(tmpdir(), 'feature-sql-'));
});

afterAll(async () => {
  await azurite.stop();
  await rm(folder, { recursive: true });
});

const sandbox = testSandbox({
  events: 300,
  get azureStorage() {
    return azurite.connection;
  },
});
const platform = () => platformOf(sandbox.running.ready);

/** A container as a client sees it that has the landing zone's credentials and nothing else. */
async function container(type: LandingZoneType): Promise<ContainerClient> {
  return new ContainerClient((await getLandingZoneCredentials(platform(), type)).SASUri);
}

async function namesIn(client: ContainerClient, prefix = ''): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of client.listBlobsFlat({ prefix })) names.push(name);
  return names;
}

test('the credentials have the form of the Platform, with the address of the storage', async () => {
  const credentials = await getLandingZoneCredentials(platform(), 'dlz_destination');
  expect(credentials).toMatchObject({
    containerName: 'dlz-destination',
    storageAccountName: 'devstoreaccount1',
    SASToken: expect.stringMatching(/(^|&)sig=/),
    SASUri: expect.stringContaining('/devstoreaccount1/dlz-destination?'),
    expiryDate: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
  });
  expect(credentials.SASUri.endsWith(credentials.SASToken)).toBe(true);
});

test('an export lands in the storage, and is read with the credentials of the landing zone', async () => {
  const datasets = await listDatasets(platform());
  const datasetId = datasets.find(({ dataset }) => tableOf(dataset) === 'ecommerce_events')?.id ?? '';
  const params = { compression: 'NONE', datasetFileType: 'PARQUET', path: 'cmle/egress' };
  const flowId = await exportFlow(platform(), [datasetId], params);
  const runId = await exportNow(platform(), { flowId, datasetId });
  await expect
    .poll(async () => (await getFlowRun(platform(), runId))?.metrics.statusSummary.status)
    .toBe('success');
  const client = await container('dlz_destination');
  const [name = '', ...others] = await namesIn(client, `cmle/egress/${datasetId}/`);
  expect(others).toEqual([]);
  expect(name).toMatch(/exportTime=\d{14}\/part-00000-[0-9a-f-]+\.parquet$/);
  const file = join(folder, 'export.parquet');
  await client.getBlobClient(name).downloadToFile(file);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const found = await connection.runAndReadAll(`SELECT count(*), count(DISTINCT _id) FROM '${file}'`);
  connection.closeSync();
  instance.closeSync();
  expect(found.getRowsJson()).toEqual([['300', '300']]);
});

test('what a client writes with its credentials is seen by the services', async () => {
  const client = await container('user_drop_zone');
  await client.getBlockBlobClient('in/scores.csv').upload('user,score\na,0.5\n', 17);
  const spec = '26f526f2-58f4-4712-961d-e41bf1ccc0e8';
  const base = `/data/foundation/flowservice/connectionSpecs/${spec}/explore`;
  const { body } = await sendRaw(
    sandbox.running.ready,
    `${base}?objectType=file&object=in/scores.csv&fileType=delimited&preview=true`,
  );
  expect(body).toMatchObject({ format: 'delimited', data: [{ user: 'a', score: 0.5 }] });
  const copy = join(folder, 'scores.csv');
  await client.getBlobClient('in/scores.csv').downloadToFile(copy);
  expect(await readFile(copy, 'utf8')).toContain('a,0.5');
});

test('credentials that were refreshed let nobody in any more, and each opens its container only', async () => {
  const before = await container('user_drop_zone');
  await namesIn(before);
  const refresh = '/data/foundation/connectors/landingzone/credentials?type=user_drop_zone&action=refresh';
  expect(await sendRaw(sandbox.running.ready, refresh, { method: 'POST' })).toMatchObject({ status: 200 });
  await expect(namesIn(before)).rejects.toMatchObject({ statusCode: 403 });
  const after = await container('user_drop_zone');
  expect(await namesIn(after)).toEqual(['in/scores.csv']);
  const other = new ContainerClient(after.url.replace('dlz-user-container', 'dlz-destination'));
  await expect(namesIn(other)).rejects.toMatchObject({ statusCode: 403 });
});
