import type { DataType } from '../../catalog/types';
import * as is from './builtinTypes';
import { decimal } from './decimal';

const suffixes: Readonly<Record<string, DataType>> = {
  L: is.bigint,
  S: is.smallint,
  Y: is.tinyint,
  D: is.double,
  F: is.float,
};

/** The type of a number as it is written: `1`, `-1`, `10L`, `1.5`, `1e3`, `2BD`. */
export function numberType(text: string): DataType {
  const upper = text.toUpperCase();
  if (/^0X/.test(upper)) return is.int;
  if (upper.endsWith('BD')) return decimalOf(upper.slice(0, -2));
  const suffix = suffixes[upper.at(-1) ?? ''];
  if (suffix) return suffix;
  if (upper.includes('E')) return is.double;
  if (upper.includes('.')) return decimalOf(upper);
  if (upper.length < 10) return is.int;
  const value = BigInt(upper);
  if (BigInt.asIntN(32, value) === value) return is.int;
  return BigInt.asIntN(64, value) === value ? is.bigint : decimalOf(upper.replace('-', ''));
}

/** How many digits a whole number literal needs: next to a decimal it counts with these, not as an int. */
export function digitsOf(text: string): number {
  return Math.max(1, text.replace(/\D/g, '').replace(/^0+/, '').length);
}

function decimalOf(text: string): DataType {
  const [mantissa = '', exponent = '0'] = text.split('E');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const scale = Math.max(0, fraction.length - Number(exponent));
  const digits =
    (whole + fraction).replace(/^0+/, '').length + Math.max(0, Number(exponent) - fraction.length);
  return decimal(Math.max(digits, scale, 1), scale);
}
