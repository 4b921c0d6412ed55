import { printType } from '../../catalog/typeText';
import type { DataType } from '../../catalog/types';

/** A type as a list shows it: of a struct no more than that it is one. */
export function shortType(type: DataType): string {
  switch (type.kind) {
    case 'struct':
      return 'struct';
    case 'array':
      return `array<${shortType(type.element)}>`;
    case 'map':
      return `map<${shortType(type.key)},${shortType(type.value)}>`;
    default:
      return printType(type);
  }
}
