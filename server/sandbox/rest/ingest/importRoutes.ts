import { Hono, type Context } from 'hono';
import { madeBatch, newBatch } from '../../../platform/batchIngestion';
import { ingestedBatch, type IngestedBatch } from '../../ingest/ingestedBatch';
import { listDatasets } from '../../store/datasets';
import type { Document } from '../../store/documents';
import { answer } from '../answer';
import { ingestedEntry } from '../catalog/batchEntry';
import { badRequest, notFound, notSupported } from '../problem';
import { isPacked } from '../readBody';
import { readJson } from '../readRequest';
import { limitBody } from '../limitBody';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';
import { batchPreview } from '../previews';
import { newBatchId } from './newBatchId';
import { revertBatch } from './revertBatch';
import { startLoading } from './startLoading';
import type { UploadedContent } from './uploads';

/** Batch ingestion: files come in for a batch, which is loaded into its data set once it is complete. */
export function importRoutes(sandbox: RestSandbox): Hono<RestEnvironment> {
  const { uploads } = sandbox;
  const file = '/batches/:batch/datasets/:dataset/files/:name{.+}';
  const create = async (c: Context<RestEnvironment>): Promise<Response> => {
    const made = await makeBatch(c, sandbox);
    return answer(c, madeBatch, { id: made.id, ...ingestedEntry(sandbox, made).object }, 201);
  };
  return (
    new Hono<RestEnvironment>({ strict: false })
      .post('/batches', limitBody, create)
      // Clients that replace batches send it so.
      .patch('/batches', limitBody, create)
      .post('/batches/:batch', limitBody, async (c) => {
        await endBatch(sandbox, c.req.param('batch'), c.req.query('action'));
        return c.json({});
      })
      // Of HEAD: whether a file came in, and how much of it.
      .get(file, async (c) => {
        const { batch, name } = await openUpload(c, sandbox);
        const size = await uploads.sizeOf(batch, name).catch(() => undefined);
        if (size === undefined) throw notFound('file', name);
        return c.json({ name, size });
      })
      .get('/batches/:batch/datasets/:dataset/preview', (c) => batchPreview(c, sandbox))
      .put(file, async (c) => {
        const { batch, name } = await openUpload(c, sandbox);
        await uploads.save(batch, name, contentOf(c));
        await addFile(sandbox, batch, name);
        return c.json({});
      })
      .post(file, async (c) => {
        const { batch, name } = await openUpload(c, sandbox);
        switch (c.req.query('action')) {
          case 'INITIALIZE':
            await uploads.start(batch, name);
            return c.json({}, 201);
          case 'COMPLETE':
            await addFile(sandbox, batch, name);
            return c.json({});
          default:
            throw badRequest('action must be INITIALIZE or COMPLETE');
        }
      })
      .patch(file, async (c) => {
        const { batch, name } = await openUpload(c, sandbox);
        await uploads.savePart(batch, name, c.req.header('content-range'), contentOf(c));
        return c.json({});
      })
  );
}

function contentOf(c: Context): UploadedContent {
  return { stream: c.req.raw.body, isPacked: isPacked(c) };
}

const mostFiles = 1500;

async function addFile({ documents }: RestSandbox, batch: string, name: string): Promise<void> {
  await documents.update(ingestedBatch, batch, ({ body }) => {
    if (body.files.includes(name)) return body;
    if (body.files.length >= mostFiles) throw badRequest(`A batch may have ${mostFiles} files at most`);
    return { ...body, files: [...body.files, name] };
  });
}

async function makeBatch(
  c: Context<RestEnvironment>,
  { services, documents }: RestSandbox,
): Promise<Document<IngestedBatch>> {
  const body = await readJson(c, newBatch);
  const datasets = await services.database.use(listDatasets);
  if (!datasets.some(({ id }) => id === body.datasetId)) {
    throw badRequest(`datasetId: there is no data set with the id ${body.datasetId}`);
  }
  const { format } = body.inputFormat;
  if (format === 'avro') throw notSupported('batches in the format avro. Send JSON, Parquet or CSV');
  return await documents.insert(ingestedBatch, newBatchId(), {
    datasetId: body.datasetId,
    status: 'loading',
    inputFormat: body.inputFormat,
    files: [],
    partialIngestionPercentage: body.partialIngestionPercentage ?? 0,
    enableErrorDiagnostics: body.enableErrorDiagnostics ?? false,
    tags: body.tags ?? {},
    replay: body.replay,
    errors: [],
  });
}

async function endBatch(sandbox: RestSandbox, id: string, action: string | undefined): Promise<void> {
  switch (action?.toUpperCase()) {
    case 'COMPLETE':
      await leaveLoading(sandbox, id, 'staging');
      startLoading(sandbox, id);
      return;
    case 'ABORT':
      await leaveLoading(sandbox, id, 'aborted');
      await sandbox.uploads.remove(id);
      return;
    case 'FAIL':
      await leaveLoading(sandbox, id, 'failed');
      await sandbox.uploads.remove(id);
      return;
    case 'REVERT':
      await revertBatch(sandbox, id);
      return;
    default:
      throw badRequest('action must be COMPLETE, ABORT, FAIL or REVERT');
  }
}

async function leaveLoading(
  { documents }: RestSandbox,
  id: string,
  status: IngestedBatch['status'],
): Promise<void> {
  const batch = await documents.update(ingestedBatch, id, ({ body }) => {
    if (body.status !== 'loading') throw badRequest(`The batch ${id} is ${body.status} already`);
    return { ...body, status };
  });
  if (!batch) throw notFound('batch', id);
}

/** The batch and file of the path, once the batch takes files. */
async function openUpload(
  c: Context<RestEnvironment>,
  { documents }: RestSandbox,
): Promise<{ readonly batch: string; readonly name: string }> {
  const { batch = '', dataset = '', name = '' } = c.req.param() as Record<string, string>;
  const found = await documents.get(ingestedBatch, batch);
  if (!found) throw notFound('batch', batch);
  if (found.body.datasetId !== dataset)
    throw badRequest(`The batch ${batch} is not one of the data set ${dataset}`);
  if (found.body.status !== 'loading') throw badRequest(`The batch ${batch} is ${found.body.status} already`);
  return { batch, name };
}
