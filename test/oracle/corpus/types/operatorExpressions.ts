/** The columns of `scalars`, one of each type, and what may stand beside them. */
const operands = 's b y h i l f d n nw n0 dt ts bin'.split(' ');
const nested = 'ai sa aai st ast msi mis'.split(' ');
const literals = [
  "'1'",
  "'text'",
  '1',
  '1L',
  '1.5',
  '1.5D',
  'true',
  'NULL',
  "DATE '2024-01-31'",
  'INTERVAL 1 DAY',
];

const arithmetic = '+ - * / % DIV'.split(' ');
const comparison = '= <> < <=>'.split(' ');
const others = '& | ^ || AND OR'.split(' ');

const decimalColumns = 'd1_0 d5_2 d9_9 d18_6 d20_0 d38_0 d38_10 d38_37'.split(' ');
const whole = 'y h i l'.split(' ');

const targets = [
  'string boolean tinyint smallint int bigint float double date timestamp binary decimal(10,2) decimal(38,18)',
]
  .flatMap((names) => names.split(' '))
  .concat(['array<int>', 'map<string,int>', 'struct<a:int,b:string>']);

/** Every operator between every two types, choices among them, and casts: the coercions. */
export function operatorExpressions(): readonly string[] {
  return [
    ...pairs(operands, operands).flatMap(([a, b]) => binary(a, b, [...arithmetic, ...comparison])),
    ...pairs(operands, [...literals, 'ai', 'st', 'msi']).flatMap(([a, b]) =>
      binary(a, b, ['+', '*', '/', '<']),
    ),
    ...pairs(['s', 'b', 'i', 'l', 'd', 'n', 'bin', 'ai'], ['s', 'b', 'h', 'i', 'n', 'ai', 'NULL']).flatMap(
      ([a, b]) => binary(a, b, others),
    ),
    ...pairs(nested, [...nested, 's', 'NULL']).flatMap(([a, b]) => binary(a, b, ['=', '<'])),
    ...pairs(operands, [...operands, 'NULL', "'text'", '1']).flatMap(([a, b]) => choices(a, b)),
    ...pairs(nested, nested).map(([a, b]) => `coalesce(${a}, ${b})`),
    ...pairs([...operands, ...nested], targets).map(([a, type]) => `CAST(${a} AS ${type})`),
    ...[...operands, ...nested].flatMap((a) => ['-', '~', 'NOT '].map((sign) => `${sign}${a}`)),
  ];
}

/** Precision and scale of what comes of two decimals; expressions over `decimals`. */
export function decimalExpressions(): readonly string[] {
  return [
    ...pairs(decimalColumns, decimalColumns).flatMap(([a, b]) => binary(a, b, arithmetic)),
    ...pairs(decimalColumns, decimalColumns).map(([a, b]) => `coalesce(${a}, ${b})`),
    ...pairs(decimalColumns, ['1', '100L', '2.5', '0.001', '1e2', "'5'"]).flatMap(([a, b]) =>
      binary(a, b, ['+', '*', '/', '%']),
    ),
    ...decimalColumns.flatMap((a) =>
      ['sum', 'avg', 'max', 'abs', 'ceil', 'floor', 'round', 'negative', 'stddev', 'collect_list'].map(
        (name) => `${name}(${a})`,
      ),
    ),
    ...pairs(decimalColumns, ['-2', '0', '1', '5', '12']).flatMap(([a, scale]) =>
      ['round', 'bround', 'ceil', 'floor'].map((name) => `${name}(${a}, ${scale})`),
    ),
  ];
}

/** A whole number beside a decimal counts as a decimal that holds all of its digits; over both tables. */
export function mixedDecimalExpressions(): readonly string[] {
  return pairs(decimalColumns, [...whole, 'f', 'd', 's']).flatMap(([a, b]) =>
    binary(a, b, ['+', '*', '/', '%', '<']),
  );
}

function binary(a: string, b: string, operators: readonly string[]): readonly string[] {
  return operators.map((operator) => `${a} ${operator} ${b}`);
}

/** Expressions whose result is the common type of their arguments. */
function choices(a: string, b: string): readonly string[] {
  return [
    `coalesce(${a}, ${b})`,
    `CASE WHEN b THEN ${a} ELSE ${b} END`,
    `if(b, ${a}, ${b})`,
    `array(${a}, ${b})`,
    `${a} IN (${b}, ${a})`,
  ];
}

function pairs(these: readonly string[], those: readonly string[]): readonly (readonly [string, string])[] {
  return these.flatMap((a) => those.map((b) => [a, b] as const));
}
