import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { eachBatch } from '../../server/platform/batches';
import { listBatchFiles, listFileParts, openFilePart } from '../../server/platform/dataAccess';
import { listDatasets, tableOf } from '../../server/platform/datasets';
import { allItems } from '../../server/platform/paging';
import { platformOf, sendRaw } from '../support/restClient';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox({ events: 1_200 });
const platform = () => platformOf(sandbox.running.ready);

async function eventsId(): Promise<string> {
  return (
    (await listDatasets(platform())).find(({ dataset }) => tableOf(dataset) === 'ecommerce_events')?.id ?? ''
  );
}

async function countIn(file: string): Promise<number> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const found = await connection.runAndReadAll(`SELECT count(*) FROM read_parquet('${file}')`);
  connection.closeSync();
  instance.closeSync();
  return Number(found.getRows()[0]?.[0]);
}

test('the files of the batches hold the rows of the data set', async () => {
  const batches = await allItems(eachBatch(platform(), { dataSet: await eventsId() }));
  let rows = 0;
  for (const { id, batch } of batches) {
    const [fileId = ''] = await listBatchFiles(platform(), id);
    const [part] = await listFileParts(platform(), fileId);
    const response = await openFilePart(platform(), { fileId, name: part?.name ?? '' });
    const content = new Uint8Array(await response.arrayBuffer());
    expect(content.length).toBe(Number(part?.length));
    const file = join(sandbox.folder, `${id}.parquet`);
    await writeFile(file, content);
    const count = await countIn(file);
    expect(count).toBe((batch.metrics as { recordsWritten: number }).recordsWritten);
    rows += count;
  }
  expect(rows).toBe(1_200);
});

test('a part of a file, and its size alone', async () => {
  const { ready } = sandbox.running;
  const [batch] = await allItems(eachBatch(platform(), { dataSet: await eventsId() }));
  const path = `/data/foundation/export/files/${batch?.id}-1?path=part-00000.parquet`;
  const part = await sendRaw(ready, path, { headers: { Range: 'bytes=0-3' } });
  expect([part.status, part.text]).toEqual([206, 'PAR1']);
  const head = await sendRaw(ready, path, { method: 'HEAD' });
  expect(head.headers.get('content-length')).toMatch(/^\d+$/);
  const beyond = await sendRaw(ready, path, { headers: { Range: 'bytes=999999999-' } });
  expect(beyond).toMatchObject({ status: 416 });
});

test('the first rows of a data set, nested as they are', async () => {
  const { body } = await sendRaw(
    sandbox.running.ready,
    `/data/foundation/export/datasets/${await eventsId()}/preview`,
  );
  const { data } = body as { data: Record<string, unknown>[] };
  expect(data).toHaveLength(20);
  expect(data[0]).toMatchObject({
    _acme: { user_id: expect.any(String) },
    identityMap: { ECID: [{ primary: true }] },
  });
});

test.each(['batches/nothing/files', 'files/nothing-1', 'datasets/nothing/preview'])(
  '%s is not there',
  async (path) => {
    expect(await sendRaw(sandbox.running.ready, `/data/foundation/export/${path}`)).toMatchObject({
      status: 404,
    });
  },
);
