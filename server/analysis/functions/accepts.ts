import type { Parameter, TypeClass, TypePattern } from '../../catalog/builtins/functionInfo';
import type { DataType } from '../../catalog/types';
import * as is from '../types/builtinTypes';
import { isOrderable } from '../types/comparison';
import { holdsMap } from '../types/holdsMap';
import { intervalFamily } from '../types/interval';
import { sameType } from '../types/widerType';

/** Whether a parameter takes a value of a type, by itself or with a cast that the engine puts in. */
export function accepts({ type, strict, notNull }: Parameter, given: DataType): boolean {
  if (is.isNothing(given)) return !notNull;
  return fits(type, given, strict);
}

function fits(pattern: TypePattern, given: DataType, strict: boolean): boolean {
  if (is.isUnknown(given) || is.isNothing(given)) return true;
  switch (pattern.kind) {
    case 'exact':
      return fitsExactly(pattern.type, given, strict);
    case 'class':
    case 'variable':
      return isOfClass(pattern.kind === 'class' ? pattern.name : pattern.bound, given);
    case 'array':
      return given.kind === 'array' && fits(pattern.element, given.element, strict);
    case 'map':
      return (
        given.kind === 'map' &&
        fits(pattern.key, given.key, strict) &&
        fits(pattern.value, given.value, strict)
      );
    case 'struct':
      return given.kind === 'struct';
    case 'lambda':
    case 'rows':
    case 'syntax':
      return true;
  }
}

function fitsExactly(wanted: DataType, given: DataType, strict: boolean): boolean {
  if (wanted.kind === 'unknown') return true;
  if (strict) return sameType(wanted, given);
  if (is.isString(wanted)) return isSingle(given);
  if (is.isNumeric(wanted)) return is.isNumeric(given) || is.isString(given);
  if (is.isDateOrTime(wanted)) return is.isDateOrTime(given) || is.isString(given);
  if (is.isBinary(wanted)) return is.isBinary(given) || is.isString(given);
  return sameType(wanted, given);
}

function isOfClass(name: TypeClass, type: DataType): boolean {
  switch (name) {
    case 'any':
      return true;
    case 'numeric':
      return is.isNumeric(type) || is.isString(type);
    case 'number':
      return is.isNumeric(type);
    case 'exact':
      return type.kind === 'decimal' || is.isIntegral(type);
    case 'integral':
      return is.isIntegral(type);
    case 'upToInt':
      return is.isIntegral(type) && !(type.kind === 'scalar' && type.name === 'long');
    case 'quantity':
      return is.isNumeric(type) || is.isString(type) || is.isInterval(type);
    case 'summable':
      return isOfClass('quantity', type) || (type.kind === 'scalar' && type.name === 'timestamp');
    case 'measure':
      return isOfClass('quantity', type) || is.isDateOrTime(type);
    case 'time':
      return is.isDateOrTime(type);
    case 'anyInterval':
      return is.isInterval(type);
    case 'atomic':
      return isSingle(type);
    case 'texts':
      return isSingle(type) || (type.kind === 'array' && isSingle(type.element));
    case 'collection':
      return type.kind === 'array' || type.kind === 'map';
    case 'struct':
      return type.kind === 'struct';
    case 'nested':
      return type.kind === 'array' || type.kind === 'map' || type.kind === 'struct';
    case 'ordered':
      return isOrderable(type);
    case 'hashable':
      return !holdsMap(type);
  }
}

/** What has no parts, and so can be turned into text. */
function isSingle(type: DataType): boolean {
  return type.kind === 'unknown' ? intervalFamily(type) !== 'calendar' : is.isAtomic(type);
}
