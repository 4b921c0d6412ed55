import {
  DuckDBDataChunk,
  type DuckDBAppender,
  type DuckDBConnection,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import type { Row } from '../../protocol/engine';
import type { ValueKind } from '../values/resultType';
import { shownTextOf } from '../values/shownText';
import { storeError } from './storeError';
import { storageOf, textStorage, type Storage } from '../values/storedValue';

/** The most rows that DuckDB takes in one chunk. */
const rowsAChunk = 2048;

/**
 * One result as a typed table. Columns are called `c0`, `c1`... there, because a result may have several of one
 * name. A column with a value that its type cannot hold exactly (an infinite timestamp, a number with too many
 * digits) becomes a column of texts, so that no value is ever changed.
 */
export class StoredResult {
  private readonly storages: Storage[];
  private target: AppendTarget | undefined;
  private unseen = false;
  private rows = 0;

  private constructor(
    readonly table: string,
    readonly columns: readonly ValueKind[],
    private readonly writer: DuckDBConnection,
    private readonly reader: DuckDBConnection,
    /** A connection of its own for long work on the table, such as a copy that can be interrupted. */
    readonly connect: () => Promise<DuckDBConnection>,
  ) {
    this.storages = columns.map(storageOf);
  }

  static async create(
    table: string,
    columns: readonly ValueKind[],
    connect: () => Promise<DuckDBConnection>,
  ): Promise<StoredResult> {
    const result = new StoredResult(table, columns, await connect(), await connect(), connect);
    const definitions = result.storages.map((storage, index) => `c${index} ${storage.duckType}`);
    // DuckDB knows no table without columns.
    await result.writer.run(`CREATE TABLE ${table} (${definitions.join(', ') || 'c0 VARCHAR'})`);
    return result;
  }

  get rowCount(): number {
    return this.rows;
  }

  /** The column is held as text, because of its type or because of its values. */
  isText(index: number): boolean {
    return this.storages[index]?.duckType === textStorage.duckType;
  }

  async append(rows: readonly Row[]): Promise<void> {
    try {
      for (let start = 0; start < rows.length; start += rowsAChunk) {
        await this.appendChunk(rows.slice(start, start + rowsAChunk));
      }
    } catch (error) {
      throw storeError(error);
    }
  }

  /** Rows `start` up to at most `start + count`, as texts. */
  async page(start: number, count: number): Promise<readonly Row[]> {
    const texts = this.columns.map((_, index) => `CAST(c${index} AS VARCHAR)`);
    const rows = await this.query(
      `SELECT ${texts.join(', ') || 'c0'} FROM ${this.table} WHERE rowid >= ${start} AND rowid < ${start + count} ORDER BY rowid`,
    );
    const shown = this.columns.map(shownTextOf);
    return rows.map((row) =>
      this.columns.map((_, index) => shownCell(row[index] as string | null, shown[index])),
    );
  }

  /** The rows of a question about the table. */
  async query(sql: string): Promise<readonly (readonly DuckDBValue[])[]> {
    this.flush();
    return (await this.reader.runAndReadAll(sql)).getRows();
  }

  /** Makes all rows visible to other connections. */
  flush(): void {
    try {
      if (this.unseen) this.target?.appender.flushSync();
      this.unseen = false;
    } catch (error) {
      throw storeError(error);
    }
  }

  async drop(): Promise<void> {
    // What was not written yet need not be.
    this.target?.appender.clear();
    this.target = undefined;
    await this.writer.run(`DROP TABLE ${this.table}`);
    this.writer.closeSync();
    this.reader.closeSync();
  }

  private async appendChunk(rows: readonly Row[]): Promise<void> {
    const values: (readonly DuckDBValue[])[] = [];
    for (const index of this.columns.keys()) {
      values.push(this.readColumn(rows, index) ?? (await this.holdAsText(index, rows)));
    }
    this.target ??= await this.openTarget();
    const chunk = DuckDBDataChunk.create(this.target.types, rows.length);
    for (const [index, column] of values.entries()) chunk.setColumnValues(index, column);
    if (values.length === 0)
      chunk.setColumnValues(
        0,
        rows.map(() => null),
      );
    this.target.appender.appendDataChunk(chunk);
    this.unseen = true;
    this.rows += rows.length;
  }

  /** The values of one column; `undefined` when its type cannot hold one of them. */
  private readColumn(rows: readonly Row[], index: number): DuckDBValue[] | undefined {
    const { read } = this.storages[index] as Storage;
    const values: DuckDBValue[] = [];
    for (const row of rows) {
      const text = row[index] ?? null;
      const value = text === null ? null : read(text);
      if (value === undefined) return undefined;
      values.push(value);
    }
    return values;
  }

  private async holdAsText(index: number, rows: readonly Row[]): Promise<DuckDBValue[]> {
    this.closeTarget();
    await this.writer.run(`ALTER TABLE ${this.table} ALTER c${index} SET DATA TYPE VARCHAR`);
    this.storages[index] = textStorage;
    return rows.map((row) => row[index] ?? null);
  }

  private async openTarget(): Promise<AppendTarget> {
    const appender = await this.writer.createAppender(this.table);
    const types = Array.from({ length: appender.columnCount }, (_, index) => appender.columnType(index));
    return { appender, types };
  }

  private closeTarget(): void {
    this.target?.appender.closeSync();
    this.target = undefined;
    this.unseen = false;
  }
}

interface AppendTarget {
  readonly appender: DuckDBAppender;
  readonly types: readonly DuckDBType[];
}

function shownCell(text: string | null, shown: ((text: string) => string) | undefined): string | null {
  return text === null || shown === undefined ? text : shown(text);
}
