import type { DataType } from '../../catalog/types';
import * as is from './builtinTypes';
import { comparedAs } from './comparison';

/** Whether the engine turns a value into a type by itself, where one of this type must stand. */
export function turnsInto(wanted: DataType, given: DataType): boolean {
  if (is.isUnknown(wanted) || is.isUnknown(given) || is.isNothing(given)) return true;
  if (is.isNothing(wanted)) return false;
  if (is.isString(wanted)) return is.isAtomic(given) || is.isInterval(given);
  return comparedAs(wanted, given) !== undefined && !(is.isString(given) && is.isBoolean(wanted));
}
