import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { quoted } from './sqlText';

/** A connection lent to one piece of work. */
export interface Lease extends AsyncDisposable {
  readonly connection: DuckDBConnection;
}

export interface DatabaseOptions {
  readonly file: string;
  /** Where large sorts and joins spill to, and where statements may write files. */
  readonly temporaryFolder: string;
  readonly onClose?: () => void;
}

/** The database for tables that end with their session: in memory, or where DuckDB spills to. */
export const temporaryDatabase = 'session_tables';

/** The schema of what SQL of clients sees. */
const publicSchema = 'public';

/**
 * Spark's meaning where DuckDB lets one choose it, and no way out of the data folder: statements come from clients,
 * and DuckDB can otherwise read and write any file.
 */
function settings(options: DatabaseOptions): readonly string[] {
  return [
    `SET GLOBAL default_null_order = 'nulls_first_on_asc_last_on_desc'`,
    `SET GLOBAL ieee_floating_point_ops = false`,
    `SET GLOBAL order_by_non_integer_literal = true`,
    `SET GLOBAL TimeZone = 'UTC'`,
    `SET GLOBAL errors_as_json = true`,
    `SET GLOBAL autoinstall_known_extensions = false`,
    `SET GLOBAL autoload_known_extensions = false`,
    `SET GLOBAL allow_community_extensions = false`,
    `SET GLOBAL temp_directory = ${quoted(options.temporaryFolder)}`,
    `SET GLOBAL memory_limit = '2GB'`,
    `ATTACH ':memory:' AS ${temporaryDatabase}`,
    `SET GLOBAL enable_external_access = false`,
    `CREATE SCHEMA IF NOT EXISTS ${publicSchema}`,
  ];
}

/**
 * Owns the DuckDB database of a data folder and lends its connections. A streamed result ends without a word when
 * its connection runs something else, so whoever reads a stream keeps the lease to its end.
 */
export class Database implements AsyncDisposable {
  readonly #instance: DuckDBInstance;
  readonly #idle: DuckDBConnection[] = [];
  readonly #lent = new Set<DuckDBConnection>();
  #allReturned: (() => void) | undefined;
  readonly #onClose: (() => void) | undefined;
  #closing = false;

  private constructor(instance: DuckDBInstance, options: DatabaseOptions) {
    this.#instance = instance;
    this.#onClose = options.onClose;
  }

  /** Throws when another process has the file open, or it is no database of a version that can be read. */
  static async open(options: DatabaseOptions): Promise<Database> {
    const database = new Database(await DuckDBInstance.create(options.file), options);
    try {
      const connection = await database.#instance.connect();
      for (const setting of settings(options)) await connection.run(setting);
      connection.closeSync();
    } catch (error) {
      database.#instance.closeSync();
      throw error;
    }
    return database;
  }

  /** Connections that are lent: statements that run or have rows left. */
  get lent(): number {
    return this.#lent.size;
  }

  async lease(): Promise<Lease> {
    if (this.#closing) throw new Error('The database is being closed');
    const connection = this.#idle.pop() ?? (await this.#connect());
    this.#lent.add(connection);
    return { connection, [Symbol.asyncDispose]: async () => this.#return(connection) };
  }

  /** Runs `work` with a connection of its own. */
  async use<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    await using lease = await this.lease();
    return await work(lease.connection);
  }

  /** Runs `work` as one transaction: all of it is kept, or nothing. */
  async transaction<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    return await this.use((connection) => inTransaction(connection, () => work(connection)));
  }

  /** Moves what was written from the log into the file; it is safe before that too. */
  async checkpoint(): Promise<void> {
    await this.use((connection) => connection.run('CHECKPOINT'));
  }

  /** Stops what is running, waits for its end and writes everything to the file. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing = true;
    if (this.#lent.size > 0) {
      const returned = new Promise<void>((resolve) => (this.#allReturned = resolve));
      for (const connection of this.#lent) connection.interrupt();
      await returned;
    }
    // Objects that are not yet collected keep the database open, and with it what is not yet in the file.
    const [connection] = this.#idle;
    await connection?.run('CHECKPOINT');
    for (const idle of this.#idle) idle.closeSync();
    this.#instance.closeSync();
    this.#onClose?.();
  }

  async #connect(): Promise<DuckDBConnection> {
    const connection = await this.#instance.connect();
    await connection.run(`SET search_path = '${publicSchema}'`);
    return connection;
  }

  #return(connection: DuckDBConnection): void {
    this.#lent.delete(connection);
    this.#idle.push(connection);
    if (this.#lent.size === 0) this.#allReturned?.();
  }
}

/** Runs `work`, which uses the connection, as one transaction: all of it is kept, or nothing. */
export async function inTransaction<T>(connection: DuckDBConnection, work: () => Promise<T>): Promise<T> {
  await connection.run('BEGIN TRANSACTION');
  try {
    const result = await work();
    await connection.run('COMMIT');
    return result;
  } catch (error) {
    // After some errors DuckDB has rolled back already; the first error is the one to tell.
    await connection.run('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
