import { timestampValue, type DuckDBConnection } from '@duckdb/node-api';
import { xdmClass, type XdmSchema } from '../../platform/xdm';
import { columnTypeOf } from './columnTypes';
import { identifier } from './sqlText';
import { removeAudience } from './audiences';
import { removeFromGroups } from './dataGroups';
import { findDataset, type StoredDataset } from './datasets';
import { snapshotColumn } from './metadataTables';
import { sampleTablesOf } from './samples';

/** The table of rows of a data set; SQL of clients reads the view over it. */
export function lakeTable(dataset: Pick<StoredDataset, 'id'>): string {
  return `lake.${identifier(dataset.id)}`;
}

/**
 * Makes a data set without rows whose columns are the properties of `schema`. Call it in a transaction.
 * Throws DuckDB's error when the name is taken.
 */
export async function createDataset(
  connection: DuckDBConnection,
  dataset: StoredDataset,
  schema: XdmSchema,
): Promise<void> {
  const columns = Object.entries(schema.properties).map(
    ([name, property]) => `${identifier(name)} ${columnTypeOf(property)}`,
  );
  await connection.run(
    `CREATE TABLE ${lakeTable(dataset)} (${columns.join(', ')}, ${snapshotColumn} BIGINT)`,
  );
  await registerDataset(connection, dataset, schema);
}

/** Makes the lake table of `dataset` known under its name. Call it in the transaction that makes the table. */
export async function registerDataset(
  connection: DuckDBConnection,
  dataset: StoredDataset,
  schema: XdmSchema,
): Promise<void> {
  await createDatasetView(connection, dataset);
  await connection.run('INSERT OR IGNORE INTO platform.xdm_schema VALUES ($1, $2)', [
    schema.$id,
    JSON.stringify(schema),
  ]);
  await connection.run('INSERT INTO platform.dataset VALUES ($1, $2, $3, $4, $5, $6, $7, $8)', [
    dataset.id,
    dataset.table,
    dataset.title,
    dataset.description,
    dataset.schemaId,
    dataset.madeBy,
    dataset.profileEnabled,
    timestampValue(BigInt(dataset.created) * 1000n),
  ]);
}

/** What SQL of clients reads as the data set. */
export async function createDatasetView(connection: DuckDBConnection, dataset: StoredDataset): Promise<void> {
  await connection.run(
    `CREATE VIEW public.${identifier(dataset.table)} AS
     SELECT * EXCLUDE (${snapshotColumn}) FROM ${lakeTable(dataset)}`,
  );
}

export async function dropDatasetView(connection: DuckDBConnection, dataset: StoredDataset): Promise<void> {
  await connection.run(`DROP VIEW public.${identifier(dataset.table)}`);
}

/**
 * Removes a data set with its rows, its snapshots, its samples and the schema that a query made for it. Call it in a
 * transaction.
 */
export async function dropDataset(connection: DuckDBConnection, dataset: StoredDataset): Promise<void> {
  for (const table of await sampleTablesOf(connection, dataset.id)) {
    const sample = await findDataset(connection, table);
    if (sample) await dropDataset(connection, sample);
  }
  await connection.run('DELETE FROM platform.sample WHERE dataset_id = $1', [dataset.id]);
  await removeFromGroups(connection, dataset.table);
  await removeAudience(connection, dataset.id);
  await dropDatasetView(connection, dataset);
  await connection.run(`DROP TABLE ${lakeTable(dataset)}`);
  await connection.run('DELETE FROM platform.snapshot WHERE dataset_id = $1', [dataset.id]);
  await connection.run('DELETE FROM platform.dataset WHERE id = $1', [dataset.id]);
  await connection.run(
    `DELETE FROM platform.xdm_schema
     WHERE id = $1 AND json_extract_string(body, '$."meta:class"') = $2 AND id NOT IN (SELECT schema_id FROM platform.dataset)`,
    [dataset.schemaId, xdmClass.adhoc],
  );
}
