import {
  BIGINT,
  DuckDBTypeId,
  type DuckDBPreparedStatement,
  type DuckDBResult,
  type DuckDBType,
} from '@duckdb/node-api';
import { TypedValue, type ParameterReader, type ResultColumn } from './openStatement';

/** Binds the values of all parameters of a statement. `numeric` are the places of those that are numbers. */
export function bindParameters(
  prepared: DuckDBPreparedStatement,
  parameters: ParameterReader,
  numeric?: ReadonlySet<number>,
): void {
  parameterTypes(prepared, numeric).forEach((type, index) => {
    const bound = parameters(index, type);
    if (bound instanceof TypedValue) prepared.bindValue(index + 1, bound.value, bound.type);
    else prepared.bindValue(index + 1, bound);
  });
}

/** The types that the statement expects of its parameters; absent where it takes any. */
export function parameterTypes(
  prepared: DuckDBPreparedStatement,
  numeric?: ReadonlySet<number>,
): readonly (DuckDBType | undefined)[] {
  return range(prepared.parameterCount).map(
    (index) => parameterType(prepared, index) ?? (numeric?.has(index) ? BIGINT : undefined),
  );
}

/** The columns of a statement; a type is absent where it hangs on the parameters. */
export function describedColumns(
  prepared: DuckDBPreparedStatement,
): readonly { readonly name: string; readonly type: DuckDBType | undefined }[] {
  return range(prepared.columnCount).map((index) => ({
    name: prepared.columnName(index),
    type: prepared.columnTypeId(index) === DuckDBTypeId.INVALID ? undefined : prepared.columnType(index),
  }));
}

export function columnsOf(described: DuckDBPreparedStatement | DuckDBResult): readonly ResultColumn[] {
  return range(described.columnCount).map((index) => ({
    name: described.columnName(index),
    type: described.columnType(index),
  }));
}

function parameterType(prepared: DuckDBPreparedStatement, index: number): DuckDBType | undefined {
  return prepared.parameterTypeId(index + 1) === DuckDBTypeId.INVALID
    ? undefined
    : prepared.parameterType(index + 1);
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}
