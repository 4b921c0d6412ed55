import { parseType } from '../../catalog/typeText';
import type { DataType } from '../../catalog/types';
import { arithmeticType, type ArithmeticOperator } from '../types/arithmeticType';
import * as is from '../types/builtinTypes';
import { concatType } from '../types/concatType';
import { asDecimal, decimal, type Decimal } from '../types/decimal';
import { wholeFamily } from '../types/interval';
import { widestType } from '../types/widerType';
import type { Argument } from '../model';

type SpecialType = (args: readonly Argument[]) => DataType | undefined;

/**
 * Results that a signature cannot say: they follow from precision and scale, from literals, or from names.
 * `undefined` leaves the answer to the signature.
 */
export const specialTypes: Readonly<Record<string, SpecialType>> = {
  sum: sumType,
  try_sum: sumType,
  avg: averageType,
  regr_avgx: (args) => averageType(args.slice(1)),
  regr_avgy: averageType,
  mean: averageType,
  try_avg: averageType,
  round: roundType,
  bround: roundType,
  ceil: wholeType,
  ceiling: wholeType,
  floor: wholeType,
  shiftleft: shiftType,
  shiftright: shiftType,
  shiftrightunsigned: shiftType,
  mod: arithmetic('%'),
  pmod: arithmetic('%'),
  try_add: arithmetic('+'),
  try_subtract: arithmetic('-'),
  try_multiply: arithmetic('*'),
  try_divide: arithmetic('/'),
  concat: (args) => concatType(typesOf(args)),
  reverse: (args) => (typeAt(args, 0).kind === 'array' ? undefined : textual(args)),
  substr: textual,
  substring: textual,
  overlay: textual,
  lpad: paddedType,
  rpad: paddedType,
  left: textual,
  to_number: typeOfFormat,
  try_to_number: typeOfFormat,
  percentile: percentileType,
  decode: decodedType,
  elt: (args) => concatType(typesOf(args.slice(1))),
  struct: structType,
  named_struct: namedStructType,
  map: mapType,
  map_from_entries: mapOfEntries,
  arrays_zip: zippedType,
  from_json: typeOfSchema,
  from_csv: typeOfSchema,
  extract: partType,
  date_part: partType,
  datepart: partType,
  aggregate: foldType,
  reduce: foldType,
};

function typesOf(args: readonly Argument[]): readonly DataType[] {
  return args.map((argument) => argument.typed.type);
}

function typeAt(args: readonly Argument[], index: number): DataType {
  return args[index]?.typed.type ?? is.unknown;
}

function sumType(args: readonly Argument[]): DataType {
  const type = typeAt(args, 0);
  if (type.kind === 'decimal') return decimal(type.precision + 10, type.scale);
  if (is.isIntegral(type)) return is.bigint;
  return type.kind === 'unknown' && !is.isNothing(type) ? type : is.double;
}

function averageType(args: readonly Argument[]): DataType {
  const type = typeAt(args, 0);
  if (type.kind === 'decimal') return decimal(type.precision + 4, type.scale + 4);
  if (is.isInterval(type)) return wholeFamily(type);
  return is.isUnknown(type) ? type : is.double;
}

function percentileType(args: readonly Argument[]): DataType | undefined {
  const type = typeAt(args, 0);
  return is.isInterval(type) ? wholeFamily(type) : undefined;
}

/** Padding keeps bytes only when it is done with bytes, or with nothing said. */
function paddedType(args: readonly Argument[]): DataType {
  return args.length > 2 && !is.isBinary(typeAt(args, 2)) ? is.string : textual(args);
}

/** A number format has a digit for each 0 and 9, those of the scale behind its point. */
function typeOfFormat(args: readonly Argument[]): DataType {
  const format = args[1]?.literal;
  if (format === undefined) return is.unknown;
  const [whole = '', fraction = ''] = format.split(/[.D]/i).map((part) => part.replace(/[^09]/g, ''));
  const digits = whole.length + fraction.length;
  return digits === 0 ? is.unknown : decimal(digits, fraction.length);
}

function roundType(args: readonly Argument[]): DataType {
  const type = typeAt(args, 0);
  if (is.isString(type) || is.isNothing(type)) return is.double;
  return type.kind === 'decimal' ? roundedDecimal(type, args) : type;
}

function roundedDecimal(type: Decimal, args: readonly Argument[]): DataType {
  const isWhole = args.length < 2 || is.isNothing(typeAt(args, 1));
  const scale = isWhole ? 0 : Number(args[1]?.literal ?? NaN);
  if (!Number.isInteger(scale)) return is.unknown;
  const whole = type.precision - type.scale + 1;
  if (scale < 0) return decimal(Math.max(whole, 1 - scale), 0);
  const kept = Math.min(type.scale, scale);
  return decimal(whole + kept, kept);
}

function wholeType(args: readonly Argument[]): DataType | undefined {
  const type = typeAt(args, 0);
  if (is.isUnknown(type)) return type;
  if (args.length === 1) return type.kind === 'decimal' ? wholeDecimal(type) : undefined;
  const exact = asDecimal(type) ?? decimalOfFractional(type);
  return exact ? roundedDecimal(exact, args) : is.unknown;
}

function wholeDecimal(type: Decimal): Decimal {
  return type.scale === 0 ? type : decimal(type.precision - type.scale + 1, 0);
}

function decimalOfFractional(type: DataType): Decimal | undefined {
  if (is.isNothing(type) || is.isString(type)) return decimal(38, 18);
  if (type.kind !== 'scalar') return undefined;
  return type.name === 'float' ? decimal(14, 7) : type.name === 'double' ? decimal(30, 15) : undefined;
}

/** Smaller whole numbers are shifted as an int. */
function shiftType(args: readonly Argument[]): DataType {
  const type = typeAt(args, 0);
  if (is.isUnknown(type)) return type;
  return type.kind === 'scalar' && type.name === 'long' ? type : is.int;
}

function arithmetic(operator: ArithmeticOperator): SpecialType {
  return ([a, b]) => (a && b ? (arithmeticType(operator, a.typed, b.typed) ?? is.unknown) : is.unknown);
}

/** Text functions keep bytes and turn all else into text. */
function textual(args: readonly Argument[]): DataType {
  const type = typeAt(args, 0);
  return is.isBinary(type) || is.isUnknown(type) ? type : is.string;
}

/** decode(x, search, result, search, result, ..., default) chooses a result. */
function decodedType(args: readonly Argument[]): DataType | undefined {
  if (args.length < 3) return undefined;
  return widest(
    args.filter(
      (_, index) => (index > 0 && index % 2 === 0) || (index === args.length - 1 && index % 2 === 1),
    ),
  );
}

function structType(args: readonly Argument[]): DataType | undefined {
  if (args.some((argument) => argument.kind === 'star')) return is.unknown;
  const fields = args.map((argument, index) => ({
    name: argument.name ?? argument.pathName ?? `col${index + 1}`,
    type: argument.typed.type,
  }));
  return { kind: 'struct', fields };
}

function namedStructType(args: readonly Argument[]): DataType {
  const fields = [];
  for (let at = 0; at + 1 < args.length; at += 2) {
    const name = args[at]?.literal;
    if (name === undefined) return is.unknown;
    fields.push({ name, type: typeAt(args, at + 1) });
  }
  return { kind: 'struct', fields };
}

function mapType(args: readonly Argument[]): DataType {
  const half = (parity: number) => args.filter((_, index) => index % 2 === parity);
  return { kind: 'map', key: widest(half(0)), value: widest(half(1)) };
}

function widest(args: readonly Argument[]): DataType {
  return widestType(typesOf(args)) ?? is.unknown;
}

function mapOfEntries(args: readonly Argument[]): DataType {
  const type = typeAt(args, 0);
  const fields = type.kind === 'array' && type.element.kind === 'struct' ? type.element.fields : [];
  const [key, value] = fields;
  return key && value ? { kind: 'map', key: key.type, value: value.type } : is.unknown;
}

function zippedType(args: readonly Argument[]): DataType {
  const fields = args.map((argument, index) => {
    const { type } = argument.typed;
    return {
      name: argument.name ?? argument.pathName ?? String(index),
      type: type.kind === 'array' ? type.element : is.unknown,
    };
  });
  return { kind: 'array', element: { kind: 'struct', fields } };
}

/** The schema is a type, or the fields of a struct: `a INT, b STRING`. */
function typeOfSchema(args: readonly Argument[]): DataType {
  const text = args[1]?.literal;
  if (text === undefined) return is.unknown;
  const type = parseType(text);
  return type.kind === 'unknown' ? parseType(`struct<${text}>`) : type;
}

function partType(args: readonly Argument[]): DataType {
  if (is.isNothing(typeAt(args, 0))) return is.double;
  const part = args[0]?.literal?.toLowerCase();
  if (part === undefined) return is.unknown;
  return /^s(ec(ond)?s?)?$/.test(part) ? decimal(8, 6) : is.int;
}

/** A fold gives what its last step gives: finish, else the start value that merge keeps the type of. */
function foldType(args: readonly Argument[]): DataType {
  return args.length > 3 ? typeAt(args, 3) : typeAt(args, 1);
}
