import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createHash, randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { batchFiles, fileParts } from '../../platform/dataAccess';
import type { HiddenField } from '../access/hiddenFields';
import { listDatasets } from '../store/datasets';
import { snapshotColumn } from '../store/metadataTables';
import { quoted } from '../store/sqlText';
import { fieldsHiddenFrom } from './access/checkLabels';
import { visibleRows } from './access/visibleRows';
import { answer } from './answer';
import { readRange } from './byteRange';
import { batchEntries, type BatchEntry } from './catalog/batchEntry';
import { batchReportRoutes } from './ingest/batchReportRoutes';
import { datasetPreview } from './previews';
import { notFound } from './problem';
import type { RestEnvironment } from './restEnvironment';
import type { RestSandbox } from './restSandbox';

const partName = 'part-00000.parquet';

/** Data Access: the rows of a batch as a Parquet file, and the first rows of a data set. */
export function dataAccessRoutes(sandbox: RestSandbox): Hono<RestEnvironment> {
  return new Hono<RestEnvironment>({ strict: false })
    .get('/batches/:id/files', async (c) => {
      const batch = await findBatch(sandbox, c.req.param('id'));
      const data = batch.snapshotId === undefined ? [] : [fileView(c, batch)];
      return answer(c, batchFiles, { data, _page: { limit: 100, count: data.length } });
    })
    .get('/files/:id', async (c) => {
      const batch = await findBatch(sandbox, c.req.param('id').replace(/-1$/, ''));
      const file = await parquetOf(c, sandbox, batch);
      const { size } = await stat(file);
      const name = c.req.query('path');
      if (name === undefined) {
        const href = `${hrefOf(c, batch)}?path=${partName}`;
        const data = [{ name: partName, length: String(size), _links: { self: { href } } }];
        return answer(c, fileParts, { data, _page: { limit: 100, count: 1 } });
      }
      if (name !== partName) throw notFound('part', name);
      return sendFile(c, file, size);
    })
    .get('/datasets/:id/preview', (c) => datasetPreview(c, sandbox))
    .route('/', batchReportRoutes(sandbox));
}

async function findBatch(sandbox: RestSandbox, id: string): Promise<BatchEntry> {
  const found = (await batchEntries(sandbox)).find((batch) => batch.id === id);
  if (!found || found.object.status !== 'success') throw notFound('batch with files', id);
  return found;
}

function hrefOf(c: Context, { id }: BatchEntry): string {
  return `${new URL(c.req.url).origin}/data/foundation/export/files/${id}-1`;
}

function fileView(c: Context, batch: BatchEntry) {
  return {
    dataSetFileId: `${batch.id}-1`,
    dataSetViewId: batch.datasetId,
    version: '1.0.0',
    created: String(batch.object.created),
    updated: String(batch.object.updated ?? batch.object.created),
    isValid: true,
    _links: { self: { href: hrefOf(c, batch) } },
  };
}

/**
 * The file is made when it is first asked for, and stays: what a batch brought does not change. Clients that must not
 * see some of it have files of their own.
 */
async function parquetOf(
  c: Context<RestEnvironment>,
  sandbox: RestSandbox,
  batch: BatchEntry,
): Promise<string> {
  const { services, temporaryFolder } = sandbox;
  const dataset = (await services.database.use(listDatasets)).find(({ id }) => id === batch.datasetId);
  if (!dataset || batch.snapshotId === undefined) throw notFound('file', `${batch.id}-1`);
  const hidden = await fieldsHiddenFrom(c, sandbox, dataset);
  const folder = join(temporaryFolder, 'batches');
  const file = join(folder, `${batch.id}${suffixOf(hidden)}.parquet`);
  if (await stat(file).catch(() => undefined)) return file;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unfinished = join(folder, randomUUID());
  try {
    await services.database.use(async (connection) => {
      const rows = `${await visibleRows(connection, dataset, hidden)} WHERE ${snapshotColumn} = ${batch.snapshotId}`;
      await connection.run(`COPY (${rows}) TO ${quoted(unfinished)} (FORMAT parquet)`);
    });
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
  return file;
}

function suffixOf(hidden: readonly HiddenField[]): string {
  if (hidden.length === 0) return '';
  const paths = hidden.map(({ path }) => path).sort();
  return `-${createHash('sha256').update(paths.join('\n')).digest('hex').slice(0, 16)}`;
}

function sendFile(c: Context, file: string, size: number): Response {
  const { start, length, isPart } = readRange(c.req.header('range'), size);
  const headers = {
    'content-type': 'application/octet-stream',
    'content-length': String(length),
    'accept-ranges': 'bytes',
    ...(isPart ? { 'content-range': `bytes ${start}-${start + length - 1}/${size}` } : {}),
  };
  const status = isPart ? 206 : 200;
  if (c.req.method === 'HEAD') return c.body(null, status, headers);
  const content = createReadStream(file, { start, end: start + length - 1 });
  return c.body(Readable.toWeb(content) as ReadableStream, status, headers);
}
