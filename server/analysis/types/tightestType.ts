import type { DataType, Field } from '../../catalog/types';
import * as is from './builtinTypes';
import { asDecimal } from './decimal';
import { widerInterval } from './interval';
import { sameType, widerNumeric } from './widerType';

/**
 * The type that values of both types are compared as without turning one into text or from text. `undefined` when
 * there is none; unknown when we cannot tell.
 */
export function tightestType(a: DataType, b: DataType): DataType | undefined {
  if (is.isNothing(a)) return b;
  if (is.isNothing(b) || sameType(a, b)) return a;
  if (is.isUnknown(a) || is.isUnknown(b)) return is.unknown;
  if (is.isInterval(a) && is.isInterval(b)) return widerInterval(a, b);
  if (is.isNumeric(a) && is.isNumeric(b)) return tightestNumber(a, b);
  if (is.isDateOrTime(a) && is.isDateOrTime(b)) return is.timestamp;
  if (a.kind === 'array' && b.kind === 'array') {
    const element = tightestType(a.element, b.element);
    return element && { kind: 'array', element };
  }
  if (a.kind === 'map' && b.kind === 'map') {
    const key = tightestType(a.key, b.key);
    const value = tightestType(a.value, b.value);
    return key && value && { kind: 'map', key, value };
  }
  return a.kind === 'struct' && b.kind === 'struct' ? tightestStruct(a.fields, b.fields) : undefined;
}

/** Like it, but numbers widen each other in whatever way they can. */
export function widerWithoutText(a: DataType, b: DataType): DataType | undefined {
  if (a.kind === 'array' && b.kind === 'array') {
    const element = widerWithoutText(a.element, b.element);
    return element && { kind: 'array', element };
  }
  return is.isNumeric(a) && is.isNumeric(b) ? widerNumeric(a, b) : tightestType(a, b);
}

/** A decimal takes in whole numbers when it has room for all of them, and no other decimal. */
function tightestNumber(a: DataType, b: DataType): DataType | undefined {
  if (a.kind !== 'decimal' && b.kind !== 'decimal') return widerNumeric(a, b);
  const [exact, other] = a.kind === 'decimal' ? [a, b] : [b, a];
  const whole = is.isIntegral(other) ? asDecimal(other) : undefined;
  if (exact.kind !== 'decimal' || !whole) return undefined;
  return exact.precision - exact.scale >= whole.precision ? exact : undefined;
}

function tightestStruct(a: readonly Field[], b: readonly Field[]): DataType | undefined {
  if (a.length !== b.length) return undefined;
  const fields: Field[] = [];
  for (const [index, field] of a.entries()) {
    const other = b[index];
    const sameName = other && field.name.toLowerCase() === other.name.toLowerCase();
    const type = sameName ? tightestType(field.type, other.type) : undefined;
    if (!type) return undefined;
    fields.push({ name: field.name, type });
  }
  return { kind: 'struct', fields };
}
