import { separated, type Fragment } from '../fragment';
import { isInterval, isScalar } from '../duckdbType';
import { calledName } from '../nodes';
import { wholeQuotient, withoutOverflow } from '../rewrites/arithmetic';
import { isOrderedByParts, sortedArray, type ArrayOrder } from './orderedValue';
import {
  type Build,
  built,
  each,
  type FunctionRule,
  macro,
  renamed,
  same,
  type FunctionTable,
} from './functionRule';

export const mathFunctions: FunctionTable = [
  ...each('atan atan2 cbrt cos degrees exp pi radians sin tan', same),
  ...each('sinh cosh tanh asinh', same),
  ['greatest', extreme('greatest', 'descending, nulls last')],
  ['least', extreme('least', 'ascending, nulls last')],
  ...each('pow power', renamed('power')),
  ...each('sign signum', renamed('spark.sign')),
  ...each('ln log10 log2 sqrt acos asin', macro),
  [
    'log',
    built(
      (make, [base, value]) => base && (value ? make`spark.log(${base}, ${value})` : make`spark.ln(${base})`),
    ),
  ],
  ['log1p', built((make, [x]) => x && make`spark.ln(1 + ${x})`)],
  ['expm1', built((make, [x]) => x && make`(exp(${x}) - 1)`)],
  ['decimal', built((make, [x]) => x && make`TRY_CAST(spark.decimal_text(${x}) AS DECIMAL(10, 0))`)],
  ['e', built((make) => make`exp(1)`)],
  ['hypot', built((make, [a, b]) => a && b && make`sqrt(power(${a}, 2) + power(${b}, 2))`)],
  ['mod', built((make, [a, b]) => a && b && make`(${a} % ${b})`)],
  ['pmod', macro],
  ['abs', signless((make, x) => make`abs(${x})`)],
  ['negative', signless((make, x) => make`(-(${x}))`)],
  ['positive', built((make, [x]) => x && make`(${x})`)],
  ...each('factorial width_bucket nanvl', macro),
  [
    'div',
    built(
      (_, args, { t, call, arguments: [a, b] }) =>
        a && b && args.length === 2 && wholeQuotient(t, call, [a, b]),
    ),
  ],
  ...each('acosh atanh bin', same),
  ['rint', built((make, [x]) => x && make`round_even(${x}, 0)`)],
  ['cot', built((make, [x]) => x && make`spark.quotient_of_one(tan(${x}))`)],
  ['csc', built((make, [x]) => x && make`spark.quotient_of_one(sin(${x}))`)],
  ['sec', built((make, [x]) => x && make`spark.quotient_of_one(cos(${x}))`)],
  ['bit_count', built((make, [x]) => x && make`bit_count(CAST(${x} AS BIGINT))`)],
  ...each(
    'getbit bit_get',
    built((make, [x, at]) => x && at && make`((${x} >> ${at}) & 1)`),
  ),
  ['shiftleft', built(shiftLeft)],
  ['shiftright', built(shiftRight)],
  ['shiftrightunsigned', built(shiftRightUnsigned)],
  ['try_divide', built((make, [a, b]) => a && b && make`(${a} / ${b})`)],
  ['try_add', built((make, [a, b]) => a && b && make`TRY(${a} + ${b})`)],
  ['try_subtract', built((make, [a, b]) => a && b && make`TRY(${a} - ${b})`)],
  ['try_multiply', built((make, [a, b]) => a && b && make`TRY(${a} * ${b})`)],
  ...each('rand random', seeded('random', 'spark_rand')),
  ['randn', seeded('spark.randn', 'spark_randn')],
];

function signless(compute: (make: Parameters<Build>[0], value: Fragment) => Fragment): FunctionRule {
  return built(
    (make, _, { t, call, arguments: [node] }) =>
      node &&
      withoutOverflow(t, call, node, (value) =>
        isInterval(t.environment.typeOf(node)) && calledName(t.statement, call) === 'abs'
          ? make`CASE WHEN ${value} < INTERVAL 0 DAY THEN -(${value}) ELSE ${value} END`
          : compute(make, value),
      ),
  );
}

/** The greatest or least argument that is not null. */
function extreme(name: string, order: ArrayOrder): FunctionRule {
  return built((make, values, { t, call }) => {
    const type = t.environment.typeOf(call);
    const list = separated(values, ', ', 0);
    return isOrderedByParts(type)
      ? make`(${sortedArray(make, make`[${list}]`, type, order)})[1]`
      : make`${name}(${list})`;
  });
}

/** With a seed the numbers are Spark's own, as for rows that are all in one partition. */
function seeded(name: string, withSeed: string): FunctionRule {
  return built((make, [seed]) =>
    seed ? make`${withSeed}(coalesce(CAST(${seed} AS BIGINT), 0))` : make`${name}()`,
  );
}

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

/** The bits are moved as if there were no sign. */
function shiftRightUnsigned(
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
  const [width, mask] = isLong ? ['18446744073709551616', '63'] : ['4294967296', '31'];
  const whole = make`(CAST(${value ?? ''} AS HUGEINT) + CASE WHEN ${value ?? ''} < 0 THEN ${width} ELSE 0 END)`;
  const moved = make`(${whole} // CAST(power(2, ${bits ?? ''} & ${mask}) AS HUGEINT))`;
  if (!value || !bits) return undefined;
  return isLong ? make`spark.as_bigint(${moved})` : make`spark.to_int(CAST(${moved} AS BIGINT))`;
}
