import type { DuckDBConnection, DuckDBTimestampValue } from '@duckdb/node-api';

/** What a write to a data set brought: a query's, or the generator's; those of batch ingestion are documents too. */
export interface SnapshotBatch {
  readonly id: string;
  readonly datasetId: string;
  readonly snapshotId: bigint;
  /** Milliseconds since 1970. */
  readonly completed: number;
  readonly rows: bigint;
}

/** The id of a batch that did not come in over REST follows from its snapshot's, in the alphabet of the Platform's ids. */
export const snapshotBatchId = `concat('01', upper(substr(md5(concat(dataset_id, ':', snapshot_id)), 1, 24)))`;

/** A batch for each snapshot. */
export async function listSnapshotBatches(connection: DuckDBConnection): Promise<readonly SnapshotBatch[]> {
  const found = await connection.runAndReadAll(`
    SELECT
      ${snapshotBatchId},
      dataset_id,
      snapshot_id,
      made_current_at,
      row_count
    FROM platform.snapshot`);
  return found.getRows().map(([id, datasetId, snapshotId, madeCurrentAt, rows]) => ({
    id: id as string,
    datasetId: datasetId as string,
    snapshotId: snapshotId as bigint,
    completed: Number((madeCurrentAt as DuckDBTimestampValue).micros / 1000n),
    rows: rows as bigint,
  }));
}
