import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { Hono, type Context } from 'hono';
import { fileParts } from '../../../platform/dataAccess';
import { ingestedBatch, type IngestedBatch } from '../../ingest/ingestedBatch';
import { listDatasets } from '../../store/datasets';
import { requireWholeDataset } from '../access/checkLabels';
import { answer } from '../answer';
import { badRequest, notFound, Problem } from '../problem';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';

const errorFolder = 'row_errors';
const errorFile = 'conversion_errors_0.json';
const sampleFile = 'row_errors_sample.json';
const inputFolder = 'input_files';
/** Records of the sample. */
const sampleSize = 100;

/** What became of a batch that came in: the files of a failed one, and what was wrong with its records. */
export function batchReportRoutes(sandbox: RestSandbox): Hono<RestEnvironment> {
  const { documents, services, uploads } = sandbox;
  const find = async (c: Context<RestEnvironment>): Promise<IngestedBatch> => {
    const id = c.req.param('id') ?? '';
    const found = await documents.get(ingestedBatch, id);
    if (!found) throw notFound('batch that came in over REST', id);
    const { datasetId } = found.body;
    const dataset = (await services.database.use(listDatasets)).find((each) => each.id === datasetId);
    // Reports quote values, and files have all of them.
    if (dataset) await requireWholeDataset(c, sandbox, dataset);
    return found.body;
  };
  return new Hono<RestEnvironment>({ strict: false })
    .get('/batches/:id/failed', async (c) => {
      const { id } = c.req.param();
      const batch = await find(c);
      if (batch.status !== 'failed')
        throw badRequest(`The batch ${id} has not failed: it is ${batch.status}`);
      const name = c.req.query('path');
      if (name === undefined) {
        const sizes = batch.files.map(async (file) => ({
          name: file,
          length: await uploads.sizeOf(id, file),
        }));
        return listing(c, await Promise.all(sizes));
      }
      if (!batch.files.includes(name)) throw notFound('file', name);
      const content = Readable.toWeb(createReadStream(uploads.pathOf(id, name)));
      return c.body(content as ReadableStream, 200, { 'content-type': 'application/octet-stream' });
    })
    .get('/batches/:id/meta', async (c) => report(c, await find(c)));
}

function report(c: Context, batch: IngestedBatch): Response {
  const path = c.req.query('path')?.replace(/\/+$/, '') ?? '';
  if (path === '') {
    return listing(
      c,
      [errorFolder, inputFolder, sampleFile].map((name) => ({ name, length: 0 })),
    );
  }
  if (path === inputFolder)
    return listing(
      c,
      batch.files.map((name) => ({ name, length: 0 })),
    );
  const errors = errorLines(batch);
  switch (path) {
    case errorFolder:
      return listing(c, errors === '' ? [] : [{ name: errorFile, length: Buffer.byteLength(errors) }]);
    case `${errorFolder}/${errorFile}`:
      return c.body(errors, 200, { 'content-type': 'application/octet-stream' });
    case sampleFile: {
      const lines = errors.split('\n').slice(0, sampleSize).join('\n');
      return c.body(lines, 200, { 'content-type': 'application/octet-stream' });
    }
    default:
      throw notFound('report', path);
  }
}

/** A line of JSON for each wrong record. */
function errorLines({ errors, enableErrorDiagnostics }: IngestedBatch): string {
  if (enableErrorDiagnostics !== true) {
    throw new Problem(404, 'Not found', 'The batch was made without enableErrorDiagnostics');
  }
  const lines = errors.map(({ code, description, file, record }) =>
    JSON.stringify({ _filename: file, _record: record, _errors: [{ code, message: description }] }),
  );
  return lines.map((line) => `${line}\n`).join('');
}

function listing(c: Context, files: readonly { readonly name: string; readonly length: number }[]): Response {
  const { origin, pathname } = new URL(c.req.url);
  const folder = c.req.query('path');
  const data = files.map(({ name, length }) => {
    const path = encodeURIComponent(folder === undefined ? name : `${folder}/${name}`);
    return { name, length: String(length), _links: { self: { href: `${origin}${pathname}?path=${path}` } } };
  });
  return answer(c, fileParts, { data, _page: { limit: 100, count: data.length } });
}
