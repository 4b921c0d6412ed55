import type { DuckDBConnection, DuckDBPreparedStatement, DuckDBResult } from '@duckdb/node-api';
import type { Database, Lease } from '../store/database';
import type { TranslatedSql } from '../translate/translatedSql';
import { bindParameters, columnsOf, describedColumns, parameterTypes } from './boundStatement';
import { fromDuckdb } from './duckdbError';
import { interruptible } from './interruptible';
import type {
  OpenStatement,
  ParameterReader,
  ResultColumn,
  RowBatch,
  StatementDescription,
} from './openStatement';

/** Prepares a query and binds its parameters. Its rows are streamed: DuckDB makes them as they are fetched. */
export async function openQuery(
  database: Database,
  translated: TranslatedSql,
  parameters: ParameterReader,
): Promise<OpenStatement> {
  const lease = await database.lease();
  try {
    const prepared = await lease.connection.prepare(translated.sql);
    bindParameters(prepared, parameters, translated.numericParameters);
    // Where a type hangs on the parameters, DuckDB tells the columns only once the query has started.
    const isKnown = describedColumns(prepared).every(({ type }) => type !== undefined);
    const result = isKnown ? undefined : await prepared.stream();
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
      const description = {
        parameters: parameterTypes(prepared, translated.numericParameters),
        columns: describedColumns(prepared),
      };
      prepared.destroySync();
      return description;
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

  async #fetch(signal: AbortSignal): Promise<RowBatch | undefined> {
    if (this.#ended) return undefined;
    try {
      const chunk = await interruptible(this.#lease.connection, signal, async () => {
        this.#result ??= await this.#prepared.stream();
        return await this.#result.fetchChunk();
      });
      if (chunk && chunk.rowCount > 0) return chunk;
      this.#ended = true;
      return undefined;
    } catch (error) {
      this.#ended = true;
      throw fromDuckdb(error, this.#translated);
    }
  }

  async #close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#prepared.destroySync();
    if (this.#result && !this.#ended) await abandon(this.#lease.connection);
    await this.#lease[Symbol.asyncDispose]();
  }
}

/** Ends a stream that nobody reads on: it would hold its memory and its view of the data until the next query. */
async function abandon(connection: DuckDBConnection): Promise<void> {
  connection.interrupt();
  await connection.run('SELECT 1');
}
