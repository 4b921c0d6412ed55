import type { Context } from 'hono';
import type { CatalogBatch } from '../../../platform/batches';
import type { StoredBatch } from '../../store/batches';
import { badRequest } from '../problem';
import type { RestSandbox } from '../restSandbox';
import type { CatalogEntry } from './catalogQuery';

/** A batch as the Catalog Service tells it. */
export function batchEntry({ access }: RestSandbox, batch: StoredBatch): CatalogEntry<CatalogBatch> {
  const rows = Number(batch.rows);
  const object: CatalogBatch = {
    imsOrg: access.orgId,
    sandboxId: access.sandbox,
    status: batch.status,
    created: batch.completed,
    updated: batch.completed,
    completed: batch.completed,
    relatedObjects: [{ type: 'dataSet', id: batch.datasetId }],
    metrics: {
      startTime: batch.completed,
      endTime: batch.completed,
      recordsRead: rows,
      recordsWritten: rows,
    },
    errors: [],
    inputFormat: { format: 'parquet' },
    tags: {},
    version: '1.0.0',
  };
  return { id: batch.id, object };
}

/** Parameters that `batchesAsked` answers. */
export const batchParameters = ['dataSet', 'batch', 'createdAfter', 'createdBefore'] as const;

/** Filters by the parameters that are no fields of a batch. */
export function batchesAsked(
  c: Context,
  entries: readonly CatalogEntry<CatalogBatch>[],
): readonly CatalogEntry<CatalogBatch>[] {
  const dataSet = c.req.query('dataSet');
  const id = c.req.query('batch');
  const after = readTime(c, 'createdAfter') ?? -Infinity;
  const before = readTime(c, 'createdBefore') ?? Infinity;
  return entries.filter(
    ({ id: own, object }) =>
      (id === undefined || own === id) &&
      (dataSet === undefined || object.relatedObjects?.some((each) => each.id === dataSet)) &&
      object.created > after &&
      object.created < before,
  );
}

/** Milliseconds since 1970. */
function readTime(c: Context, name: string): number | undefined {
  const text = c.req.query(name);
  if (text === undefined) return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw badRequest(`${name} must be in milliseconds since 1970`);
}
