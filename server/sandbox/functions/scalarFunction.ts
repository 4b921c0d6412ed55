import { ANY, type DuckDBType, type DuckDBValue } from '@duckdb/node-api';
import { readNullable, writeNullable, type TypedValue, type ValueKind } from './valueKind';

/** A function that DuckDB calls for every row. It only computes: the same values always give the same one. */
export interface ScalarFunction {
  readonly name: string;
  readonly takes: readonly DuckDBType[];
  /** The type of any number of further arguments. */
  readonly takesMore?: DuckDBType;
  readonly gives: DuckDBType;
  /** What it throws becomes the error of the query. */
  readonly call: (args: readonly DuckDBValue[], types: readonly DuckDBType[]) => DuckDBValue;
}

type Kinds<Args extends readonly unknown[]> = { readonly [At in keyof Args]: ValueKind<Args[At]> };

type Nullable<Args extends readonly unknown[]> = { readonly [At in keyof Args]: Args[At] | undefined };

/** A null among the arguments makes the result null; `undefined` is null too. */
export function scalarFunction<Args extends readonly unknown[], Result>(
  name: string,
  takes: Kinds<Args>,
  gives: ValueKind<Result>,
  compute: (...args: Args) => Result | undefined,
): ScalarFunction {
  return nullableFunction<Args, Result>(name, takes, gives, (...args) =>
    args.includes(undefined) ? undefined : compute(...(args as unknown as Args)),
  );
}

/** Arguments that are null are `undefined`. */
export function nullableFunction<Args extends readonly unknown[], Result>(
  name: string,
  takes: Kinds<Args>,
  gives: ValueKind<Result>,
  compute: (...args: Nullable<Args>) => Result | undefined,
): ScalarFunction {
  const kinds = takes as readonly ValueKind<unknown>[];
  return {
    name,
    takes: kinds.map(({ type }) => type),
    gives: gives.type,
    call: (values, types) => {
      const args = kinds.map((kind, at) =>
        readNullable(kind, values[at] as DuckDBValue, types[at] as DuckDBType),
      );
      return writeNullable(gives, compute(...(args as unknown as Nullable<Args>)));
    },
  };
}

/** Takes any number of arguments of any types. DuckDB refuses a NULL without a type: the caller gives it one. */
export function variadicFunction<Result>(
  name: string,
  gives: ValueKind<Result>,
  compute: (args: readonly TypedValue[]) => Result | undefined,
): ScalarFunction {
  return {
    name,
    takes: [],
    takesMore: ANY,
    gives: gives.type,
    call: (values, types) =>
      writeNullable(gives, compute(values.map((value, at) => ({ value, type: types[at] as DuckDBType })))),
  };
}
