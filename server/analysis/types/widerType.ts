import type { DataType, Field, ScalarName } from '../../catalog/types';
import * as is from './builtinTypes';
import { asDecimal, widerDecimal } from './decimal';
import { widerInterval } from './interval';

const numericOrder: readonly ScalarName[] = ['byte', 'short', 'int', 'long', 'float', 'double'];

/**
 * The type that values of both types widen to, as for the branches of CASE or of UNION. `undefined` when there is
 * none, which is an error of the query; unknown when we cannot tell.
 */
export function widerType(a: DataType, b: DataType): DataType | undefined {
  if (is.isNothing(a)) return b;
  if (is.isNothing(b) || a === b) return a;
  if (is.isUnknown(a) || is.isUnknown(b)) return is.unknown;
  if (is.isInterval(a) || is.isInterval(b)) return withInterval(a, b);
  if (is.isNumeric(a) && is.isNumeric(b)) return widerNumeric(a, b);
  if (is.isAtomic(a) && is.isAtomic(b)) return widerAtomic(a, b);
  if (a.kind === 'array' && b.kind === 'array') {
    const element = widerType(a.element, b.element);
    return element && { kind: 'array', element };
  }
  if (a.kind === 'map' && b.kind === 'map') {
    const key = widerType(a.key, b.key);
    const value = widerType(a.value, b.value);
    return key && value && { kind: 'map', key, value };
  }
  if (a.kind === 'struct' && b.kind === 'struct') return widerStruct(a.fields, b.fields);
  return undefined;
}

/** An interval widens to another of its family, and like all single values to text. */
function withInterval(a: DataType, b: DataType): DataType | undefined {
  if (is.isString(a) || is.isString(b)) return is.string;
  return is.isInterval(a) && is.isInterval(b) ? widerInterval(a, b) : undefined;
}

/** The type that all widen to; nothing when there are none. */
export function widestType(types: readonly DataType[]): DataType | undefined {
  let widest: DataType | undefined = is.nothing;
  // Text widens the others, so that a text late in the list must not meet a failure early in it.
  for (const type of [...types].sort((a, b) => Number(holdsText(b)) - Number(holdsText(a)))) {
    widest = widest && widerType(widest, type);
  }
  return widest;
}

function holdsText(type: DataType): boolean {
  return type.kind === 'array' ? holdsText(type.element) : is.isString(type);
}

export function widerNumeric(a: DataType, b: DataType): DataType {
  if (a.kind === 'scalar' && b.kind === 'scalar') {
    return numericOrder.indexOf(a.name) >= numericOrder.indexOf(b.name) ? a : b;
  }
  if (is.isFractional(a) || is.isFractional(b)) return is.double;
  const [left, right] = [asDecimal(a), asDecimal(b)];
  return left && right ? widerDecimal(left, right) : is.double;
}

function widerAtomic(a: DataType, b: DataType): DataType | undefined {
  if (sameScalar(a, b)) return a;
  if (is.isString(a) || is.isString(b)) {
    const other = is.isString(a) ? b : a;
    return is.isBoolean(other) || is.isBinary(other) ? undefined : is.string;
  }
  return is.isDateOrTime(a) && is.isDateOrTime(b) ? is.timestamp : undefined;
}

function sameScalar(a: DataType, b: DataType): boolean {
  return a.kind === 'scalar' && b.kind === 'scalar' && a.name === b.name;
}

function widerStruct(a: readonly Field[], b: readonly Field[]): DataType | undefined {
  if (a.length !== b.length) return undefined;
  const fields: Field[] = [];
  for (const [index, field] of a.entries()) {
    const other = b[index];
    const sameName = other && field.name.toLowerCase() === other.name.toLowerCase();
    const type = sameName ? widerType(field.type, other.type) : undefined;
    if (!type) return undefined;
    fields.push({ name: field.name, type });
  }
  return { kind: 'struct', fields };
}

/** Equal but for the names' case and for what beside name and type is told of a field. */
export function sameType(a: DataType, b: DataType): boolean {
  if (a === b) return true;
  if (a.kind === 'scalar') return sameScalar(a, b);
  if (a.kind === 'decimal') return b.kind === 'decimal' && a.precision === b.precision && a.scale === b.scale;
  if (a.kind === 'array') return b.kind === 'array' && sameType(a.element, b.element);
  if (a.kind === 'map') return b.kind === 'map' && sameType(a.key, b.key) && sameType(a.value, b.value);
  if (a.kind === 'unknown') return b.kind === 'unknown' && a.text === b.text;
  return (
    b.kind === 'struct' &&
    a.fields.length === b.fields.length &&
    a.fields.every((field, index) => {
      const other = b.fields[index];
      return (
        !!other && field.name.toLowerCase() === other.name.toLowerCase() && sameType(field.type, other.type)
      );
    })
  );
}
