import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { newDataset } from '../../../platform/datasets';
import { createDataset, dropDataset } from '../../store/createDataset';
import { listDatasets, readSchema, updateDataset, type StoredDataset } from '../../store/datasets';
import { labelsOfDataset } from '../../policy/labelsOfDataset';
import { badRequest, invalid, notFound } from '../problem';
import type { RestSandbox } from '../restSandbox';
import { datasetEntry } from './datasetEntry';

/** Makes an empty data set; answers its id. */
export async function makeDataset(
  { services, now }: RestSandbox,
  body: z.output<typeof newDataset>,
): Promise<string> {
  const id = randomBytes(12).toString('hex');
  await services.database.transaction(async (connection) => {
    const schema = await readSchema(connection, body.schemaRef.id);
    if (!schema) throw badRequest(`schemaRef.id: there is no schema ${body.schemaRef.id}`);
    const taken = (await listDatasets(connection)).map(({ table }) => table);
    const dataset: StoredDataset = {
      id,
      table: freeName(body.tags?.['adobe/pqs/table']?.[0] ?? body.name, taken),
      title: body.name,
      description: body.description ?? '',
      schemaId: schema.$id,
      madeBy: 'api',
      profileEnabled: isProfileEnabled(body.tags),
      created: now(),
    };
    await createDataset(connection, dataset, schema);
  });
  return id;
}

/** What a change of a data set may leave of it. */
const changedDataset = z.looseObject({
  name: newDataset.shape.name,
  description: newDataset.shape.description,
  tags: z.record(z.string(), z.unknown()).optional(),
  schemaRef: z.looseObject({ id: z.string() }).optional(),
});

/** Changes a data set's name, description and tags; `change` gets it as the catalog answers it. */
export async function changeDataset(
  sandbox: RestSandbox,
  id: string,
  change: (object: object) => unknown,
): Promise<void> {
  await sandbox.services.database.transaction(async (connection) => {
    const dataset = (await listDatasets(connection)).find((each) => each.id === id);
    if (!dataset) throw notFound('data set', id);
    const read = changedDataset.safeParse(
      change(datasetEntry(sandbox, dataset, { batches: [], schemaClass: undefined }).object),
    );
    if (!read.success) throw invalid(read.error);
    const { name, description = '', tags, schemaRef } = read.data;
    if (schemaRef && schemaRef.id !== dataset.schemaId) throw badRequest('schemaRef cannot be changed');
    await updateDataset(connection, {
      ...dataset,
      title: name,
      description,
      profileEnabled: isProfileEnabled(tags),
    });
  });
}

export async function removeDataset({ services, documents }: RestSandbox, id: string): Promise<void> {
  const dataset = (await services.database.use(listDatasets)).find((each) => each.id === id);
  if (!dataset) throw notFound('data set', id);
  await services.datasetLocks.withLock(dataset.table, () =>
    documents.write(async (transaction) => {
      await dropDataset(transaction.connection, dataset);
      await transaction.remove(labelsOfDataset, id);
    }),
  );
}

/** A merge of a part into an object, as PATCH does it where the body is no list of operations. */
export function merged(object: object, part: object): object {
  const before = object as Readonly<Record<string, unknown>>;
  const entries = Object.entries(part).map(([key, value]: [string, unknown]) => [
    key,
    isObject(value) && isObject(before[key]) ? merged(before[key], value) : value,
  ]);
  return { ...object, ...(Object.fromEntries(entries) as object) };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isProfileEnabled(tags: Readonly<Record<string, unknown>> | undefined): boolean {
  const profile = tags?.['unifiedProfile'];
  return Array.isArray(profile) && profile.some((tag) => /^enabled:\s*true$/.test(String(tag)));
}

/** The name that SQL uses: the data set's own in lower case and without signs, numbered where it is taken. */
function freeName(name: string, taken: readonly string[]): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  const usable = plain === '' || /^\d/.test(plain) ? `dataset_${plain}` : plain;
  const base = usable.slice(0, 100).replace(/_+$/, '');
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? base : `${base}_${number}`;
    if (!taken.includes(candidate)) return candidate;
  }
}
