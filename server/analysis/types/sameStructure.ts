import type { DataType } from '../../catalog/types';
import * as is from './builtinTypes';
import { sameType } from './widerType';

/** The same but for the names of fields: where values go by place. What we do not know may be the same. */
export function sameStructure(a: DataType, b: DataType): boolean {
  if (is.isUnknown(a) || is.isUnknown(b)) return true;
  if (a.kind === 'struct' && b.kind === 'struct') {
    return (
      a.fields.length === b.fields.length &&
      a.fields.every((field, index) => sameStructure(field.type, b.fields[index]?.type ?? field.type))
    );
  }
  if (a.kind === 'array' && b.kind === 'array') return sameStructure(a.element, b.element);
  if (a.kind === 'map' && b.kind === 'map')
    return sameStructure(a.key, b.key) && sameStructure(a.value, b.value);
  return sameType(a, b);
}
