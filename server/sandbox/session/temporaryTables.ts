import type { Database } from '../store/database';
import { temporaryDatabase } from '../store/database';
import { identifier } from '../store/sqlText';
import type { KnownTable } from '../translate/environment';
import type { ParameterReader } from './openStatement';
import { prepareRows } from './prepareRows';
import type { DuckDBConnection } from '@duckdb/node-api';

let sessions = 0;

/** The tables that one session made for itself, in the database that is in memory only. */
export class TemporaryTables {
  readonly #database: Database;
  readonly #prefix = `${++sessions}_`;
  readonly #tables = new Map<string, KnownTable>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Names are in lower case. */
  get(name: string): KnownTable | undefined {
    return this.#tables.get(name);
  }

  async create(
    connection: DuckDBConnection,
    name: string,
    query: string,
    parameters: ParameterReader,
  ): Promise<void> {
    const rows = await prepareRows(connection, query, parameters);
    const sql = `${temporaryDatabase}.main.${identifier(this.#prefix + name)}`;
    const columns = rows.columns.map((column) => `${identifier(column.name)} ${column.sqlType}`);
    await connection.run(`CREATE TABLE ${sql} (${columns.join(', ')})`);
    await rows.insertInto({ table: sql, columns: rows.columns.map((column) => column.name) });
    this.#tables.set(name, { sql });
  }

  async drop(name: string): Promise<void> {
    const table = this.#tables.get(name);
    this.#tables.delete(name);
    if (table) await this.#database.use((connection) => connection.run(`DROP TABLE ${table.sql}`));
  }

  async dropAll(): Promise<void> {
    for (const name of [...this.#tables.keys()]) await this.drop(name);
  }
}
