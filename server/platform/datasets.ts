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

/** What a client sends to have a data set made. */
export const newDataset = z.looseObject({
  name: z.string().trim().min(1),
  description: z.string().optional(),
  schemaRef: z.looseObject({ id: z.string(), contentType: z.string().optional() }),
  tags: z.record(z.string(), z.array(z.string())).optional(),
});

export type NewDataset = z.input<typeof newDataset>;

/** Names of what was made or changed: `@/dataSets/{id}`. */
export const catalogLinks = z.array(z.string());

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

/** Makes an empty data set with the columns of its schema; answers its id. */
export async function createDataset(
  platform: Platform,
  body: NewDataset,
  signal?: AbortSignal,
): Promise<string> {
  const query = { requestDataSource: true };
  const [link = ''] = await platform.call(catalogLinks, { method: 'POST', path, query, body, signal });
  return link.slice(link.lastIndexOf('/') + 1);
}

export async function deleteDataset(platform: Platform, id: string, signal?: AbortSignal): Promise<void> {
  await platform.send({ method: 'DELETE', path: `${path}/${encodeURIComponent(id)}`, signal });
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
