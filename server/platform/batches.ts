import { z } from 'zod';
import type { Platform } from './http';
import { eachItem, pageByOffset } from './paging';

export const batchError = z.looseObject({
  code: z.string(),
  description: z.string().optional(),
});

/** A batch of the Catalog Service; its id is the key under which it is answered. */
export const catalogBatch = z.looseObject({
  /** `loading staging processing success failed aborted inactive`, among others. */
  status: z.string(),
  /** Milliseconds since 1970, as `updated` and `completed`. */
  created: z.number(),
  updated: z.number().optional(),
  completed: z.number().optional(),
  relatedObjects: z.array(z.looseObject({ type: z.string(), id: z.string() })).optional(),
  metrics: z.looseObject({}).optional(),
  errors: z.array(batchError).optional(),
  inputFormat: z.looseObject({ format: z.string() }).optional(),
});

export type CatalogBatch = z.infer<typeof catalogBatch>;

export const catalogBatches = z.record(z.string(), catalogBatch);

export interface BatchEntry {
  readonly id: string;
  readonly batch: CatalogBatch;
}

/** The most that the Catalog Service answers at a time. */
const pageSize = 100;
const path = '/data/foundation/catalog/batches';

export interface BatchFilter {
  /** Id of a data set. */
  readonly dataSet?: string;
  readonly status?: string;
  readonly signal?: AbortSignal | undefined;
}

/** Batches, the latest first, as they are asked for. */
export function eachBatch(platform: Platform, { dataSet, status, signal }: BatchFilter = {}) {
  return eachItem<BatchEntry, number>(async (start = 0) => {
    const query = { limit: pageSize, start, dataSet, status, orderBy: 'desc:created' };
    const page = await platform.call(catalogBatches, { method: 'GET', path, query, signal });
    const items = Object.entries(page).map(([id, batch]) => ({ id, batch }));
    return pageByOffset(items, { start, limit: pageSize });
  });
}

export async function getBatch(
  platform: Platform,
  id: string,
  signal?: AbortSignal,
): Promise<CatalogBatch | undefined> {
  const call = { method: 'GET', path: `${path}/${encodeURIComponent(id)}`, signal } as const;
  return (await platform.call(catalogBatches, call))[id];
}
