import { built, each, macro, renamed, same, type FunctionTable } from './functionRule';

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
      (make, [base, value]) =>
        base && (value ? make`(spark.ln(${value}) / spark.ln(${base}))` : make`spark.ln(${base})`),
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
  ['factorial', macro],
  // With a seed the numbers would have to be Spark's own.
  ...each(
    'rand random',
    built((make, args) => (args.length === 0 ? make`random()` : undefined)),
  ),
  ['randn', built((make, args) => (args.length === 0 ? make`spark.randn()` : undefined))],
];
