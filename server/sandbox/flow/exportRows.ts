import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { XdmProperty } from '../../platform/xdm';
import { lakeTable } from '../store/createDataset';
import type { StoredDataset } from '../store/datasets';
import { snapshotColumn } from '../store/metadataTables';
import { identifier, quoted } from '../store/sqlText';
import { isoTimes } from './isoTimes';

export type ExportFormat = 'parquet' | 'json';

export interface RowExport {
  readonly dataset: StoredDataset;
  /** Of its schema. */
  readonly properties: Readonly<Record<string, XdmProperty>>;
  readonly format: ExportFormat;
  readonly compression: 'gzip' | 'none';
  /** Only what came in after this snapshot; absent for all. */
  readonly after: bigint | undefined;
  /** Only what had come in by then. */
  readonly upTo: bigint;
  /** One that does not exist yet, where the database may write. */
  readonly folder: string;
}

export interface ExportedRows {
  readonly rows: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

/** A file is closed, and another begun, at about this size. */
const fileBytes = 256 << 20;

/** Writes the rows of a data set to files in a folder, which the caller removes. */
export async function exportRows(connection: DuckDBConnection, options: RowExport): Promise<ExportedRows> {
  const { folder } = options;
  await mkdir(join(folder, '..'), { recursive: true });
  try {
    const copied = await connection.runAndReadAll(copyStatement(options));
    const rows = Number(copied.getRows()[0]?.[0] ?? 0);
    const names = (await readdir(folder)).sort();
    const files = await Promise.all(
      names.map(async (name) => {
        const path = join(folder, name);
        return { path, size: (await stat(path)).size };
      }),
    );
    return { rows, files };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

function copyStatement(options: RowExport): string {
  const { dataset, properties, format, compression, after, upTo, folder } = options;
  const range = `${snapshotColumn} <= ${upTo}${after === undefined ? '' : ` AND ${snapshotColumn} > ${after}`}`;
  const columns = Object.entries(properties).map(([name, property]) => {
    const column = identifier(name);
    return format === 'json' ? `${isoTimes(column, property)} AS ${column}` : column;
  });
  const query = `SELECT ${columns.join(', ')} FROM ${lakeTable(dataset)} WHERE ${range}`;
  const written = [...formatOptions(format, compression), `FILE_SIZE_BYTES ${fileBytes}`];
  return `COPY (${query}) TO ${quoted(folder)} (${written.join(', ')})`;
}

function formatOptions(format: ExportFormat, compression: RowExport['compression']): readonly string[] {
  switch (format) {
    case 'parquet':
      return ['FORMAT parquet', `COMPRESSION ${compression === 'gzip' ? 'gzip' : 'uncompressed'}`];
    case 'json':
      return [
        'FORMAT json',
        `COMPRESSION ${compression}`,
        `FILE_EXTENSION '${compression === 'gzip' ? 'json.gz' : 'json'}'`,
      ];
  }
}
