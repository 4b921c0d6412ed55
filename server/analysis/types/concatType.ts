import type { DataType } from '../../catalog/types';
import * as is from './builtinTypes';
import { widestType } from './widerType';

/** `||` and concat(): arrays join to an array, bytes to bytes, all else to text. */
export function concatType(types: readonly DataType[]): DataType {
  if (types.some((type) => type.kind === 'array')) return widestType(types) ?? is.unknown;
  if (types.some(is.isUnknown)) return is.unknown;
  return types.length > 0 && types.every(is.isBinary) ? is.binary : is.string;
}

/** Whether values of these types can be joined: arrays with arrays, single values with single values. */
export function concatenates(types: readonly DataType[]): boolean {
  if (types.some(is.isUnknown)) return true;
  if (types.some((type) => type.kind === 'array')) {
    return types.every((type) => type.kind === 'array') && widestType(types) !== undefined;
  }
  return types.every((type) => type.kind !== 'struct' && type.kind !== 'map');
}
