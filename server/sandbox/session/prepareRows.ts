import type { DuckDBConnection, DuckDBType } from '@duckdb/node-api';
import { assignmentProblem } from '../store/assignment';
import { storedType } from '../store/columnTypes';
import { identifier } from '../store/sqlText';
import { bindParameters, columnsOf } from './boundStatement';
import type { ParameterReader } from './openStatement';
import { SqlError, sqlStates } from './sqlError';

/** The rows of a query on their way into a table. */
export interface PreparedRows {
  readonly columns: readonly { readonly name: string; readonly type: DuckDBType; readonly sqlType: string }[];
  /** Writes the rows; answers how many they are. */
  readonly insertInto: (target: RowTarget) => Promise<bigint>;
}

export interface RowTarget {
  /** How SQL names the table. */
  readonly table: string;
  /** The columns for those of the query, in their order. */
  readonly columns: readonly string[];
  /** The column of snapshots and the number of the rows' one. */
  readonly snapshot?: { readonly column: string; readonly id: bigint };
}

/** Plans a query whose rows are to be kept, with columns of types that Spark knows. */
export async function prepareRows(
  connection: DuckDBConnection,
  query: string,
  parameters: ParameterReader,
): Promise<PreparedRows> {
  const described = await connection.prepare(query);
  const columns = columnsOf(described).map(({ name, type }) => ({ name, type, sqlType: storedType(type) }));
  described.destroySync();
  return {
    columns,
    insertInto: async (target) => {
      const { snapshot } = target;
      const names = [...target.columns, ...(snapshot ? [snapshot.column] : [])].map(identifier).join(', ');
      const values = snapshot ? `*, ${snapshot.id}` : '*';
      const insert = await connection.prepare(
        `INSERT INTO ${target.table} (${names}) SELECT ${values} FROM (${query})`,
      );
      bindParameters(insert, parameters);
      const result = await insert.run();
      return BigInt(result.rowsChanged);
    },
  };
}

/** Refuses rows that the columns of a table cannot hold. `title` is the table's, for the message. */
export function checkRows(
  rows: PreparedRows,
  columns: readonly { readonly name: string; readonly type: DuckDBType }[],
  title: string,
): void {
  const detail =
    rows.columns.length === columns.length
      ? columns
          .map(({ name, type }, index) =>
            assignmentProblem(rows.columns[index]?.type as DuckDBType, type, name),
          )
          .find((problem) => problem !== undefined)
      : `${title} takes ${columns.length} columns here, and the query gives ${rows.columns.length}`;
  if (detail !== undefined)
    throw new SqlError(sqlStates.datatypeMismatch, 'Error validating schema', { detail });
}
