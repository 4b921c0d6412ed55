import type { DuckDBConnection } from '@duckdb/node-api';
import type { DataType, Dataset, Field } from '../../server/catalog/types';
import { type XdmProperty, xdmClass } from '../../server/platform/xdm';
import { openFolder } from '../../server/sandbox/folder';
import { holdFolder } from '../../server/sandbox/holdFolder';
import { lakeTable } from '../../server/sandbox/store/createDataset';
import { listDatasets, type StoredDataset } from '../../server/sandbox/store/datasets';
import { snapshotColumn } from '../../server/sandbox/store/metadataTables';
import { insertSchema } from '../../server/sandbox/store/schemas';
import { snapshotIds } from '../../server/sandbox/store/snapshots';

/**
 * What no client can do: the schemas of the catalog are put into the registry under their titles, and the first
 * snapshots of every table that a query made get the ids `wanted`, since the sandbox counts them by the clock.
 */
export async function finishFolder(
  path: string,
  datasets: readonly Dataset[],
  wanted: readonly bigint[],
): Promise<void> {
  await using database = await holdFolder(await openFolder(path));
  await database.transaction(async (connection) => {
    for (const dataset of datasets) await registerSchema(connection, dataset);
    for (const dataset of await listDatasets(connection)) {
      if (dataset.madeBy === 'query') await renameSnapshots(connection, dataset, wanted);
    }
  });
}

async function registerSchema(connection: DuckDBConnection, { schema, columns }: Dataset): Promise<void> {
  if (schema?.id === undefined || schema.title === undefined) return;
  await insertSchema(connection, {
    $id: schema.id,
    'meta:altId': schema.id,
    title: schema.title,
    version: schema.version ?? '1.0',
    type: 'object',
    'meta:class': schema.class === 'profile' ? xdmClass.profile : xdmClass.experienceEvent,
    properties: Object.fromEntries(columns.map(propertyOf)),
  });
}

function propertyOf({ name, type }: Field): [string, XdmProperty] {
  return [name, { title: name, ...typeProperties(type) }];
}

function typeProperties(type: DataType): XdmProperty {
  switch (type.kind) {
    case 'struct':
      return {
        type: 'object',
        'meta:xdmType': 'object',
        properties: Object.fromEntries(type.fields.map(propertyOf)),
      };
    case 'array':
      return { type: 'array', 'meta:xdmType': 'array', items: typeProperties(type.element) };
    case 'map':
      return { type: 'object', 'meta:xdmType': 'map', additionalProperties: typeProperties(type.value) };
    case 'scalar':
      return { 'meta:xdmType': type.name === 'timestamp' ? 'date-time' : type.name };
    case 'decimal':
      return { 'meta:xdmType': 'double' };
    case 'unknown':
      return { 'meta:xdmType': 'string' };
  }
}

async function renameSnapshots(
  connection: DuckDBConnection,
  dataset: StoredDataset,
  wanted: readonly bigint[],
): Promise<void> {
  const ids = await snapshotIds(connection, dataset.id);
  for (const [index, name] of wanted.entries()) {
    const id = ids[index];
    if (id === undefined) return;
    const rename = async (table: string, column: string): Promise<void> => {
      await connection.run(`UPDATE ${table} SET ${column} = ${name} WHERE ${column} = ${id}`);
    };
    await rename(lakeTable(dataset), snapshotColumn);
    await rename('platform.snapshot', 'snapshot_id');
    await rename('platform.snapshot', 'parent_id');
  }
}
