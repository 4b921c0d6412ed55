import type { DataType } from '../../catalog/types';
import * as is from './builtinTypes';
import { asDecimal, decimal, decimalResult, type Decimal } from './decimal';
import { widerNumeric } from './widerType';
import type { Typed } from '../model';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%';

export interface Operand extends Typed {
  /** Of a whole number literal, which counts next to a decimal with no more digits than it has. */
  readonly digits?: number | undefined;
}

/** The type of `a operator b`; unknown when we cannot tell, `undefined` when the engine refuses it. */
export function arithmeticType(operator: ArithmeticOperator, a: Operand, b: Operand): DataType | undefined {
  if (is.isUnknown(a.type) || is.isUnknown(b.type)) return is.unknown;
  if (isTemporal(a.type) || isTemporal(b.type)) return temporalType(operator, a.type, b.type);
  const [left, right] = [asNumber(a.type), asNumber(b.type)];
  if (!left || !right) return undefined;
  if (is.isNothing(left) && is.isNothing(right)) return is.double;
  if (is.isNothing(left)) return numericType(operator, { ...b, type: right }, { ...b, type: right });
  if (is.isNothing(right)) return numericType(operator, { ...a, type: left }, { ...a, type: left });
  return numericType(operator, { ...a, type: left }, { ...b, type: right });
}

function numericType(operator: ArithmeticOperator, a: Operand, b: Operand): DataType {
  const exact = a.type.kind === 'decimal' || b.type.kind === 'decimal';
  if (exact && !is.isFractional(a.type) && !is.isFractional(b.type)) {
    const [left, right] = [operandDecimal(a), operandDecimal(b)];
    if (left && right) return decimalResult(operator, left, right);
  }
  return operator === '/' ? is.double : widerNumeric(a.type, b.type);
}

function operandDecimal(operand: Operand): Decimal | undefined {
  if (operand.digits !== undefined && operand.type.kind !== 'decimal') return decimal(operand.digits, 0);
  return asDecimal(operand.type);
}

/** Text takes part in arithmetic as a double. */
function asNumber(type: DataType): DataType | undefined {
  if (is.isString(type)) return is.double;
  return is.isNumeric(type) || is.isNothing(type) ? type : undefined;
}

function isTemporal(type: DataType): boolean {
  return is.isDateOrTime(type) || is.isInterval(type);
}

/** Dates and times take intervals, and differ by intervals; a date takes days as a number as well. */
function temporalType(operator: ArithmeticOperator, a: DataType, b: DataType): DataType | undefined {
  if (operator === '*' || operator === '/') return scaledInterval(operator, a, b);
  if (operator === '%') return undefined;
  if (is.isDateOrTime(a) && is.isInterval(b)) return shifted(a, b);
  if (is.isInterval(a) && is.isDateOrTime(b) && operator === '+') return shifted(b, a);
  if (is.isInterval(a) && is.isInterval(b)) return is.interval('');
  if (operator === '-' && is.isDateOrTime(a) && is.isDateOrTime(b)) {
    return isDate(a) && isDate(b) ? is.interval('day') : is.interval('day to second');
  }
  if (isDate(a) && is.isIntegral(b)) return is.date;
  if (operator === '+' && is.isIntegral(a) && isDate(b)) return is.date;
  return is.isString(a) || is.isString(b) || is.isNothing(a) || is.isNothing(b) ? is.unknown : undefined;
}

function scaledInterval(operator: '*' | '/', a: DataType, b: DataType): DataType | undefined {
  if (is.isInterval(a) && (is.isNumeric(b) || is.isString(b))) return is.interval('');
  return operator === '*' && is.isInterval(b) && is.isNumeric(a) ? is.interval('') : undefined;
}

/** A date stays a date when it is moved by whole days or months. */
function shifted(point: DataType, by: DataType): DataType {
  const fields = by.kind === 'unknown' ? by.text : '';
  if (!isDate(point)) return point;
  if (/^interval (day|month|year|year to month)$/.test(fields)) return is.date;
  return /hour|minute|second/.test(fields) ? is.timestamp : is.unknown;
}

function isDate(type: DataType): boolean {
  return type.kind === 'scalar' && type.name === 'date';
}
