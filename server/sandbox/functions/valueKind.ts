import {
  ANY,
  BLOB,
  BOOLEAN,
  BIGINT,
  DOUBLE,
  DuckDBBlobValue,
  DuckDBListValue,
  INTEGER,
  LIST,
  VARCHAR,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';

/** A type of DuckDB's, and how its values that are not null look to a function. */
export interface ValueKind<T> {
  readonly type: DuckDBType;
  readonly read: (value: DuckDBValue, type: DuckDBType) => T;
  readonly write: (value: T) => DuckDBValue;
}

export const text = plain<string>(VARCHAR);
export const int = plain<number>(INTEGER);
export const long = plain<bigint>(BIGINT);
export const double = plain<number>(DOUBLE);
export const boolean = plain<boolean>(BOOLEAN);

export const binary: ValueKind<Uint8Array> = {
  type: BLOB,
  read: (value) => (value as DuckDBBlobValue).bytes,
  write: (value) => new DuckDBBlobValue(value),
};

/** A value with its type; null for null. */
export interface TypedValue {
  readonly value: DuckDBValue;
  readonly type: DuckDBType;
}

/** A value of any type. DuckDB refuses a NULL without a type: the caller gives it one. */
export const anything: ValueKind<TypedValue> = {
  type: ANY,
  read: (value, type) => ({ value, type }),
  write: ({ value }) => value,
};

/** Items that are null are `undefined`. */
export function listOf<T>(item: ValueKind<T>): ValueKind<readonly (T | undefined)[]> {
  return {
    type: LIST(item.type),
    read: (value) => (value as DuckDBListValue).items.map((each) => readNullable(item, each, item.type)),
    write: (value) => new DuckDBListValue(value.map((each) => writeNullable(item, each))),
  };
}

export function readNullable<T>(kind: ValueKind<T>, value: DuckDBValue, type: DuckDBType): T | undefined {
  return value === null ? undefined : kind.read(value, type);
}

export function writeNullable<T>(kind: ValueKind<T>, value: T | undefined): DuckDBValue {
  return value === undefined ? null : kind.write(value);
}

/** Values of the type are JavaScript's own. */
function plain<T extends DuckDBValue>(type: DuckDBType): ValueKind<T> {
  return { type, read: (value) => value as T, write: (value) => value };
}
