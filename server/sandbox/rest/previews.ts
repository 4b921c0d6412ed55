import type { Context } from 'hono';
import { listDatasets, type StoredDataset } from '../store/datasets';
import { snapshotColumn } from '../store/metadataTables';
import { fieldsHiddenFrom } from './access/checkLabels';
import { visibleRows } from './access/visibleRows';
import { batchEntries } from './catalog/batchEntry';
import { notFound } from './problem';
import type { RestEnvironment } from './restEnvironment';
import type { RestSandbox } from './restSandbox';

const previewRows = 20;

/** The first rows of a data set. */
export async function datasetPreview(c: Context<RestEnvironment>, sandbox: RestSandbox): Promise<Response> {
  const dataset = await findDataset(sandbox, c.req.param('id') ?? '');
  return await preview(c, sandbox, dataset, 'true');
}

/** The first rows that a batch brought to a data set. */
export async function batchPreview(c: Context<RestEnvironment>, sandbox: RestSandbox): Promise<Response> {
  const id = c.req.param('batch') ?? '';
  const dataset = await findDataset(sandbox, c.req.param('dataset') ?? '');
  const batch = (await batchEntries(sandbox)).find((entry) => entry.id === id);
  if (batch?.datasetId !== dataset.id) throw notFound('batch of the data set', id);
  return await preview(c, sandbox, dataset, `${snapshotColumn} = ${batch.snapshotId ?? -1n}`);
}

async function findDataset({ services }: RestSandbox, id: string): Promise<StoredDataset> {
  const found = (await services.database.use(listDatasets)).find((each) => each.id === id);
  if (!found) throw notFound('data set', id);
  return found;
}

async function preview(
  c: Context<RestEnvironment>,
  sandbox: RestSandbox,
  dataset: StoredDataset,
  condition: string,
): Promise<Response> {
  const hidden = await fieldsHiddenFrom(c, sandbox, dataset);
  const found = await sandbox.services.database.use(async (connection) => {
    const rows = `${await visibleRows(connection, dataset, hidden)} WHERE ${condition} LIMIT ${previewRows}`;
    return await connection.runAndReadAll(`SELECT to_json(row) FROM (${rows}) AS row`);
  });
  // The rows are JSON already, with all digits of their numbers.
  const data = found.getRows().map(([row]) => row as string);
  return c.body(`{"data":[${data.join(',')}]}`, 200, { 'content-type': 'application/json' });
}
