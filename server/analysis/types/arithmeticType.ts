import type { DataType } from '../../catalog/types';
import * as is from './builtinTypes';
import { asDecimal, decimal, decimalResult, type Decimal } from './decimal';
import { intervalFamily, widerInterval, wholeFamily, type IntervalFamily } from './interval';
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
  // A null is divided as a double, also by a decimal.
  if (is.isNothing(left) && (is.isNothing(right) || operator === '/')) return is.double;
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
  switch (operator) {
    case '+':
      return sum(a, b);
    case '-':
      return difference(a, b);
    case '*':
      return is.isInterval(a) ? scaled(a, b) : is.isInterval(b) ? scaled(b, a) : undefined;
    case '/':
      return is.isInterval(a) ? scaled(a, b) : undefined;
    case '%':
      return undefined;
  }
}

function sum(a: DataType, b: DataType): DataType | undefined {
  if (is.isInterval(a) && is.isInterval(b)) return widerInterval(a, b);
  if (is.isInterval(b)) return shifted(a, b);
  if (is.isInterval(a)) return shifted(b, a);
  if (isDate(a)) return countsDays(b) ? is.date : undefined;
  return isDate(b) && countsDays(a) ? is.date : undefined;
}

function difference(a: DataType, b: DataType): DataType | undefined {
  if (is.isInterval(a) && is.isInterval(b)) return widerInterval(a, b);
  if (is.isInterval(b)) return shifted(a, b);
  if (is.isInterval(a)) return is.isNothing(b) ? a : undefined;
  if (isTime(a) || isTime(b)) return isPoint(a) && isPoint(b) ? is.interval('day to second') : undefined;
  if (isDate(b)) return isPoint(a) || is.isString(a) ? is.interval('day') : undefined;
  return countsDays(b) ? is.date : undefined;
}

function scaled(interval: DataType, by: DataType): DataType | undefined {
  const isFactor = is.isNumeric(by) || is.isString(by) || is.isNothing(by);
  return isFactor ? wholeFamily(interval) : undefined;
}

/** A date stays a date when it is moved by whole days or months; what is read from a text becomes a text again. */
function shifted(point: DataType, by: DataType): DataType | undefined {
  const family = intervalFamily(by);
  if (isTime(point)) return point;
  if (isDate(point)) return shiftedDate(by, family);
  if (is.isNothing(point)) return family === 'calendar' || family === 'some' ? is.unknown : by;
  if (!is.isString(point) || family === 'yearMonth') return undefined;
  return family === 'some' ? is.unknown : point;
}

function shiftedDate(by: DataType, family: IntervalFamily | undefined): DataType {
  if (family === 'yearMonth' || family === 'calendar') return is.date;
  if (family === 'some') return is.unknown;
  return by.kind === 'unknown' && by.text === 'interval day' ? is.date : is.timestamp;
}

/** Days are counted by whole numbers up to int. */
function countsDays(type: DataType): boolean {
  return is.isNothing(type) || (is.isIntegral(type) && !(type.kind === 'scalar' && type.name === 'long'));
}

function isPoint(type: DataType): boolean {
  return is.isDateOrTime(type) || is.isNothing(type);
}

function isTime(type: DataType): boolean {
  return type.kind === 'scalar' && type.name === 'timestamp';
}

function isDate(type: DataType): boolean {
  return type.kind === 'scalar' && type.name === 'date';
}
