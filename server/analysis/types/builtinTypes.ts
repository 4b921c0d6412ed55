import { scalar } from '../../catalog/typeText';
import type { DataType } from '../../catalog/types';

export const string = scalar('string');
export const boolean = scalar('boolean');
export const tinyint = scalar('byte');
export const smallint = scalar('short');
export const int = scalar('int');
export const bigint = scalar('long');
export const float = scalar('float');
export const double = scalar('double');
export const date = scalar('date');
export const timestamp = scalar('timestamp');
export const binary = scalar('binary');

/** What we know nothing about. */
export const unknown: DataType = { kind: 'unknown', text: 'unknown' };

/** The type of NULL: it widens to any other. */
export const nothing: DataType = { kind: 'unknown', text: 'void' };

/** An interval of days and times, or of years and months; `fields` as Spark prints them: `day to second`. */
export function interval(fields: string): DataType {
  return { kind: 'unknown', text: `interval ${fields}` };
}

export function arrayOf(element: DataType): DataType {
  return { kind: 'array', element };
}

export function isNothing(type: DataType): boolean {
  return type.kind === 'unknown' && type.text === 'void';
}

export function isInterval(type: DataType): boolean {
  return type.kind === 'unknown' && type.text.startsWith('interval');
}

/** We cannot say anything about a value of this type. */
export function isUnknown(type: DataType): boolean {
  return type.kind === 'unknown' && !isNothing(type) && !isInterval(type);
}

export function isString(type: DataType): boolean {
  return type.kind === 'scalar' && type.name === 'string';
}

export function isBoolean(type: DataType): boolean {
  return type.kind === 'scalar' && type.name === 'boolean';
}

export function isBinary(type: DataType): boolean {
  return type.kind === 'scalar' && type.name === 'binary';
}

export function isDateOrTime(type: DataType): boolean {
  return type.kind === 'scalar' && (type.name === 'date' || type.name === 'timestamp');
}

export function isIntegral(type: DataType): boolean {
  return type.kind === 'scalar' && ['byte', 'short', 'int', 'long'].includes(type.name);
}

export function isFractional(type: DataType): boolean {
  return type.kind === 'scalar' && (type.name === 'float' || type.name === 'double');
}

export function isNumeric(type: DataType): boolean {
  return type.kind === 'decimal' || isIntegral(type) || isFractional(type);
}

/** A type without parts: what can be compared, and cast to and from text. */
export function isAtomic(type: DataType): boolean {
  return type.kind === 'scalar' || type.kind === 'decimal';
}
