import type { DuckDBType, DuckDBValue } from '@duckdb/node-api';

export interface ResultColumn {
  readonly name: string;
  readonly type: DuckDBType;
}

/** Some rows of a result; a chunk of DuckDB is one. */
export interface RowBatch {
  readonly rowCount: number;
  readonly getColumnValues: (column: number) => readonly DuckDBValue[];
  readonly getRows: () => readonly (readonly DuckDBValue[])[];
}

/** A statement with its parameters, ready to run; `close` frees what it holds, at any time. */
export interface OpenStatement {
  /** Absent for a statement that gives no rows. */
  readonly columns: readonly ResultColumn[] | undefined;
  /** The rows go to the client as the lines of a copy. */
  readonly copiesOut?: boolean;
  /**
   * The next rows, at least one; the first call runs the statement. Answers `undefined` at the end, and for a
   * statement without rows once it is done. Throws a `SqlError`, also when `signal` is aborted.
   */
  readonly fetch: (signal: AbortSignal) => Promise<RowBatch | undefined>;
  /** What the client is told at the end, such as `SELECT 20`. */
  readonly commandTag: (rows: bigint) => string;
  readonly close: () => Promise<void>;
}

/** Reads a parameter that the client bound, once the type that the statement expects is known. */
export type ParameterReader = (index: number, expected: DuckDBType | undefined) => DuckDBValue | TypedValue;

/** A value of a type that it alone does not tell: the number 2 can be whole, or a double. */
export class TypedValue {
  constructor(
    readonly type: DuckDBType,
    readonly value: DuckDBValue,
  ) {}
}

/** What is known of a statement before its parameters are bound; a type is absent where it hangs on them. */
export interface StatementDescription {
  readonly parameters: readonly (DuckDBType | undefined)[];
  readonly columns: readonly { readonly name: string; readonly type: DuckDBType | undefined }[] | undefined;
}
