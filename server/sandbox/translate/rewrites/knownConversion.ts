import type { DataType, ScalarName } from '../../../catalog/types';
import { duckdbType, isScalar } from '../duckdbType';

/** SQL before and after the value that it converts. */
type Around = readonly [before: string, after: string];

/**
 * A conversion where the types alone tell how; `undefined` for others. The macros, which look at the type themselves,
 * name the value many times, and what is nested in them grows with each level.
 */
export function knownConversion(from: DataType | undefined, to: ScalarName): Around | undefined {
  if (from?.kind === 'decimal') return to === 'double' || to === 'string' ? castTo(to) : undefined;
  if (from?.kind !== 'scalar') return undefined;
  if (sameMeaning[to]?.includes(from.name)) return castTo(to);
  const narrowing = narrowed[to];
  if (narrowing?.from.includes(from.name)) return [`${narrowing.macro}(`, ')'];
  return isScalar(from, 'string') ? textConversions[to] : undefined;
}

const wholes: readonly ScalarName[] = ['byte', 'short', 'int', 'long'];

/** What DuckDB's cast converts as Spark's does. */
const sameMeaning: Partial<Record<ScalarName, readonly ScalarName[]>> = {
  short: ['boolean', 'byte', 'short'],
  int: ['boolean', 'byte', 'short', 'int'],
  long: ['boolean', ...wholes],
  double: ['boolean', ...wholes, 'float', 'double'],
  string: ['boolean', ...wholes, 'string', 'date', 'timestamp'],
  date: ['date', 'timestamp'],
  timestamp: ['date', 'timestamp'],
};

const narrowed: Partial<
  Record<ScalarName, { readonly from: readonly ScalarName[]; readonly macro: string }>
> = {
  byte: { from: ['short', 'int', 'long'], macro: 'spark.as_tinyint' },
  short: { from: ['int', 'long'], macro: 'spark.as_smallint' },
  int: { from: ['long'], macro: 'spark.as_int' },
};

const wholePart = `'^\\s*([+-]?[0-9]+)(\\.[0-9]*)?\\s*$', 1`;

const textConversions: Partial<Record<ScalarName, Around>> = {
  int: ['TRY_CAST(regexp_extract(CAST(', ` AS VARCHAR), ${wholePart}) AS INTEGER)`],
  long: ['TRY_CAST(regexp_extract(CAST(', ` AS VARCHAR), ${wholePart}) AS BIGINT)`],
  double: ['TRY_CAST(', ' AS DOUBLE)'],
  timestamp: ['TRY_CAST(TRY_CAST(trim(CAST(', ' AS VARCHAR)) AS TIMESTAMPTZ) AS TIMESTAMP)'],
};

function castTo(to: ScalarName): Around {
  return ['TRY_CAST(', ` AS ${duckdbType({ kind: 'scalar', name: to }) as string})`];
}
