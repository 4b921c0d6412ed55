import type { DuckDBValue } from '@duckdb/node-api';
import type { OpenStatement, RowBatch } from '../openStatement';

/** A statement that has run as far as its first rows, so that its errors are known. */
export interface StartedStatement {
  readonly columns: OpenStatement['columns'];
  /** Of the first column; absent without rows. */
  readonly firstValue: DuckDBValue | undefined;
  /** The statement with all its rows. */
  readonly rest: () => OpenStatement;
  readonly close: () => Promise<void>;
}

export async function startOf(opened: OpenStatement, signal: AbortSignal): Promise<StartedStatement> {
  let first: RowBatch | undefined;
  try {
    first = await opened.fetch(signal);
  } catch (error) {
    await opened.close();
    throw error;
  }
  return {
    columns: opened.columns,
    firstValue: first?.getColumnValues(0)[0],
    close: opened.close,
    rest: () => ({
      ...opened,
      fetch: async (fetchSignal) => {
        const chunk = first ?? (await opened.fetch(fetchSignal));
        first = undefined;
        return chunk;
      },
    }),
  };
}
