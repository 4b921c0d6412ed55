import type { DuckDBConnection } from '@duckdb/node-api';

/** The data sets that are audiences: what the Platform activates. Their profiles are told by the primary identity. */
export const audienceTables: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS platform.audience (dataset_id VARCHAR PRIMARY KEY)`,
];

export async function addAudience(connection: DuckDBConnection, datasetId: string): Promise<void> {
  await connection.run('INSERT INTO platform.audience VALUES ($1)', [datasetId]);
}

export async function isAudience(connection: DuckDBConnection, datasetId: string): Promise<boolean> {
  const found = await connection.runAndReadAll('SELECT 1 FROM platform.audience WHERE dataset_id = $1', [
    datasetId,
  ]);
  return found.currentRowCount > 0;
}

export async function removeAudience(connection: DuckDBConnection, datasetId: string): Promise<void> {
  await connection.run('DELETE FROM platform.audience WHERE dataset_id = $1', [datasetId]);
}
