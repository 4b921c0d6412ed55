import type { DataType } from '../../catalog/types';
import * as is from './builtinTypes';
import { castMayFail } from './castMayFail';
import { intervalFamily } from './interval';

/** Whether CAST takes this at all, whatever the value is. */
export function canCast(from: DataType, to: DataType): boolean {
  if (is.isNothing(from) || is.isUnknown(from) || is.isUnknown(to) || from === to) return true;
  if (is.isString(to)) return true;
  if (is.isInterval(from) || is.isInterval(to)) return canCastInterval(from, to);
  if (from.kind === 'array') return to.kind === 'array' && canCast(from.element, to.element);
  if (from.kind === 'map') {
    if (to.kind !== 'map') return false;
    // A key must not become null.
    return canCast(from.key, to.key) && !castMayFail(from.key, to.key) && canCast(from.value, to.value);
  }
  if (from.kind === 'struct') {
    if (to.kind !== 'struct' || from.fields.length !== to.fields.length) return false;
    return from.fields.every((field, index) => canCast(field.type, to.fields[index]?.type ?? is.unknown));
  }
  return is.isAtomic(to) && canCastAtomic(from, to);
}

function canCastAtomic(from: DataType, to: DataType): boolean {
  if (is.isBinary(to)) return is.isBinary(from) || is.isString(from) || is.isIntegral(from);
  if (is.isBinary(from)) return false;
  if (isDate(to)) return is.isString(from) || is.isDateOrTime(from);
  return true;
}

function canCastInterval(from: DataType, to: DataType): boolean {
  if (is.isInterval(from) && is.isInterval(to)) {
    const families = [intervalFamily(from), intervalFamily(to)];
    return families.includes('some') || families[0] === families[1];
  }
  const other = is.isInterval(from) ? to : from;
  if (intervalFamily(is.isInterval(from) ? from : to) === 'calendar') return is.isString(other);
  return is.isString(other) || is.isIntegral(other) || other.kind === 'decimal';
}

function isDate(type: DataType): boolean {
  return type.kind === 'scalar' && type.name === 'date';
}
