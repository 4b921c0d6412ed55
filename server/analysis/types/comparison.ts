import type { DataType } from '../../catalog/types';
import * as is from './builtinTypes';
import { tightestType } from './tightestType';
import { widerNumeric } from './widerType';

/** Whether values have an order, and so also an equality: maps and intervals of mixed fields have none. */
export function isOrderable(type: DataType): boolean {
  switch (type.kind) {
    case 'scalar':
    case 'decimal':
      return true;
    case 'struct':
      return type.fields.every((field) => isOrderable(field.type));
    case 'array':
      return isOrderable(type.element);
    case 'map':
      return false;
    case 'unknown':
      return type.text !== 'interval';
  }
}

/**
 * The type that `a` and `b` are compared as, for `=` and `<` alike: a text is read as what stands on the other side.
 * `undefined` when they cannot be compared.
 */
export function comparedAs(a: DataType, b: DataType): DataType | undefined {
  if (is.isString(a) && readsText(b)) return b;
  if (is.isString(b) && readsText(a)) return a;
  return is.isNumeric(a) && is.isNumeric(b) ? widerNumeric(a, b) : tightestType(a, b);
}

function readsText(type: DataType): boolean {
  return is.isAtomic(type) && !is.isString(type);
}

/** For equality alone, numbers are compared with booleans as 1 and 0. */
export function equatedAs(a: DataType, b: DataType): DataType | undefined {
  if (is.isBoolean(a) && is.isNumeric(b)) return b;
  if (is.isBoolean(b) && is.isNumeric(a)) return a;
  return comparedAs(a, b);
}
