import type { Fragment } from '../fragment';
import { isScalar } from '../duckdbType';
import { type Build, built, each, macro, renamed, same, type FunctionTable } from './functionRule';

export const mathFunctions: FunctionTable = [
  ...each('abs atan atan2 cbrt cos cot degrees exp greatest least pi radians round sin tan', same),
  ...each('sinh cosh tanh asinh', same),
  ...each('pow power', renamed('power')),
  ...each('sign signum', renamed('spark.sign')),
  ...each('ceil floor ln log10 log2 sqrt acos asin', macro),
  ['ceiling', renamed('spark.ceil')],
  [
    'log',
    built(
      (make, [base, value]) => base && (value ? make`spark.log(${base}, ${value})` : make`spark.ln(${base})`),
    ),
  ],
  ['log1p', built((make, [x]) => x && make`spark.ln(1 + ${x})`)],
  ['expm1', built((make, [x]) => x && make`(exp(${x}) - 1)`)],
  ['e', built((make) => make`exp(1)`)],
  ['hypot', built((make, [a, b]) => a && b && make`sqrt(power(${a}, 2) + power(${b}, 2))`)],
  ['mod', built((make, [a, b]) => a && b && make`(${a} % ${b})`)],
  ['pmod', macro],
  ['negative', built((make, [x]) => x && make`(-(${x}))`)],
  ['positive', built((make, [x]) => x && make`(${x})`)],
  ['bround', renamed('round_even')],
  ...each('factorial div width_bucket nanvl', macro),
  ...each('acosh atanh bin', same),
  ['rint', built((make, [x]) => x && make`round_even(${x}, 0)`)],
  ['csc', built((make, [x]) => x && make`(1 / sin(${x}))`)],
  ['sec', built((make, [x]) => x && make`(1 / cos(${x}))`)],
  ['bit_count', built((make, [x]) => x && make`bit_count(CAST(${x} AS BIGINT))`)],
  ...each(
    'getbit bit_get',
    built((make, [x, at]) => x && at && make`((${x} >> ${at}) & 1)`),
  ),
  ['shiftleft', built(shiftLeft)],
  ['shiftright', built(shiftRight)],
  ['try_add', built((make, [a, b]) => a && b && make`TRY(${a} + ${b})`)],
  ['try_subtract', built((make, [a, b]) => a && b && make`TRY(${a} - ${b})`)],
  ['try_multiply', built((make, [a, b]) => a && b && make`TRY(${a} * ${b})`)],
  // With a seed the numbers would have to be Spark's own.
  ...each(
    'rand random',
    built((make, args) => (args.length === 0 ? make`random()` : undefined)),
  ),
  ['randn', built((make, args) => (args.length === 0 ? make`spark.randn()` : undefined))],
];

/** Bits that are pushed out are lost, and a shift counts within the width of the type. */
function shiftLeft(
  ...[
    make,
    [value, bits],
    {
      t,
      arguments: [node],
    },
  ]: Parameters<Build>
): Fragment | undefined {
  if (!value || !bits) return undefined;
  const isLong = isScalar(node && t.environment.typeOf(node), 'long');
  return isLong
    ? make`spark.as_bigint(spark.shifted_left(${value}, ${bits} & 63) % 18446744073709551616)`
    : make`spark.to_int(spark.as_bigint(spark.shifted_left(${value}, ${bits} & 31)))`;
}

function shiftRight(
  ...[
    make,
    [value, bits],
    {
      t,
      arguments: [node],
    },
  ]: Parameters<Build>
): Fragment | undefined {
  const isLong = isScalar(node && t.environment.typeOf(node), 'long');
  return value && bits && make`(${value} >> (${bits} & ${isLong ? '63' : '31'}))`;
}
