import type { CatalogDataset } from '../../../platform/datasets';
import { xdmClass } from '../../../platform/xdm';
import type { StoredDataset } from '../../store/datasets';
import type { RestSandbox } from '../restSandbox';
import type { BatchEntry } from './batchEntry';
import type { CatalogEntry } from './catalogQuery';

/** A data set as the Catalog Service tells it. */
export function datasetEntry(
  { access }: RestSandbox,
  dataset: StoredDataset,
  about: {
    /** All of the data set, the latest first. */
    readonly batches: readonly BatchEntry[];
    /** Of its schema; absent when the schema is gone. */
    readonly schemaClass: string | undefined;
  },
): CatalogEntry<CatalogDataset> {
  const { batches, schemaClass } = about;
  const format = 'parquet';
  const [latest] = batches;
  const good = batches.find(({ object }) => object.status === 'success');
  const object: CatalogDataset = {
    name: dataset.title,
    description: dataset.description,
    imsOrg: access.orgId,
    sandboxId: access.sandbox,
    namespace: 'ACP',
    state: 'ACTIVE',
    version: '1.0.0',
    created: dataset.created,
    updated: Math.max(dataset.created, latest?.object.updated ?? 0),
    createdUser: dataset.madeBy === 'query' ? access.orgId : 'local-sandbox',
    classification: { managedBy: 'CUSTOMER', dataBehavior: behaviorOf(schemaClass) },
    extensions: { adobe_lakeHouse: { metrics: { rowCount: rowsIn(batches) } } },
    tags: tagsOf(dataset, format),
    schemaRef: { id: dataset.schemaId, contentType: 'application/vnd.adobe.xed+json;version=1' },
    fileDescription: { persisted: true, containerFormat: format, format },
    files: `@/dataSets/${dataset.id}/views/${dataset.id}/files`,
    viewId: dataset.id,
    ...(latest ? { lastBatchId: latest.id, lastBatchStatus: latest.object.status } : {}),
    ...(good ? { lastSuccessfulBatch: good.id } : {}),
  };
  return { id: dataset.id, object };
}

function rowsIn(batches: readonly BatchEntry[]): number {
  const good = batches.filter(({ object }) => object.status === 'success');
  return good.reduce((sum, { object: { metrics } }) => sum + Number(metrics?.['recordsWritten'] ?? 0), 0);
}

function behaviorOf(schemaClass: string | undefined): string {
  if (schemaClass === xdmClass.experienceEvent) return 'time-series';
  return schemaClass === xdmClass.adhoc ? 'adhoc' : 'record';
}

function tagsOf(dataset: StoredDataset, format: string): Readonly<Record<string, readonly string[]>> {
  const profile = `enabled:${dataset.profileEnabled}`;
  return {
    'adobe/pqs/table': [dataset.table],
    'adobe/siphon/table/format': [format],
    unifiedProfile: [profile],
    unifiedIdentity: [profile],
  };
}
