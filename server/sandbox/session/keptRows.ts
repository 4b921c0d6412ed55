import type { DuckDBConnection } from '@duckdb/node-api';
import { parseType } from '../../catalog/typeText';
import type { Field } from '../../catalog/types';
import { temporaryDatabase } from '../store/database';
import { identifier } from '../store/sqlText';
import type { TranslatedSql } from '../translate/translatedSql';
import { sparkType } from '../values/sparkType';
import { fromDuckdb } from './duckdbError';
import { interruptible } from './interruptible';
import type { ParameterReader } from './openStatement';
import { prepareRows } from './prepareRows';
import type { Session } from './session';

/** The rows of a query, run once and kept aside: what is learned from them, and applied to them, sees the same rows. */
export interface KeptRows {
  /** A query for them. */
  readonly query: string;
  readonly columns: readonly Field[];
  readonly release: () => Promise<void>;
}

let tables = 0;

export async function keepRows(
  session: Session,
  translated: TranslatedSql,
  parameters: ParameterReader,
  signal: AbortSignal,
): Promise<KeptRows> {
  const { database } = session.services;
  const table = `${temporaryDatabase}.main.${identifier(`kept_${++tables}`)}`;
  const release = async (): Promise<void> => {
    await database.use((connection) => connection.run(`DROP TABLE IF EXISTS ${table}`));
  };
  try {
    const columns = await database.use((connection) =>
      interruptible(connection, signal, () => fill(connection, table, translated.sql, parameters)),
    );
    return { query: `SELECT * FROM ${table}`, columns, release };
  } catch (error) {
    await release();
    throw fromDuckdb(error, translated);
  }
}

async function fill(
  connection: DuckDBConnection,
  table: string,
  query: string,
  parameters: ParameterReader,
): Promise<readonly Field[]> {
  const rows = await prepareRows(connection, query, parameters);
  const definitions = rows.columns.map(({ name, sqlType }) => `${identifier(name)} ${sqlType}`);
  await connection.run(`CREATE TABLE ${table} (${definitions.join(', ')})`);
  await rows.insertInto({ table, columns: rows.columns.map(({ name }) => name) });
  return rows.columns.map(({ name, type }) => ({ name, type: parseType(sparkType(type)) }));
}
