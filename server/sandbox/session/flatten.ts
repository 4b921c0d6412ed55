import type { DuckDBConnection } from '@duckdb/node-api';
import { snapshotColumn } from '../store/metadataTables';
import { identifier } from '../store/sqlText';
import type { KnownTable } from '../translate/environment';
import { columnsOf } from './boundStatement';
import { leavesOf } from './leaves';

/**
 * A table as a session with FLATTEN sees it: the fields of structs are columns, named by their paths. Arrays and maps
 * stay as they are.
 */
export async function flattened(connection: DuckDBConnection, table: KnownTable): Promise<KnownTable> {
  const described = await connection.prepare(`FROM ${table.sql}`);
  const leaves = columnsOf(described).flatMap(leavesOf);
  described.destroySync();
  const columns = leaves
    .map(({ path }) => `${path.map(identifier).join('.')} AS ${identifier(path.join('.'))}`)
    .join(', ');
  const of = (sql: string): string => `(SELECT ${columns} FROM ${sql} AS nested)`;
  const { history } = table;
  if (!history) return { sql: of(table.sql) };
  const { newestSample: sample } = history;
  return {
    sql: of(table.sql),
    history: { ...history, columns, ...(sample === undefined ? {} : { newestSample: of(sample) }) },
  };
}

/** What is read of the table of a data set with its snapshots. */
export const allColumns = `* EXCLUDE (${snapshotColumn})`;
