import { z } from 'zod';
import { PlatformError } from './errors';
import type { Platform } from './http';
import { allItems, eachItem, pageByOffset } from './paging';

/** A data set of the Catalog Service; its id is the key under which it is answered. */
export const catalogDataset = z.looseObject({
  name: z.string(),
  description: z.string().optional(),
  /** Milliseconds since 1970, as `updated`. */
  created: z.number().optional(),
  updated: z.number().optional(),
  tags: z.record(z.string(), z.unknown()).optional(),
  schemaRef: z.looseObject({ id: z.string(), contentType: z.string().optional() }).optional(),
  lastBatchId: z.string().optional(),
  lastBatchStatus: z.string().optional(),
});

export type CatalogDataset = z.infer<typeof catalogDataset>;

export const catalogDatasets = z.record(z.string(), catalogDataset);

export interface DatasetEntry {
  readonly id: string;
  readonly dataset: CatalogDataset;
}

/** The most that the Catalog Service answers at a time. */
const pageSize = 100;
const path = '/data/foundation/catalog/dataSets';

export interface DatasetFilter {
  /** Exactly this name. */
  readonly name?: string;
  readonly signal?: AbortSignal | undefined;
}

export async function listDatasets(
  platform: Platform,
  { name, signal }: DatasetFilter = {},
): Promise<readonly DatasetEntry[]> {
  const items = eachItem<DatasetEntry, number>(async (start = 0) => {
    const query = { limit: pageSize, start, name, orderBy: 'asc:created' };
    const page = await platform.call(catalogDatasets, { method: 'GET', path, query, signal });
    return pageByOffset(entriesOf(page), { start, limit: pageSize });
  });
  return await allItems(items);
}

/** Answers `undefined` when there is no such data set. */
export async function getDataset(
  platform: Platform,
  id: string,
  signal?: AbortSignal,
): Promise<CatalogDataset | undefined> {
  const call = { method: 'GET', path: `${path}/${encodeURIComponent(id)}`, signal } as const;
  try {
    return (await platform.call(catalogDatasets, call))[id];
  } catch (error) {
    if (error instanceof PlatformError && error.status === 404) return undefined;
    throw error;
  }
}

/** The name that SQL uses; absent for a data set that Query Service does not know. */
export function tableOf(dataset: CatalogDataset): string | undefined {
  const names = dataset.tags?.['adobe/pqs/table'];
  const name: unknown = Array.isArray(names) ? names[0] : undefined;
  return typeof name === 'string' ? name : undefined;
}

function entriesOf(datasets: z.infer<typeof catalogDatasets>): readonly DatasetEntry[] {
  return Object.entries(datasets).map(([id, dataset]) => ({ id, dataset }));
}
