import type { DuckDBConnection } from '@duckdb/node-api';
import { datasetLabels, type DatasetLabels } from '../../platform/datasetLabels';

/** Labels that were put on a data set; `revision` grows with each change and is 0 before the first. */
export interface StoredLabels {
  readonly labels: DatasetLabels;
  readonly revision: number;
}

export async function readDatasetLabels(connection: DuckDBConnection, id: string): Promise<StoredLabels> {
  const found = await connection.runAndReadAll(
    'SELECT body, revision FROM platform.dataset_labels WHERE dataset_id = $1',
    [id],
  );
  const [row] = found.getRows();
  if (!row) return { labels: { labels: [], optionalLabels: [] }, revision: 0 };
  return { labels: datasetLabels.parse(JSON.parse(row[0] as string)), revision: row[1] as number };
}

/** Puts `labels` in the place of what was there. Call it in the transaction that read `revision`. */
export async function writeDatasetLabels(
  connection: DuckDBConnection,
  id: string,
  { labels, revision }: StoredLabels,
): Promise<void> {
  await connection.run('INSERT OR REPLACE INTO platform.dataset_labels VALUES ($1, $2, $3)', [
    id,
    JSON.stringify(labels),
    revision,
  ]);
}
