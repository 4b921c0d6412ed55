import { z } from 'zod';
import type { Made } from './transformer';
import { transformer } from './transformer';
import { wholeFrom } from './parameters';
import { double } from './shape';
import { doubleSql, eachElement, failure } from './sql';

/** binarizer(column, threshold): 1.0 above the threshold, else 0.0. */
export const binarizer = transformer({
  takes: [['number', 'vector']],
  state: z.object({ threshold: z.number() }),
  read: (parameters) => ({ threshold: parameters.number(0, 'threshold', 0) }),
  make: ({ threshold }, { sql, shape }) => {
    const above = (value: string): string =>
      `CASE WHEN ${value} IS NULL THEN NULL WHEN CAST(${value} AS DOUBLE) > ${doubleSql(threshold)} THEN 1e0 ELSE 0e0 END`;
    return shape.kind === 'vector'
      ? { sql: eachElement(sql, above('x')), shape }
      : { sql: above(sql), shape: double };
  },
});

/** The bounds of the buckets; JSON has no word for infinite ones. */
const splitsState = z.object({ splits: z.array(z.union([z.number(), z.enum(['-Infinity', 'Infinity'])])) });
type Splits = z.infer<typeof splitsState>;

/** bucketizer(column, array(split, ...)): the number of the interval, which holds its lower bound; the last one both. */
export const bucketizer = transformer({
  takes: [['number']],
  state: splitsState,
  read: (parameters) => {
    const splits = parameters.numbers(0, 'splits');
    if (!splits)
      throw parameters.problem(-1, 'splits are missing: bucketizer(column, array(0.0, 10.0, 20.0))');
    if (splits.length < 3 || splits.some((split, at) => at > 0 && !(split > (splits[at - 1] as number))))
      throw parameters.problem(0, 'splits are three or more numbers, each above the one before it');
    return keptSplits(splits);
  },
  make: (state, input) => bucketOf(state, input.sql, input.name),
});

/** quantile_discretizer(column, buckets): intervals that hold about as many rows each. */
export const quantileDiscretizer = transformer({
  takes: [['number']],
  state: splitsState,
  fit: async ({ parameters, source, ask }, { sql }) => {
    const buckets = parameters.number(0, 'the number of buckets', 2, wholeFrom(2));
    const shares = Array.from({ length: buckets - 1 }, (_, at) => (at + 1) / buckets);
    const value = `CAST(${sql} AS DOUBLE)`;
    const bounds = shares.map((share) => `quantile_disc(${value}, ${share})`).join(', ');
    const [found = []] = await ask(
      `SELECT ${bounds} FROM ${source} WHERE ${sql} IS NOT NULL AND NOT isnan(${value})`,
    );
    const inner = found.filter((bound): bound is number => typeof bound === 'number');
    return keptSplits([-Infinity, ...new Set(inner), Infinity]);
  },
  make: (state, input) => bucketOf(state, input.sql, input.name),
});

function keptSplits(splits: readonly number[]): Splits {
  return {
    splits: splits.map((split) => (Number.isFinite(split) ? split : split < 0 ? '-Infinity' : 'Infinity')),
  };
}

function bucketOf(state: Splits, sql: string, name: string): Made {
  const splits = state.splits.map(Number);
  const value = `CAST(${sql} AS DOUBLE)`;
  const last = splits.length - 1;
  const outside = `isnan(${value}) OR ${value} < ${doubleSql(splits[0] as number)} OR ${value} > ${doubleSql(splits[last] as number)}`;
  const cases = splits
    .slice(1, -1)
    .map((split, at) => `WHEN ${value} < ${doubleSql(split)} THEN ${doubleSql(at)}`)
    .join(' ');
  const refused = failure(`${name} is outside the buckets that it is cut into: `, sql);
  return {
    sql: `CASE WHEN ${sql} IS NULL THEN NULL WHEN ${outside} THEN ${refused} ${cases} ELSE ${doubleSql(last - 1)} END`,
    shape: double,
  };
}
