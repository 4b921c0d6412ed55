import type { Snapshot } from '../catalog/types';
import { catalogSnapshot } from './catalogSnapshot';
import { getDatasetLabels, type DatasetLabels } from './datasetLabels';
import { listDatasets, tableOf, type DatasetEntry } from './datasets';
import { listDescriptors } from './descriptors';
import { PlatformError } from './errors';
import type { Platform } from './http';
import { getRegistryStats } from './registryStats';
import { getSchema } from './schemas';
import type { XdmSchema } from './xdm';

export interface PullOptions {
  /** Names of tables, without regard to case; absent for all. */
  readonly tables?: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface PulledCatalog {
  readonly snapshot: Snapshot;
  /** What could not be read, each a sentence for people. */
  readonly problems: readonly string[];
}

/** Requests that are under way at once: the Platform allows few. */
const atOnce = 6;

/** Asks the Platform for its data sets with their schemas and labels. */
export async function pullCatalog(platform: Platform, options: PullOptions): Promise<PulledCatalog> {
  const { signal } = options;
  const [stats, descriptors, all] = await Promise.all([
    getRegistryStats(platform, signal),
    listDescriptors(platform, signal),
    listDatasets(platform, { signal }),
  ]);
  const datasets = wanted(all, options.tables);
  const problems = missing(datasets, options.tables);
  const schemaIds = [...new Set(datasets.flatMap(({ dataset }) => dataset.schemaRef?.id ?? []))];
  const schemas = new Map<string, XdmSchema>();
  const labels = new Map<string, DatasetLabels>();
  const total = schemaIds.length + datasets.length;
  let done = 0;
  const count = (): void => options.onProgress?.(++done, total);
  await eachAtOnce(schemaIds, async (id) => {
    const about = `The schema ${id}`;
    const schema = await unlessRefused(getSchema(platform, id, signal), about, problems);
    if (schema) schemas.set(id, schema);
    count();
  });
  await eachAtOnce(datasets, async ({ id, dataset }) => {
    const about = `The labels of the data set "${dataset.name}"`;
    const found = await unlessRefused(getDatasetLabels(platform, id, signal), about, problems);
    if (found) labels.set(id, found);
    count();
  });
  const snapshot = catalogSnapshot({
    sandbox: platform.access.sandbox,
    tenantId: stats.tenantId,
    takenAt: new Date(options.now).toISOString(),
    datasets,
    schemas,
    descriptors,
    labels,
  });
  return { snapshot, problems };
}

function wanted(
  datasets: readonly DatasetEntry[],
  tables: readonly string[] | undefined,
): readonly DatasetEntry[] {
  const names = tables && new Set(tables.map((table) => table.toLowerCase()));
  return datasets.filter(({ dataset }) => {
    const table = tableOf(dataset)?.toLowerCase();
    return table !== undefined && (names?.has(table) ?? true);
  });
}

function missing(found: readonly DatasetEntry[], tables: readonly string[] = []): string[] {
  const names = new Set(found.map(({ dataset }) => tableOf(dataset)?.toLowerCase()));
  return tables
    .filter((table) => !names.has(table.toLowerCase()))
    .map((table) => `There is no data set with the table ${table}.`);
}

/** One data set that the client may not read must not hide the others. */
async function unlessRefused<T>(
  answer: Promise<T>,
  about: string,
  problems: string[],
): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof PlatformError) || (error.status !== 403 && error.status !== 404)) throw error;
    problems.push(`${about} could not be read. ${error.message}`);
    return undefined;
  }
}

async function eachAtOnce<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
}
