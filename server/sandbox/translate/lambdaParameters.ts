import type { Fragment } from './fragment';

/** What the parameters of the lambdas around a node stand for, where DuckDB's lambda has others. */
export interface LambdaParameters {
  readonly valueOf: (name: string) => Fragment | undefined;
  /** While `work` runs the names stand for these values; for `undefined`, for parameters of DuckDB's lambda. */
  readonly within: <T>(values: ReadonlyMap<string, Fragment | undefined>, work: () => T) => T;
}

export function lambdaParameters(): LambdaParameters {
  let bound: ReadonlyMap<string, Fragment | undefined> = new Map();
  return {
    valueOf: (name) => bound.get(name.toLowerCase()),
    within: (values, work) => {
      const before = bound;
      bound = new Map([...before, ...values]);
      try {
        return work();
      } finally {
        bound = before;
      }
    },
  };
}
