import type { DuckDBConnection, DuckDBType } from '@duckdb/node-api';
import { storedType } from '../store/columnTypes';
import { bindParameters, columnsOf } from './boundStatement';
import type { ParameterReader } from './openStatement';

/** The rows of a query on their way into a table. */
export interface PreparedRows {
  readonly columns: readonly { readonly name: string; readonly type: DuckDBType; readonly sqlType: string }[];
  /** Writes the rows, with the number of their snapshot behind them when there is one; answers how many they are. */
  readonly insertInto: (table: string, snapshot?: bigint) => Promise<bigint>;
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
    insertInto: async (table, snapshot) => {
      const columns = snapshot === undefined ? '*' : `*, ${snapshot}`;
      const insert = await connection.prepare(`INSERT INTO ${table} SELECT ${columns} FROM (${query})`);
      bindParameters(insert, parameters);
      const result = await insert.run();
      return BigInt(result.rowsChanged);
    },
  };
}
