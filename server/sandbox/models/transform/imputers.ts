import { z } from 'zod';
import { quoted } from '../../store/sqlText';
import type { Input } from './transformer';
import { transformer } from './transformer';

/** Exact, as text: a whole number may be longer than a double holds. */
const filledNumber = z.object({ value: z.string() });

/** numeric_imputer(column, 'mean' | 'median' | 'mode'): nulls, and NaN, become what the training rows show. */
export const numericImputer = transformer({
  takes: [['number']],
  state: filledNumber,
  fit: async ({ parameters, source, ask }, input) => {
    const strategy = parameters.word<Strategy>(0, 'strategy', 'mean', ['mean', 'median', 'mode']);
    const known = `FROM ${source} WHERE ${input.sql} IS NOT NULL AND NOT ${isNaN(input)}`;
    const value = (await ask(`SELECT CAST((${fillers[strategy](input, known)}) AS VARCHAR)`))[0]?.[0];
    if (typeof value !== 'string')
      throw parameters.problem(-1, `${input.name} has no value in any row, so that there is no ${strategy}`);
    return { value };
  },
  make: ({ value }, input) => {
    const type = input.shape.kind === 'number' ? input.shape.type : 'DOUBLE';
    const filled = `CAST(${quoted(value)} AS ${type})`;
    const isMissing = `${input.sql} IS NULL OR ${isNaN(input)}`;
    return { sql: `CASE WHEN ${isMissing} THEN ${filled} ELSE ${input.sql} END`, shape: input.shape };
  },
});

type Strategy = 'mean' | 'median' | 'mode';

/** Queries for the value that fills in; `known` are the rows that have one. */
const fillers: Readonly<Record<Strategy, (input: Input, known: string) => string>> = {
  mean: (input, known) => `SELECT ${meanOf(input)} ${known}`,
  // A value that there is: of an even number of rows the lower of the two in the middle.
  median: ({ sql }, known) => `SELECT quantile_disc(${sql}, 0.5) ${known}`,
  mode: ({ sql }, known) => `SELECT ${sql} ${known} GROUP BY ${sql} ORDER BY count(*) DESC, ${sql} LIMIT 1`,
};

/** A mean of whole numbers is cut off, as it becomes one of them. */
function meanOf({ sql, shape }: Input): string {
  const mean = `avg(${sql})`;
  return shape.kind === 'number' && shape.isWhole ? `CAST(trunc(${mean}) AS BIGINT)` : mean;
}

function isNaN({ sql, shape }: Input): string {
  const isFloat = shape.kind === 'number' && (shape.type === 'DOUBLE' || shape.type === 'FLOAT');
  return isFloat ? `isnan(${sql})` : 'false';
}

/** string_imputer(column, replacement) */
export const stringImputer = transformer({
  takes: [['text']],
  state: z.object({ value: z.string() }),
  read: (parameters) => ({ value: parameters.text(0, 'the replacement', 'ml_unknown') }),
  make: ({ value }, { sql }) => ({ sql: `coalesce(${sql}, ${quoted(value)})`, shape: { kind: 'text' } }),
});

/** boolean_imputer(column, replacement) */
export const booleanImputer = transformer({
  takes: [['boolean']],
  state: z.object({ value: z.boolean() }),
  read: (parameters) => ({ value: parameters.boolean(0, 'the replacement', false) }),
  make: ({ value }, { sql }) => ({ sql: `coalesce(${sql}, ${value})`, shape: { kind: 'boolean' } }),
});
