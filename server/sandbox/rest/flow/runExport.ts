import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { exportRows, type ExportedRows, type ExportFormat } from '../../flow/exportRows';
import { flowProgress, type FlowProgress, type RunOutcome } from '../../flow/storedFlow';
import { LoadProblem } from '../../ingest/loadProblem';
import { containers } from '../../landing/landingZone';
import { listDatasets, readSchema, type StoredDataset } from '../../store/datasets';
import { snapshotIds } from '../../store/snapshots';
import type { RestSandbox } from '../restSandbox';
import type { FlowWork } from './flowWork';
import { folderSteps } from './folderSteps';

/** Writes the data sets of a flow to the landing zone: all of their rows, or those that came in since the last run. */
export async function runExport(sandbox: RestSandbox, work: FlowWork): Promise<RunOutcome> {
  const asked = work.datasets ?? work.source.params.datasets?.map(({ dataSetId }) => dataSetId) ?? [];
  const datasets = await sandbox.services.database.use(listDatasets);
  let outcome = { inputRecords: 0, outputRecords: 0, outputBytes: 0, outputFiles: 0 };
  for (const id of asked) {
    const dataset = datasets.find((each) => each.id === id);
    if (!dataset)
      throw new LoadProblem([{ code: 'DatasetNotFound', description: `There is no data set ${id}` }]);
    const exported = await exportDataset(sandbox, work, dataset);
    outcome = {
      inputRecords: outcome.inputRecords + exported.rows,
      outputRecords: outcome.outputRecords + exported.rows,
      outputBytes: exported.files.reduce((sum, { size }) => sum + size, outcome.outputBytes),
      outputFiles: outcome.outputFiles + exported.files.length,
    };
  }
  return { ...outcome, failedRecords: 0 };
}

const nothing: ExportedRows = { rows: 0, files: [] };

async function exportDataset(
  { services, documents, landingZone, temporaryFolder, now }: RestSandbox,
  { flow, target, runId }: FlowWork,
  dataset: StoredDataset,
): Promise<ExportedRows> {
  const progress = (await documents.get(flowProgress, flow.id))?.body ?? noProgress;
  const isIncremental = flow.body.scheduleParams?.exportMode === 'FIRST_FULL_THEN_INCREMENTAL';
  const last = isIncremental ? progress.exported[dataset.id] : undefined;
  const folder = join(temporaryFolder, `export-${runId}-${dataset.id}`);
  const exported = await services.database.use(async (connection) => {
    const upTo = (await snapshotIds(connection, dataset.id)).at(-1);
    const schema = await readSchema(connection, dataset.schemaId);
    const after = last === undefined ? undefined : BigInt(last);
    if (upTo === undefined || !schema || after === upTo) return undefined;
    const { format, compression } = fileForm(target.params);
    const options = { dataset, properties: schema.properties, format, compression, after, upTo, folder };
    return { upTo, ...(await exportRows(connection, options)) };
  });
  if (!exported) return nothing;
  try {
    const steps = [...folderSteps(target.params.path ?? ''), dataset.id, `exportTime=${stamp(now())}`];
    if (exported.rows === 0) return nothing;
    for (const [index, { path }] of exported.files.entries()) {
      const name = `part-${String(index).padStart(5, '0')}-${runId}${extension(path)}`;
      await landingZone.take(path, containers.dlz_destination, [...steps, name].join('/'));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await keepProgress(documents, flow.id, (before) => ({
    ...before,
    exported: { ...before.exported, [dataset.id]: String(exported.upTo) },
  }));
  return exported;
}

const noProgress: FlowProgress = { exported: {}, imported: [] };

async function keepProgress(
  documents: RestSandbox['documents'],
  flowId: string,
  change: (before: FlowProgress) => FlowProgress,
): Promise<void> {
  await documents.write(async (transaction) => {
    const changed = await transaction.update(flowProgress, flowId, ({ body }) => change(body));
    if (!changed) await transaction.insert(flowProgress, flowId, change(noProgress));
  });
}

/** What a target says of its files, in whatever case of letters. */
export function fileForm(params: FlowWork['target']['params']): {
  readonly format: ExportFormat;
  readonly compression: 'gzip' | 'none';
} {
  const format = params.datasetFileType?.toLowerCase() === 'json' ? 'json' : 'parquet';
  return { format, compression: params.compression?.toLowerCase() === 'gzip' ? 'gzip' : 'none' };
}

/** `YYYYMMDDHHMMSS`, in UTC. */
function stamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\D/g, '').slice(0, 14);
}

function extension(path: string): string {
  return /(?:\.[a-z]+)+$/.exec(path)?.[0] ?? '';
}
