import type { DataType } from '../../catalog/types';
import { widerType } from './widerType';

/** Structs of the same fields under other names: the columns of a set operation go by place, not by name. */
export function sameStructure(a: DataType, b: DataType): boolean {
  if (a.kind === 'struct' && b.kind === 'struct') {
    return (
      a.fields.length === b.fields.length &&
      a.fields.every((field, index) => sameStructure(field.type, b.fields[index]?.type ?? field.type))
    );
  }
  if (a.kind === 'array' && b.kind === 'array') return sameStructure(a.element, b.element);
  if (a.kind === 'map' && b.kind === 'map')
    return sameStructure(a.key, b.key) && sameStructure(a.value, b.value);
  return widerType(a, b) !== undefined;
}
