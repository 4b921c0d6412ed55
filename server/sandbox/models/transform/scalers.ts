import { z } from 'zod';
import type { Fitting, Input } from './transformer';
import { transformer } from './transformer';
import { wholeFrom } from './parameters';
import { doubleSql, doublesSql, eachElement } from './sql';
import type { Shape } from './shape';

const vector = ['vector'] as const;

/** min_max_scaler(vector, min, max): a feature that never changes comes to the middle. */
export const minMaxScaler = transformer({
  takes: [vector],
  state: z.object({
    least: z.array(z.number()),
    most: z.array(z.number()),
    min: z.number(),
    max: z.number(),
  }),
  fit: async (fitting, input) => {
    const min = fitting.parameters.number(0, 'min', 0);
    const max = fitting.parameters.number(1, 'max', 1);
    if (min >= max) throw fitting.parameters.problem(0, 'min is below max');
    const [least, most] = await columnwise(fitting, input, ['min(x)', 'max(x)']);
    return { least, most, min, max };
  },
  make: ({ least, most, min, max }, { sql }) => {
    const ranges = most.map((value, at) => value - (least[at] as number));
    const scaled = `(x - ${doublesSql(least)}[i]) / ${doublesSql(ranges.map((range) => range || 1))}[i]`;
    const unit = `CASE WHEN ${doublesSql(ranges)}[i] = 0 THEN 0.5e0 ELSE ${scaled} END`;
    return {
      sql: eachElement(sql, `${unit} * ${doubleSql(max - min)} + ${doubleSql(min)}`),
      shape: sized(least.length),
    };
  },
});

/** max_abs_scaler(vector) */
export const maxAbsScaler = transformer({
  takes: [vector],
  state: z.object({ most: z.array(z.number()) }),
  fit: async (fitting, input) => {
    const [most] = await columnwise(fitting, input, ['max(abs(x))']);
    return { most };
  },
  make: ({ most }, { sql }) => ({
    sql: eachElement(sql, `x / ${doublesSql(most.map((value) => value || 1))}[i]`),
    shape: sized(most.length),
  }),
});

/** standard_scaler(vector, withStd, withMean): the deviation is that of a sample; a feature that never changes becomes 0. */
export const standardScaler = transformer({
  takes: [vector],
  state: z.object({ shift: z.array(z.number()), factor: z.array(z.number()) }),
  fit: async (fitting, input) => {
    const withStd = fitting.parameters.boolean(0, 'withStd', true);
    const withMean = fitting.parameters.boolean(1, 'withMean', false);
    const [means, deviations] = await columnwise(fitting, input, ['avg(x)', 'stddev_samp(x)']);
    return {
      shift: means.map((mean) => (withMean ? mean : 0)),
      factor: deviations.map((deviation) => (withStd ? (deviation ? 1 / deviation : 0) : 1)),
    };
  },
  make: ({ shift, factor }, { sql }) => ({
    sql: eachElement(sql, `(x - ${doublesSql(shift)}[i]) * ${doublesSql(factor)}[i]`),
    shape: sized(shift.length),
  }),
});

/** normalizer(vector, p): length 1 in the p-norm; a vector of zeros stays one. */
export const normalizer = transformer({
  takes: [vector],
  state: z.object({ p: z.number() }),
  read: (parameters) => ({ p: parameters.number(0, 'p', 2, wholeFrom(1)) }),
  make: ({ p }, { sql, shape }) => {
    const power = (value: string): string => (p === 2 ? `${value} * ${value}` : `pow(abs(${value}), ${p})`);
    const sum = `list_sum(list_transform(${sql}, lambda x: ${power('x')}))`;
    const norm = p === 2 ? `sqrt(${sum})` : p === 1 ? sum : `pow(${sum}, ${doubleSql(1 / p)})`;
    const divided = `list_transform(${sql}, lambda x: x / ${norm})`;
    return { sql: `CASE WHEN ${norm} = 0 THEN ${sql} ELSE ${divided} END`, shape };
  },
});

function sized(size: number): Shape {
  return { kind: 'vector', size };
}

/** Aggregates of each element over all rows, as vectors; `x` is the element. */
async function columnwise<const A extends readonly string[]>(
  { source, ask, parameters }: Fitting,
  { sql, name }: Input,
  aggregates: A,
): Promise<{ readonly [K in keyof A]: number[] }> {
  const elements = `SELECT unnest(${sql}) AS x, unnest(range(len(${sql}))) AS place FROM ${source}`;
  const found = await ask(`SELECT ${aggregates.join(', ')} FROM (${elements}) GROUP BY place ORDER BY place`);
  if (found.length === 0) throw parameters.problem(-1, `${name} has no value in any row`);
  return aggregates.map((_, at) => found.map((row) => Number(row[at] ?? 0))) as {
    readonly [K in keyof A]: number[];
  };
}
