import type { DuckDBConnection, DuckDBTimestampValue, DuckDBValue } from '@duckdb/node-api';

/** Data that came in at one time, as the catalog tells it; each write of a query is one too. */
export interface StoredBatch {
  readonly id: string;
  readonly datasetId: string;
  readonly status: 'success';
  /** Milliseconds since 1970. */
  readonly completed: number;
  readonly rows: bigint;
}

/** The batch that brought a snapshot; its id follows from the snapshot's, in the alphabet of the Platform's ids. */
const batchesOfSnapshots = `
  SELECT
    concat('01', upper(substr(md5(concat(dataset_id, ':', snapshot_id)), 1, 24))) AS id,
    dataset_id,
    made_current_at,
    row_count
  FROM platform.snapshot`;

/** All batches, the latest first. */
export async function listBatches(connection: DuckDBConnection): Promise<readonly StoredBatch[]> {
  const found = await connection.runAndReadAll(`${batchesOfSnapshots} ORDER BY made_current_at DESC, id`);
  return found.getRows().map(toBatch);
}

/** The latest batch of each data set, by the data set's id. */
export async function latestBatches(connection: DuckDBConnection): Promise<ReadonlyMap<string, StoredBatch>> {
  const found = await connection.runAndReadAll(`
    SELECT * FROM (${batchesOfSnapshots})
    QUALIFY row_number() OVER (PARTITION BY dataset_id ORDER BY made_current_at DESC, id) = 1`);
  return new Map(found.getRows().map((row) => [row[1] as string, toBatch(row)]));
}

function toBatch([id, datasetId, madeCurrentAt, rows]: readonly DuckDBValue[]): StoredBatch {
  return {
    id: id as string,
    datasetId: datasetId as string,
    status: 'success',
    completed: Number((madeCurrentAt as DuckDBTimestampValue).micros / 1000n),
    rows: rows as bigint,
  };
}
