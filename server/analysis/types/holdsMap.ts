import type { DataType } from '../../catalog/types';

/** A map, or something with a map in it: it cannot be compared, hashed or grouped by. */
export function holdsMap(type: DataType): boolean {
  switch (type.kind) {
    case 'map':
      return true;
    case 'array':
      return holdsMap(type.element);
    case 'struct':
      return type.fields.some((field) => holdsMap(field.type));
    default:
      return false;
  }
}
