import type { Context } from 'hono';
import type { CatalogBatch } from '../../../platform/batches';
import { ingestedBatch, type IngestedBatch } from '../../ingest/ingestedBatch';
import { listSnapshotBatches, type SnapshotBatch } from '../../store/batches';
import type { Document } from '../../store/documents';
import { badRequest } from '../problem';
import type { RestSandbox } from '../restSandbox';
import type { CatalogEntry } from './catalogQuery';

export interface BatchEntry extends CatalogEntry<CatalogBatch> {
  readonly datasetId: string;
  /** Absent for a batch that brought no rows. */
  readonly snapshotId: bigint | undefined;
}

/** All batches, the latest first: those that came in over REST, and those of other writes. */
export async function batchEntries(sandbox: RestSandbox): Promise<readonly BatchEntry[]> {
  const ingested = (await sandbox.documents.list(ingestedBatch)).map((each) => ingestedEntry(sandbox, each));
  const told = new Set(ingested.map(({ datasetId, snapshotId }) => `${datasetId}:${snapshotId}`));
  const others = (await sandbox.services.database.use(listSnapshotBatches))
    .filter(({ datasetId, snapshotId }) => !told.has(`${datasetId}:${snapshotId}`))
    .map((each) => snapshotEntry(sandbox, each));
  return [...ingested, ...others].sort(
    (left, right) => right.object.created - left.object.created || (left.id < right.id ? -1 : 1),
  );
}

/** A batch that came in over REST, as the Catalog Service tells it. */
export function ingestedEntry(
  sandbox: RestSandbox,
  { id, body, created, updated }: Document<IngestedBatch>,
): BatchEntry {
  const { completed, recordsRead, recordsWritten, inputBytes, snapshotId } = body;
  const object: CatalogBatch = {
    ...commonFields(sandbox, body.datasetId),
    status: body.status,
    created,
    updated,
    ...(completed === undefined ? {} : { completed }),
    metrics: {
      startTime: created,
      ...(completed === undefined ? {} : { endTime: completed }),
      ...(recordsRead === undefined
        ? {}
        : { recordsRead, recordsWritten, failedRecordCount: recordsRead - (recordsWritten ?? 0) }),
      ...(inputBytes === undefined ? {} : { inputByteSize: inputBytes }),
      ...(body.status === 'failed' && body.errors[0] ? { failureReason: body.errors[0].description } : {}),
    },
    errors: errorsOf(body),
    inputFormat: body.inputFormat,
    tags: body.tags,
  };
  return {
    id,
    object,
    datasetId: body.datasetId,
    snapshotId: snapshotId === undefined ? undefined : BigInt(snapshotId),
  };
}

function snapshotEntry(sandbox: RestSandbox, batch: SnapshotBatch): BatchEntry {
  const { id, datasetId, snapshotId, completed } = batch;
  const rows = Number(batch.rows);
  const object: CatalogBatch = {
    ...commonFields(sandbox, datasetId),
    status: 'success',
    created: completed,
    updated: completed,
    completed,
    metrics: { startTime: completed, endTime: completed, recordsRead: rows, recordsWritten: rows },
    errors: [],
    inputFormat: { format: 'parquet' },
    tags: {},
  };
  return { id, object, datasetId, snapshotId };
}

function commonFields({ access }: RestSandbox, datasetId: string) {
  return {
    imsOrg: access.orgId,
    sandboxId: access.sandbox,
    relatedObjects: [{ type: 'dataSet', id: datasetId }],
    version: '1.0.0',
  };
}

/** Errors of the same kind are one, with the numbers of the records. */
function errorsOf({ errors }: IngestedBatch): NonNullable<CatalogBatch['errors']> {
  const byKind = new Map<string, NonNullable<CatalogBatch['errors']>[number] & { rows: number[] }>();
  for (const { code, description, record } of errors) {
    const known = byKind.get(`${code} ${description}`) ?? { code, description, rows: [] };
    if (record !== undefined) known.rows.push(record);
    byKind.set(`${code} ${description}`, known);
  }
  return [...byKind.values()];
}

/** Parameters that `batchesAsked` answers. */
export const batchParameters = ['dataSet', 'dataSetId', 'batch', 'createdAfter', 'createdBefore'] as const;

/** Filters by the parameters that are no fields of a batch. */
export function batchesAsked(c: Context, entries: readonly BatchEntry[]): readonly BatchEntry[] {
  const dataSet = c.req.query('dataSet') ?? c.req.query('dataSetId');
  const batch = c.req.query('batch');
  const after = readTime(c, 'createdAfter') ?? -Infinity;
  const before = readTime(c, 'createdBefore') ?? Infinity;
  return entries.filter(
    ({ id, datasetId, object: { created } }) =>
      (batch === undefined || id === batch) &&
      (dataSet === undefined || datasetId === dataSet) &&
      created > after &&
      created < before,
  );
}

/** Milliseconds since 1970. */
function readTime(c: Context, name: string): number | undefined {
  const text = c.req.query(name);
  if (text === undefined) return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw badRequest(`${name} must be in milliseconds since 1970`);
}
