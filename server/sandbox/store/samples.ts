import { timestampValue, type DuckDBConnection } from '@duckdb/node-api';
import { quoted } from './sqlText';

/** A part of a data set, drawn at random and kept as a data set of its own. */
export interface StoredSample {
  /** Of the sample. */
  readonly datasetId: string;
  readonly parentId: string;
  /** In percent. */
  readonly rate: number;
  /** The condition on the rows of the parent, as the author wrote it. */
  readonly filter: string | undefined;
  readonly rows: bigint;
  /** Milliseconds since 1970. */
  readonly created: number;
}

export const sampleTables: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS platform.sample (
     dataset_id VARCHAR PRIMARY KEY,
     parent_id VARCHAR NOT NULL,
     rate DOUBLE NOT NULL,
     filter VARCHAR,
     row_count BIGINT NOT NULL,
     created TIMESTAMP NOT NULL)`,
];

export async function addSample(connection: DuckDBConnection, sample: StoredSample): Promise<void> {
  await connection.run('INSERT INTO platform.sample VALUES ($1, $2, $3, $4, $5, $6)', [
    sample.datasetId,
    sample.parentId,
    sample.rate,
    sample.filter ?? null,
    sample.rows,
    timestampValue(BigInt(sample.created) * 1000n),
  ]);
}

/** The names of the tables of a data set's samples, newest first. */
export async function sampleTablesOf(
  connection: DuckDBConnection,
  parentId: string,
): Promise<readonly string[]> {
  const found = await connection.runAndReadAll(
    `SELECT table_name FROM platform.sample JOIN platform.dataset ON id = dataset_id
     WHERE parent_id = $1 ORDER BY sample.created DESC, table_name`,
    [parentId],
  );
  return found.getRows().map(([table]) => table as string);
}

/** The id of the data set that a sample was drawn from; `undefined` for a data set that is no sample. */
export async function sampledDataset(connection: DuckDBConnection, id: string): Promise<string | undefined> {
  const query = 'SELECT parent_id FROM platform.sample WHERE dataset_id = $1';
  const found = await connection.runAndReadAll(query, [id]);
  return found.getRows()[0]?.[0] as string | undefined;
}

/** A query for the samples of a data set, in the columns of `sample_meta`. */
export function sampleQuery(parentId: string): string {
  return `SELECT table_name AS sample_table_name, dataset_id AS sample_dataset_id, parent_id AS parent_dataset_id,
    'uniform' AS sample_type, rate AS sampling_rate, filter AS filter_condition_on_source_dataset,
    row_count AS sample_num_rows, strftime(sample.created, '%d/%m/%Y %H:%M:%S') AS created
    FROM platform.sample JOIN platform.dataset ON id = dataset_id
    WHERE parent_id = ${quoted(parentId)} ORDER BY sample.created`;
}
