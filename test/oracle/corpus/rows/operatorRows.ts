/** Values at the edges of their types. */
const numbers = [
  '7',
  '-7',
  '0',
  '2',
  '2147483647',
  '-2147483648',
  '9223372036854775807L',
  '100Y',
  '2.5D',
  "double('NaN')",
  "double('Infinity')",
  '1.50BD',
  '0.00BD',
  '-3.333BD',
  "'4'",
  "'x'",
  'NULL',
];

const comparable = [
  "'a'",
  "'A'",
  "''",
  "'10'",
  "'9'",
  '10',
  '9.5D',
  'NULL',
  'true',
  "DATE '2024-01-31'",
  "'2024-01-31'",
];

/** Operators between constants: overflow, division by zero, nulls, coercion. */
export function operatorRows(): readonly string[] {
  return [
    ...numbers.flatMap((a) =>
      ['7', '0', '2.5D', '1.50BD', "'4'", 'NULL', '-2147483648'].flatMap((b) => arithmetic(a, b)),
    ),
    ...comparable.flatMap((a) => comparable.flatMap((b) => comparison(a, b))),
    ...['true', 'false', 'NULL'].flatMap((a) =>
      ['true', 'false', 'NULL'].flatMap((b) => ['AND', 'OR', '=', '<=>'].map((op) => `${a} ${op} ${b}`)),
    ),
    ...['5', '-5', '0', 'NULL'].flatMap((a) =>
      ['3', 'NULL'].flatMap((b) => ['&', '|', '^'].map((op) => `${a} ${op} ${b}`)),
    ),
  ];
}

function arithmetic(a: string, b: string): readonly string[] {
  return ['+', '-', '*', '/', '%', 'DIV'].map((operator) => `${a} ${operator} ${b}`);
}

function comparison(a: string, b: string): readonly string[] {
  return ['=', '<', '<=>'].map((operator) => `${a} ${operator} ${b}`);
}
