import { timestampValue, type DuckDBConnection } from '@duckdb/node-api';
import { quoted } from './sqlText';

/** The state of a data set after one write. */
export interface Snapshot {
  readonly id: bigint;
  readonly parentId: bigint | undefined;
  /** 0 for the first one. */
  readonly generation: number;
}

/**
 * The snapshot that the next write to a data set makes. Ids grow with time; two writes to one data set must not
 * run at once, which `DatasetLocks` sees to.
 */
export async function nextSnapshot(
  connection: DuckDBConnection,
  datasetId: string,
  now: number,
): Promise<Snapshot> {
  const found = await connection.runAndReadAll(
    `SELECT snapshot_id, generation FROM platform.snapshot
     WHERE dataset_id = $1 ORDER BY generation DESC LIMIT 1`,
    [datasetId],
  );
  const [last] = found.getRows();
  const byClock = BigInt(now) * 1000n;
  if (!last) return { id: byClock, parentId: undefined, generation: 0 };
  const [parentId, generation] = last as [bigint, number];
  return { id: byClock > parentId ? byClock : parentId + 1n, parentId, generation: generation + 1 };
}

/** Records a snapshot whose rows were written in the same transaction. */
export async function addSnapshot(
  connection: DuckDBConnection,
  datasetId: string,
  snapshot: Snapshot,
  written: { readonly rows: bigint; readonly at: number },
): Promise<void> {
  await connection.run('INSERT INTO platform.snapshot VALUES ($1, $2, $3, $4, $5, $6)', [
    datasetId,
    snapshot.id,
    snapshot.parentId ?? null,
    snapshot.generation,
    timestampValue(BigInt(written.at) * 1000n),
    written.rows,
  ]);
}

/** All snapshots of a data set, oldest first. */
export async function snapshotIds(
  connection: DuckDBConnection,
  datasetId: string,
): Promise<readonly bigint[]> {
  const found = await connection.runAndReadAll(
    'SELECT snapshot_id FROM platform.snapshot WHERE dataset_id = $1 ORDER BY generation',
    [datasetId],
  );
  return found.getRows().map(([id]) => id as bigint);
}

/** A query for the snapshots of a data set, in the columns of `history_meta`. */
export function historyQuery(datasetId: string): string {
  return `SELECT snapshot_id, parent_id, generation = max(generation) OVER () AS is_current,
    generation AS snapshot_generation, made_current_at
    FROM platform.snapshot WHERE dataset_id = ${quoted(datasetId)} ORDER BY generation`;
}
