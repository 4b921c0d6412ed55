import { DuckDBTypeId, type DuckDBDecimalValue } from '@duckdb/node-api';
import type { DuckDBDateValue, DuckDBTimestampValue } from '@duckdb/node-api';
import { unsupportedError } from '../translate/functions/userError';
import { grouped, rounded, shortest, split } from './exactNumber';
import { javaNumberText } from './javaNumberText';
import type { TypedValue } from './valueKind';

/** One `%…` of a format of java.util.Formatter. */
interface Specifier {
  readonly flags: string;
  readonly width: number;
  readonly precision: number | undefined;
  readonly conversion: string;
}

const specifier = /%(\d+\$|<)?([-#+ 0,(]*)(\d+)?(?:\.(\d+))?([a-zA-Z%])/g;

/** `String.format` of Java, for Spark's own values: a date is its number of days, a time its microseconds. */
export function javaFormat(format: string, args: readonly TypedValue[]): string {
  let next = 0;
  let last = -1;
  const argument = (place: string | undefined): TypedValue => {
    last = place === undefined ? next++ : place === '<' ? last : Number.parseInt(place, 10) - 1;
    const found = args[last];
    if (!found) throw new Error(`The format '${format}' asks for more values than there are`);
    return found;
  };
  if (/%/.test(format.replace(specifier, ''))) throw new Error(`The format '${format}' is not valid`);
  return format.replace(
    specifier,
    (_, place: string | undefined, flags: string, width?: string, precision?: string, conversion = '') => {
      const form = {
        flags,
        width: Number(width ?? 0),
        precision: precision === undefined ? undefined : Number(precision),
        conversion,
      };
      if (conversion === 'n') return '\n';
      if (conversion === '%') return padded('%', form);
      const text = formatted(argument(place), { ...form, conversion: conversion.toLowerCase() });
      return conversion === conversion.toLowerCase() ? text : text.toUpperCase();
    },
  );
}

function formatted(argument: TypedValue, form: Specifier): string {
  const { value } = argument;
  switch (form.conversion) {
    case 'b':
      return padded(cut(String(typeof value === 'boolean' ? value : value !== null), form), form);
    case 's':
      return padded(cut(value === null ? 'null' : textOf(argument), form), form);
    case 'c':
      return padded(value === null ? 'null' : String.fromCodePoint(Number(wholeOf(argument, form))), form);
    case 'd':
    case 'o':
    case 'x':
      return value === null ? padded('null', form) : wholeText(argument, form);
    case 'e':
    case 'f':
    case 'g':
      return value === null ? padded(cut('null', form), form) : fractionText(argument, form);
    default:
      throw new Error(`${unsupportedError}%${form.conversion} in a format`);
  }
}

function cut(text: string, { precision }: Specifier): string {
  return precision === undefined ? text : text.slice(0, precision);
}

function padded(text: string, { flags, width }: Specifier): string {
  return flags.includes('-') ? text.padEnd(width) : text.padStart(width);
}

function textOf({ value, type }: TypedValue): string {
  switch (type.typeId) {
    case DuckDBTypeId.FLOAT:
    case DuckDBTypeId.DOUBLE:
      return javaNumberText(value as number, type.typeId === DuckDBTypeId.FLOAT);
    case DuckDBTypeId.DATE:
      return String((value as DuckDBDateValue).days);
    case DuckDBTypeId.TIMESTAMP:
      return String((value as DuckDBTimestampValue).micros);
    case DuckDBTypeId.DECIMAL:
      return (value as DuckDBDecimalValue).toString();
    case DuckDBTypeId.BOOLEAN:
    case DuckDBTypeId.TINYINT:
    case DuckDBTypeId.SMALLINT:
    case DuckDBTypeId.INTEGER:
    case DuckDBTypeId.BIGINT:
    case DuckDBTypeId.VARCHAR:
      return String(value);
    default:
      throw new Error(`${unsupportedError}a format of a value of the type ${type.toString()}`);
  }
}

const widths = new Map([
  [DuckDBTypeId.TINYINT, 8],
  [DuckDBTypeId.SMALLINT, 16],
  [DuckDBTypeId.INTEGER, 32],
  [DuckDBTypeId.BIGINT, 64],
]);

function wholeOf({ value, type }: TypedValue, { conversion }: Specifier): bigint {
  if (widths.has(type.typeId)) return BigInt(value as number | bigint);
  throw new Error(`%${conversion} in a format does not take a value of the type ${type.toString()}`);
}

function wholeText(argument: TypedValue, form: Specifier): string {
  const value = wholeOf(argument, form);
  if (form.conversion === 'd') {
    return signed(String(value < 0n ? -value : value), value < 0n, form, form.flags.includes('0'));
  }
  const bits = BigInt.asUintN(widths.get(argument.type.typeId) as number, value);
  const [base, mark] = form.conversion === 'x' ? [16, '0x'] : [8, '0'];
  const text = (form.flags.includes('#') ? mark : '') + bits.toString(base);
  return form.flags.includes('0') ? text.padStart(form.width, '0') : padded(text, form);
}

/** Puts the sign, the groups and the zeros that fill the width. */
function signed(digits: string, isNegative: boolean, form: Specifier, fill: boolean): string {
  const { flags, width } = form;
  const [whole = '', rest = ''] = splitAtFirst(digits);
  const body = (flags.includes(',') ? grouped(whole, 3) : whole) + rest;
  const inParentheses = isNegative && flags.includes('(');
  const sign = inParentheses
    ? '('
    : isNegative
      ? '-'
      : flags.includes('+')
        ? '+'
        : flags.includes(' ')
          ? ' '
          : '';
  const end = inParentheses ? ')' : '';
  const filled = fill ? body.padStart(width - sign.length - end.length, '0') : body;
  return padded(sign + filled + end, form);
}

/** The leading digits, and what comes after them. */
function splitAtFirst(text: string): readonly string[] {
  const [whole = ''] = /^\d*/.exec(text) ?? [];
  return [whole, text.slice(whole.length)];
}

function fractionText({ value, type }: TypedValue, form: Specifier): string {
  if (type.typeId !== DuckDBTypeId.DOUBLE && type.typeId !== DuckDBTypeId.FLOAT) {
    throw new Error(`%${form.conversion} in a format does not take a value of the type ${type.toString()}`);
  }
  const number = value as number;
  const isNegative = number < 0 || Object.is(number, -0);
  if (Number.isNaN(number)) return padded('NaN', form);
  if (!Number.isFinite(number)) return signed('Infinity', isNegative, form, false);
  return signed(digitsOf(Math.abs(number), form), isNegative, form, form.flags.includes('0'));
}

function digitsOf(size: number, { conversion, precision = 6 }: Specifier): string {
  if (conversion === 'f') return fixed(size, precision);
  if (conversion === 'e') return scientific(size, precision);
  const digits = Math.max(precision, 1);
  const exponent = size === 0 ? 0 : Number(scientific(size, digits - 1).split('e')[1]);
  return exponent < -4 || exponent >= digits
    ? scientific(size, digits - 1)
    : fixed(size, digits - 1 - exponent);
}

/** Halves of the shortest digits go up, as in Java: 1.005 is 1.01. */
function fixed(size: number, places: number): string {
  const number = shortest(size);
  if (typeof number === 'number') return String(number);
  const [whole, fraction] = split(rounded(number, places, 'up'), places);
  return places === 0 ? whole : `${whole}.${fraction}`;
}

function scientific(size: number, places: number): string {
  const number = shortest(size);
  if (typeof number === 'number') return String(number);
  let exponent = size === 0 ? 0 : number.digits.toString().length - 1 - number.scale;
  const scaled = (by: number): bigint => {
    const scale = number.scale + by;
    return rounded(
      scale >= 0
        ? { ...number, scale }
        : { ...number, digits: number.digits * 10n ** BigInt(-scale), scale: 0 },
      places,
      'up',
    );
  };
  let digits = scaled(exponent)
    .toString()
    .padStart(places + 1, '0');
  if (digits.length > places + 1) digits = scaled(++exponent).toString();
  const mantissa = places === 0 ? digits : `${digits.slice(0, 1)}.${digits.slice(1)}`;
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
