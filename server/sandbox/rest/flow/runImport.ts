import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { delimitedRows } from '../../ingest/delimitedRows';
import type { FieldMapping } from '../../ingest/fieldMappings';
import { flowProgress, type RunOutcome } from '../../flow/storedFlow';
import { ingestedBatch } from '../../ingest/ingestedBatch';
import { jsonRows } from '../../ingest/jsonRows';
import { writeRows } from '../../ingest/loadBatch';
import type { LoadedRows, RowsOptions } from '../../ingest/loadedRows';
import { LoadProblem } from '../../ingest/loadProblem';
import { parquetRows } from '../../ingest/parquetRows';
import type { LandedFile } from '../../landing/landingZone';
import { listDatasets, readSchema, type StoredDataset } from '../../store/datasets';
import type { DuckDBConnection } from '@duckdb/node-api';
import { newBatchId } from '../ingest/newBatchId';
import type { RestSandbox } from '../restSandbox';
import type { FlowWork } from './flowWork';
import { storedMappingSet } from './storedMappingSet';

/** Loads the files of a folder of the landing zone that are new since the last run, as one batch. */
export async function runImport(sandbox: RestSandbox, work: FlowWork): Promise<RunOutcome> {
  const { documents, landingZone, services, temporaryFolder } = sandbox;
  const { container, prefix } = placeOf(work);
  const imported = (await documents.get(flowProgress, work.flow.id))?.body.imported ?? [];
  const files = (await landingZone.list(container, prefix)).filter(
    (file) => isWithin(file, prefix, work) && !imported.includes(nameOf(container, file)),
  );
  const inputBytes = files.reduce((sum, { size }) => sum + size, 0);
  if (files.length === 0) return { inputRecords: 0, outputRecords: 0, inputBytes, inputFiles: 0 };
  const id = work.target.params.dataSetId ?? '';
  const dataset = (await services.database.use(listDatasets)).find((each) => each.id === id);
  if (!dataset)
    throw new LoadProblem([{ code: 'DatasetNotFound', description: `There is no data set ${id}` }]);
  const folder = join(temporaryFolder, `import-${work.runId}`);
  try {
    const copies = await copyFiles(sandbox, folder, container, files);
    const names = files.map((file) => nameOf(container, file));
    const records = await services.datasetLocks.withLock(dataset.table, () =>
      load(sandbox, work, { dataset, files: copies, names, inputBytes }),
    );
    return {
      inputRecords: records,
      outputRecords: records,
      failedRecords: 0,
      inputBytes,
      inputFiles: files.length,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The path of a source starts with its container. */
function placeOf({ source }: FlowWork): { readonly container: string; readonly prefix: string } {
  const [container = '', ...steps] = (source.params.path ?? '').split('/').filter((step) => step !== '');
  return { container, prefix: steps.join('/') };
}

function isWithin({ path }: LandedFile, prefix: string, { source }: FlowWork): boolean {
  if (path === prefix) return true;
  if (prefix !== '' && !path.startsWith(`${prefix}/`)) return false;
  const rest = prefix === '' ? path : path.slice(prefix.length + 1);
  return source.params.recursive === true || !rest.includes('/');
}

/** A file that was written anew is another one. */
function nameOf(container: string, { path, modified }: LandedFile): string {
  return `${container}/${path}@${Math.round(modified)}`;
}

/** The database may read only what lies in the temporary folder. */
async function copyFiles(
  { landingZone }: RestSandbox,
  folder: string,
  container: string,
  files: readonly LandedFile[],
): Promise<RowsOptions['files']> {
  await mkdir(folder, { recursive: true });
  return await Promise.all(
    files.map(async ({ path: name }, index) => {
      const path = join(folder, String(index));
      await landingZone.copyTo(container, name, path);
      return { name, path };
    }),
  );
}

interface Load {
  readonly dataset: StoredDataset;
  readonly files: RowsOptions['files'];
  /** Under which they are remembered. */
  readonly names: readonly string[];
  readonly inputBytes: number;
}

/** Answers how many records were written. */
async function load({ services, documents }: RestSandbox, work: FlowWork, load: Load): Promise<number> {
  const mappings = await mappingsOf(documents, work);
  return await services.database.use(async (connection) => {
    const rows = await readRows(connection, work, load, mappings);
    try {
      if (rows.wrong > 0) throw new LoadProblem(rows.errors);
      await documents.writeOn(connection, async (transaction) => {
        const snapshotId = await writeRows(connection, load.dataset, rows, transaction.now);
        await transaction.insert(ingestedBatch, newBatchId(), {
          datasetId: load.dataset.id,
          status: 'success',
          inputFormat: {
            format: formatOf(work) === 'delimited' ? 'csv' : formatOf(work) === 'json' ? 'json' : 'parquet',
          },
          files: [],
          partialIngestionPercentage: 0,
          tags: { flowId: [work.flow.id] },
          completed: transaction.now,
          ...(snapshotId === undefined ? {} : { snapshotId: String(snapshotId) }),
          recordsRead: rows.read,
          recordsWritten: rows.read,
          inputBytes: load.inputBytes,
          errors: [],
        });
        const known = await transaction.update(flowProgress, work.flow.id, ({ body }) => ({
          ...body,
          imported: [...body.imported, ...load.names],
        }));
        if (!known)
          await transaction.insert(flowProgress, work.flow.id, { exported: {}, imported: [...load.names] });
      });
      return rows.read;
    } finally {
      await rows.close();
    }
  });
}

async function mappingsOf(
  documents: RestSandbox['documents'],
  { flow }: FlowWork,
): Promise<readonly FieldMapping[] | undefined> {
  const id = flow.body.transformations?.find(({ name }) => name === 'Mapping')?.params.mappingId;
  return id === undefined ? undefined : (await documents.get(storedMappingSet, id))?.body.mappings;
}

async function readRows(
  connection: DuckDBConnection,
  work: FlowWork,
  { dataset, files }: Load,
  mappings: readonly FieldMapping[] | undefined,
): Promise<LoadedRows> {
  const schema = await readSchema(connection, dataset.schemaId);
  const options = { files, properties: schema?.properties ?? {}, signal: work.signal };
  const format = formatOf(work);
  if (format === 'delimited') {
    if (mappings) return await delimitedRows(connection, options, mappings);
    throw new LoadProblem([{ code: 'MappingMissing', description: 'Delimited files need a mapping' }]);
  }
  return await (format === 'json' ? jsonRows : parquetRows)(connection, options);
}

function formatOf({ source }: FlowWork): string {
  return source.data?.format.toLowerCase() ?? 'parquet';
}
