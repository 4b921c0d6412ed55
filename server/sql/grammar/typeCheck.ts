import { distance } from 'fastest-levenshtein';

/** The types of Spark that stand alone. */
const plain = [
  ...['string', 'boolean', 'tinyint', 'byte', 'smallint', 'short', 'int', 'integer', 'bigint', 'long'],
  ...['float', 'real', 'double', 'date', 'timestamp', 'timestamp_ltz', 'timestamp_ntz', 'binary', 'void'],
  'interval',
];

/** Types of Spark that take a size. */
const sized = ['char', 'character', 'varchar', 'decimal', 'dec', 'numeric'];

/** Types that are nothing without those of their parts, and how these are written. */
const nested: ReadonlyMap<string, string> = new Map([
  ['array', 'array<string>'],
  ['map', 'map<string, int>'],
  ['struct', 'struct<id: string, amount: double>'],
]);

/** What Query Service calls its columns to clients of PostgreSQL, and the names that these use in casts of their own. */
const postgres = [
  ...[
    'text',
    'datetime',
    'time',
    'timetz',
    'timestamptz',
    'bool',
    'int2',
    'int4',
    'int8',
    'float4',
    'float8',
  ],
  ...['bpchar', 'bytea', 'bit', 'varbit', 'name', 'oid', 'regclass', 'regtype', 'regproc', 'regnamespace'],
  ...['json', 'jsonb', 'uuid', 'xml', 'money', 'serial', 'bigserial', 'anyarray', 'anymap', 'inet', 'cidr'],
];

const known: ReadonlySet<string> = new Set([...plain, ...sized, ...nested.keys(), ...postgres]);
/** Types of PostgreSQL that take a number in brackets, as a precision or a length. */
const lenient: ReadonlySet<string> = new Set([...postgres, 'timestamp', 'interval']);
const offered = [...plain, ...sized, 'text', 'datetime'];

/** A word is a type, or the beginning of one. */
export function isTypeWord(word: string): boolean {
  return known.has(word.toLowerCase());
}

/** What is wrong with a type of this name and the numbers in brackets behind it; undefined when nothing is. */
export function typeMistake(word: string, numbers: readonly number[] | undefined): string | undefined {
  const type = word.toLowerCase();
  const example = nested.get(type);
  if (example) return `${type} needs the type of its parts, as in ${example}`;
  if (numbers === undefined || lenient.has(type)) return undefined;
  if (!sized.includes(type)) return `${type} takes no size`;
  return type.startsWith('dec') || type === 'numeric'
    ? decimalMistake(type, numbers)
    : lengthMistake(type, numbers);
}

/** That there is no type of this name, and which one may be meant. */
export function unknownType(word: string): string {
  const near = nearType(word);
  const advice = near
    ? `did you mean ${near}?`
    : 'types are string, int, bigint, double, decimal(10, 2), date, timestamp, boolean and others';
  return `Unknown type ${word}; ${advice}`;
}

/** The type that a misspelt name most likely means. */
export function nearType(word: string): string | undefined {
  return offered.find(
    (each) => word.length > 2 && distance(word.toLowerCase(), each) <= (each.length > 5 ? 2 : 1),
  );
}

function lengthMistake(type: string, numbers: readonly number[]): string | undefined {
  return numbers.length > 1 ? `${type} takes one number, its length` : undefined;
}

function decimalMistake(
  type: string,
  [digits = 10, scale = 0, ...more]: readonly number[],
): string | undefined {
  if (more.length > 0) return `${type} takes two numbers: all digits, and those behind the point`;
  if (digits > 38) return `${type} has at most 38 digits`;
  return scale > digits
    ? `${type}(${digits}, ${scale}) has more digits behind the point than in all`
    : undefined;
}
