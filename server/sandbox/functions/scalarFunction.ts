import { ANY, type DuckDBType, type DuckDBValue } from '@duckdb/node-api';
import { readNullable, writeNullable, type TypedValue, type ValueKind } from './valueKind';

/** What it throws becomes the error of the query. */
type Call = (args: readonly DuckDBValue[], types: readonly DuckDBType[]) => DuckDBValue;

/** A function that DuckDB calls for every row. */
export interface ScalarFunction {
  readonly name: string;
  readonly takes: readonly DuckDBType[];
  /** The type of any number of further arguments. */
  readonly takesMore?: DuckDBType;
  readonly gives: DuckDBType;
  /** Whether the same values may give another one, so that every call counts. */
  readonly isVolatile: boolean;
  /** Begins a run over rows: each of DuckDB's threads makes its own, `part` from 0 on. */
  readonly begin: (part: number) => Call;
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
  const call = callOf<Args, Result>(takes, gives, compute);
  return { ...signatureOf(name, takes, gives), isVolatile: false, begin: () => call };
}

/** Its results hang on the rows before: `begin` makes the function for the rows of one thread. */
export function sequenceFunction<Args extends readonly unknown[], Result>(
  name: string,
  takes: Kinds<Args>,
  gives: ValueKind<Result>,
  begin: (part: number) => (...args: Nullable<Args>) => Result | undefined,
): ScalarFunction {
  return {
    ...signatureOf(name, takes, gives),
    isVolatile: true,
    begin: (part) => callOf<Args, Result>(takes, gives, begin(part)),
  };
}

function signatureOf(
  name: string,
  takes: readonly { readonly type: DuckDBType }[],
  gives: { readonly type: DuckDBType },
): Pick<ScalarFunction, 'name' | 'takes' | 'gives'> {
  return { name, takes: takes.map(({ type }) => type), gives: gives.type };
}

function callOf<Args extends readonly unknown[], Result>(
  takes: Kinds<Args>,
  gives: ValueKind<Result>,
  compute: (...args: Nullable<Args>) => Result | undefined,
): Call {
  const kinds = takes as readonly ValueKind<unknown>[];
  return (values, types) => {
    const args = kinds.map((kind, at) =>
      readNullable(kind, values[at] as DuckDBValue, types[at] as DuckDBType),
    );
    return writeNullable(gives, compute(...(args as unknown as Nullable<Args>)));
  };
}

/** Takes any number of arguments of any types. DuckDB refuses a NULL without a type: the caller gives it one. */
export function variadicFunction<Result>(
  name: string,
  gives: ValueKind<Result>,
  compute: (args: readonly TypedValue[]) => Result | undefined,
): ScalarFunction {
  const call: Call = (values, types) =>
    writeNullable(gives, compute(values.map((value, at) => ({ value, type: types[at] as DuckDBType }))));
  return { name, takes: [], takesMore: ANY, gives: gives.type, isVolatile: false, begin: () => call };
}
