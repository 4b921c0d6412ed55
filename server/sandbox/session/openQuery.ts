import {
  DuckDBTypeId,
  type DuckDBConnection,
  type DuckDBDataChunk,
  type DuckDBPreparedStatement,
  type DuckDBResult,
  type DuckDBType,
} from '@duckdb/node-api';
import type { Database, Lease } from '../store/database';
import type { TranslatedSql } from '../translate/translatedSql';
import { canceled, fromDuckdb } from './duckdbError';
import type { OpenStatement, ParameterReader, ResultColumn, StatementDescription } from './openStatement';

/** Prepares a query and binds its parameters. Its rows are streamed: DuckDB makes them as they are fetched. */
export async function openQuery(
  database: Database,
  translated: TranslatedSql,
  parameters: ParameterReader,
): Promise<OpenStatement> {
  const lease = await database.lease();
  try {
    const prepared = await lease.connection.prepare(translated.sql);
    bind(prepared, parameters);
    // Where a type hangs on the parameters, DuckDB tells the columns only once the query has started.
    const result = isResolved(prepared) ? undefined : await prepared.stream();
    return new RunningQuery(lease, prepared, translated, result).asOpenStatement();
  } catch (error) {
    await lease[Symbol.asyncDispose]();
    throw fromDuckdb(error, translated);
  }
}

/** The parameters and columns of a query whose parameters are not yet bound. */
export async function describeQuery(
  database: Database,
  translated: TranslatedSql,
): Promise<StatementDescription> {
  try {
    return await database.use(async (connection) => {
      const prepared = await connection.prepare(translated.sql);
      const parameters = range(prepared.parameterCount).map((index) => parameterType(prepared, index));
      const columns = range(prepared.columnCount).map((index) => ({
        name: prepared.columnName(index),
        type: columnType(prepared, index),
      }));
      prepared.destroySync();
      return { parameters, columns };
    });
  } catch (error) {
    throw fromDuckdb(error, translated);
  }
}

class RunningQuery {
  readonly #lease: Lease;
  readonly #prepared: DuckDBPreparedStatement;
  readonly #translated: TranslatedSql;
  readonly #columns: readonly ResultColumn[];
  #result: DuckDBResult | undefined;
  #ended = false;
  #closed = false;

  constructor(
    lease: Lease,
    prepared: DuckDBPreparedStatement,
    translated: TranslatedSql,
    result: DuckDBResult | undefined,
  ) {
    this.#lease = lease;
    this.#prepared = prepared;
    this.#translated = translated;
    this.#result = result;
    this.#columns = columnsOf(result ?? prepared);
  }

  asOpenStatement(): OpenStatement {
    return {
      columns: this.#columns,
      fetch: (signal) => this.#fetch(signal),
      commandTag: (rows) => `SELECT ${rows}`,
      close: () => this.#close(),
    };
  }

  async #fetch(signal: AbortSignal): Promise<DuckDBDataChunk | undefined> {
    if (this.#ended) return undefined;
    if (signal.aborted) throw canceled();
    const interruption = interruptOnAbort(this.#connection, signal);
    try {
      this.#result ??= await this.#prepared.stream();
      const chunk = await this.#result.fetchChunk();
      if (chunk && chunk.rowCount > 0) return chunk;
      this.#ended = true;
      return undefined;
    } catch (error) {
      this.#ended = true;
      throw fromDuckdb(error, this.#translated);
    } finally {
      interruption.end();
    }
  }

  async #close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#prepared.destroySync();
    if (this.#result && !this.#ended) await abandon(this.#connection);
    await this.#lease[Symbol.asyncDispose]();
  }

  get #connection(): DuckDBConnection {
    return this.#lease.connection;
  }
}

/** DuckDB forgets an interruption that comes before the query has quite begun, so it is repeated until the end. */
function interruptOnAbort(connection: DuckDBConnection, signal: AbortSignal): { readonly end: () => void } {
  let repeating: NodeJS.Timeout | undefined;
  const interrupt = (): void => {
    connection.interrupt();
    repeating ??= setInterval(() => connection.interrupt(), 20);
  };
  signal.addEventListener('abort', interrupt);
  return {
    end: () => {
      signal.removeEventListener('abort', interrupt);
      clearInterval(repeating);
    },
  };
}

/** Ends a stream that nobody reads on: it would hold its memory and its view of the data until the next query. */
async function abandon(connection: DuckDBConnection): Promise<void> {
  connection.interrupt();
  await connection.run('SELECT 1');
}

function bind(prepared: DuckDBPreparedStatement, parameters: ParameterReader): void {
  for (const index of range(prepared.parameterCount)) {
    prepared.bindValue(index + 1, parameters(index, parameterType(prepared, index)));
  }
}

function parameterType(prepared: DuckDBPreparedStatement, index: number): DuckDBType | undefined {
  return prepared.parameterTypeId(index + 1) === DuckDBTypeId.INVALID
    ? undefined
    : prepared.parameterType(index + 1);
}

function columnType(prepared: DuckDBPreparedStatement, index: number): DuckDBType | undefined {
  return prepared.columnTypeId(index) === DuckDBTypeId.INVALID ? undefined : prepared.columnType(index);
}

function isResolved(prepared: DuckDBPreparedStatement): boolean {
  return range(prepared.columnCount).every((index) => columnType(prepared, index) !== undefined);
}

function columnsOf(described: DuckDBPreparedStatement | DuckDBResult): readonly ResultColumn[] {
  return range(described.columnCount).map((index) => ({
    name: described.columnName(index),
    type: described.columnType(index),
  }));
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}
