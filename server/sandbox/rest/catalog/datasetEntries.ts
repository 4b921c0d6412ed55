import type { CatalogDataset } from '../../../platform/datasets';
import { listDatasets } from '../../store/datasets';
import { listSchemas } from '../../store/schemas';
import { notFound } from '../problem';
import type { RestSandbox } from '../restSandbox';
import { batchEntries } from './batchEntry';
import type { CatalogEntry } from './catalogQuery';
import { datasetEntry } from './datasetEntry';

/** All data sets as the Catalog Service tells them. */
export async function datasetEntries(sandbox: RestSandbox): Promise<readonly CatalogEntry<CatalogDataset>[]> {
  const batches = await batchEntries(sandbox);
  const { database } = sandbox.services;
  const schemas = await database.use(listSchemas);
  const classes = new Map(schemas.map((schema) => [schema.$id, schema['meta:class']]));
  return (await database.use(listDatasets)).map((dataset) =>
    datasetEntry(sandbox, dataset, {
      batches: batches.filter(({ datasetId }) => datasetId === dataset.id),
      schemaClass: classes.get(dataset.schemaId),
    }),
  );
}

export async function findDatasetEntry(
  sandbox: RestSandbox,
  id: string,
): Promise<CatalogEntry<CatalogDataset>> {
  const found = (await datasetEntries(sandbox)).find((entry) => entry.id === id);
  if (!found) throw notFound('data set', id);
  return found;
}
