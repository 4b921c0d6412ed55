import { canceled } from './duckdbError';
import type { OpenStatement, RowBatch } from './openStatement';
import { SqlError, sqlStates } from './sqlError';

/** The cursors of one session: statements whose rows are fetched by the statement FETCH. */
export class Cursors {
  readonly #open = new Map<string, { readonly statement: OpenStatement; rest: RowBatch | undefined }>();

  /** Names are compared without case. */
  async declare(name: string, statement: OpenStatement): Promise<void> {
    const key = name.toLowerCase();
    if (this.#open.has(key)) {
      await statement.close();
      throw new SqlError(sqlStates.duplicateCursor, 'Cursor already exists', { detail: name });
    }
    this.#open.set(key, { statement, rest: undefined });
  }

  /** The next `most` rows of a cursor, as a statement of its own. */
  fetch(name: string, most: number): OpenStatement {
    const cursor = this.#open.get(name.toLowerCase());
    if (!cursor) throw new SqlError(sqlStates.invalidCursorName, 'Cursor does not exist', { detail: name });
    let left = most;
    return {
      columns: cursor.statement.columns,
      commandTag: (rows) => `FETCH ${rows}`,
      close: () => Promise.resolve(),
      fetch: async (signal) => {
        if (signal.aborted) throw canceled();
        if (left === 0) return undefined;
        const batch = cursor.rest ?? (await cursor.statement.fetch(signal));
        cursor.rest = batch && batch.rowCount > left ? part(batch, left, batch.rowCount) : undefined;
        const taken = batch && part(batch, 0, Math.min(left, batch.rowCount));
        left -= taken?.rowCount ?? 0;
        return taken;
      },
    };
  }

  async close(name: string): Promise<void> {
    const key = name.toLowerCase();
    const cursor = this.#open.get(key);
    if (!cursor) throw new SqlError(sqlStates.invalidCursorName, 'Cursor does not exist', { detail: name });
    this.#open.delete(key);
    await cursor.statement.close();
  }

  async closeAll(): Promise<void> {
    for (const name of [...this.#open.keys()]) await this.close(name);
  }
}

function part(batch: RowBatch, start: number, end: number): RowBatch {
  return {
    rowCount: end - start,
    getColumnValues: (column) => batch.getColumnValues(column).slice(start, end),
    getRows: () => batch.getRows().slice(start, end),
  };
}
