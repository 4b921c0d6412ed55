import type { DataType } from '../../../catalog/types';
import { isScalar } from '../duckdbType';
import type { Fragment } from '../fragment';
import { widerType } from '../widerType';
import { type Build, built, type FunctionRule, type FunctionTable } from './functionRule';

type Make = Parameters<Build>[0];

export const roundingFunctions: FunctionTable = [
  ['round', rounded('spark.round_double', 'half up')],
  ['bround', rounded('spark.bround_double', 'half even')],
  ['ceil', toWhole('spark.ceil', 'up')],
  ['ceiling', toWhole('spark.ceil', 'up')],
  ['floor', toWhole('spark.floor', 'down')],
];

/** round(x, scale): doubles are rounded by the digits that they show, whole numbers and decimals exactly. */
function rounded(ofDouble: string, mode: string): FunctionRule {
  return built((make, [value, scale], { t, arguments: [node] }) => {
    const type = node && t.environment.typeOf(node);
    if (!value) return undefined;
    if (isScalar(type, 'float', 'double', 'string'))
      return make`${ofDouble}(CAST(${value} AS DOUBLE), ${scale ?? '0'})`;
    // DuckDB rounds decimals half up, exactly.
    const isSame = type?.kind === 'decimal' && mode === 'half up';
    return isExact(type) && !isSame
      ? rescaled(make, value, scale, { type, mode })
      : make`round(${value}, ${scale ?? '0'})`;
  });
}

/** ceil(x) is a whole number, ceil(x, scale) a decimal. */
function toWhole(macro: string, mode: string): FunctionRule {
  return built((make, [value, scale], { t, arguments: [node] }) => {
    const type = node && t.environment.typeOf(node);
    if (!value || !scale) return value && make`${macro}(${value})`;
    if (isExact(type)) return make`spark.rescaled(${value}, ${scale}, '${mode}')`;
    // A double counts with 15 places, as what it shows.
    const places = isScalar(type, 'float') ? '14, 7' : isScalar(type, 'double') ? '30, 15' : '38, 18';
    const exact = make`TRY_CAST(spark.decimal_text(${value}) AS DECIMAL(${places}))`;
    return make`spark.rescaled(${exact}, ${scale}, '${mode}')`;
  });
}

/** Whole numbers have no places to round off unless they are counted before the point. */
function rescaled(
  make: Make,
  value: Fragment,
  scale: Fragment | undefined,
  { type, mode }: { readonly type: DataType; readonly mode: string },
): Fragment {
  const text = make`spark.rescaled(${value}, ${scale ?? '0'}, '${mode}')`;
  if (type.kind === 'decimal') return text;
  return make`${widerType(type)?.narrow ?? ''}(CAST(${text} AS HUGEINT))`;
}

function isExact(type: DataType | undefined): type is DataType {
  return type?.kind === 'decimal' || isScalar(type, 'byte', 'short', 'int', 'long');
}
