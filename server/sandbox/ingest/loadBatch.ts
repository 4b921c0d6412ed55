import type { DuckDBConnection } from '@duckdb/node-api';
import { lakeTable } from '../store/createDataset';
import { findDataset, readSchema, type StoredDataset } from '../store/datasets';
import { snapshotColumn } from '../store/metadataTables';
import { addSnapshot, nextSnapshot } from '../store/snapshots';
import { delimitedRows } from './delimitedRows';
import type { IngestedBatch } from './ingestedBatch';
import { jsonRows } from './jsonRows';
import type { LoadedRows, RowsOptions } from './loadedRows';
import { LoadProblem } from './loadProblem';
import { parquetRows } from './parquetRows';

export interface BatchLoad {
  readonly dataset: StoredDataset;
  readonly batch: IngestedBatch;
  readonly files: RowsOptions['files'];
  readonly signal: AbortSignal;
}

/** Reads the files of a batch. Throws a `LoadProblem` when more records are wrong than the batch allows. */
export async function readBatch(connection: DuckDBConnection, load: BatchLoad): Promise<LoadedRows> {
  const { dataset, batch, files, signal } = load;
  const schema = await readSchema(connection, dataset.schemaId);
  if (!schema) throw datasetGone(dataset);
  const rows = await readers[batch.inputFormat.format](connection, {
    files,
    properties: schema.properties,
    signal,
  });
  const share = rows.read === 0 ? 0 : (rows.wrong / rows.read) * 100;
  if (rows.wrong === 0 || share <= batch.partialIngestionPercentage) return rows;
  await rows.close();
  throw new LoadProblem(rows.errors);
}

const readers = {
  json: jsonRows,
  parquet: parquetRows,
  csv: delimitedRows,
  avro: () =>
    Promise.reject(new LoadProblem([{ code: 'UnsupportedFormat', description: 'Avro is not read' }])),
} satisfies Record<IngestedBatch['inputFormat']['format'], unknown>;

/** Writes rows to a data set as one snapshot, and answers its id. Call it in a transaction. */
export async function writeRows(
  connection: DuckDBConnection,
  dataset: StoredDataset,
  rows: Pick<LoadedRows, 'query' | 'read' | 'wrong'>,
  now: number,
): Promise<bigint | undefined> {
  if (!(await findDataset(connection, dataset.table))) throw datasetGone(dataset);
  const written = rows.read - rows.wrong;
  if (written === 0) return undefined;
  const snapshot = await nextSnapshot(connection, dataset.id, now);
  await connection.run(
    `INSERT INTO ${lakeTable(dataset)} BY NAME SELECT *, ${snapshot.id} AS ${snapshotColumn} FROM (${rows.query})`,
  );
  await addSnapshot(connection, dataset.id, snapshot, { rows: BigInt(written), at: now });
  return snapshot.id;
}

function datasetGone({ title }: StoredDataset): LoadProblem {
  return new LoadProblem([{ code: 'DatasetNotFound', description: `The data set "${title}" was deleted` }]);
}
