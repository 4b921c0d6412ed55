import type { ExportFormat } from '../../protocol/engine';
import type { FetchedResult } from '../runs/fetchedResult';
import { QueryError } from '../queryProblem';
import { exportColumns, type ColumnStyle } from './exportColumns';
import { openTarget, writeError } from './targetFile';

interface Writing {
  readonly style: ColumnStyle;
  /** Options of DuckDB's COPY. */
  readonly options: string;
}

const writings: Partial<Record<ExportFormat, Writing>> = {
  // Null is nothing and the empty text is "", which DuckDB quotes because it looks like null.
  csv: { style: 'text', options: "FORMAT csv, HEADER true, NULLSTR ''" },
  json: { style: 'json', options: 'FORMAT json, ARRAY true' },
  ndjson: { style: 'json', options: 'FORMAT json' },
  // A row group is held in memory until it is full; nested columns are wide.
  parquet: { style: 'typed', options: 'FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE 40960' },
};

/** Fails early for a format that cannot be written. */
export function checkFormat(format: ExportFormat): void {
  if (!writings[format]) {
    throw new QueryError({
      message: `not supported: files in the format ${format}. Choose parquet, csv, json or ndjson`,
    });
  }
}

/** Writes a whole result, all or nothing; gives the size in bytes. */
export async function writeFile(
  result: FetchedResult,
  file: string,
  format: ExportFormat,
  signal: AbortSignal,
): Promise<number> {
  checkFormat(format);
  const { style, options } = writings[format] as Writing;
  const target = await openTarget(file);
  try {
    await copy(result, style, target.partial, options, signal);
    return await target.finish();
  } catch (error) {
    await target.discard();
    signal.throwIfAborted();
    throw writeError(file, error);
  }
}

async function copy(
  { columns, stored }: FetchedResult,
  style: ColumnStyle,
  file: string,
  options: string,
  signal: AbortSignal,
): Promise<void> {
  stored.flush();
  const list = await exportColumns(columns, stored, style);
  const connection = await stored.connect();
  const interrupt = (): void => connection.interrupt();
  signal.addEventListener('abort', interrupt);
  try {
    signal.throwIfAborted();
    // The store's scans keep the order of the rows.
    await connection.run(
      `COPY (SELECT ${list} FROM ${stored.table}) TO '${file.replaceAll("'", "''")}' (${options}, USE_TMP_FILE false)`,
    );
    // The interruption may have come too late to be seen.
    signal.throwIfAborted();
  } finally {
    signal.removeEventListener('abort', interrupt);
    connection.closeSync();
  }
}
