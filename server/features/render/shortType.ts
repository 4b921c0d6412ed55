import { printType } from '../../catalog/typeText';
import type { DataType } from '../../catalog/types';

/** What a reader takes in at a glance. */
const longest = 40;

/** A type in a sentence, with its article; a long one by its outline: `a struct of 12 fields`. */
export function typeInWords(type: DataType): string {
  if (type.kind === 'unknown' && type.text === 'void') return 'NULL';
  const text = shortType(type);
  return `${/^[aiou]/.test(text) ? 'an' : 'a'} ${text}`;
}

/** A type as it is written; a long one by its outline. */
export function shortType(type: DataType): string {
  const whole = printType(type).trim();
  if (whole.length <= longest) return whole;
  switch (type.kind) {
    case 'struct':
      return `struct of ${type.fields.length} ${type.fields.length === 1 ? 'field' : 'fields'}`;
    case 'array':
      return `array of ${shortPlural(type.element)}`;
    case 'map':
      return `map of ${shortPlural(type.value)}`;
    default:
      return whole;
  }
}

/** `structs of 12 fields`, `arrays of int`. */
function shortPlural(type: DataType): string {
  return shortType(type).replace(/^(struct|array|map)\b(?! *<)/, '$1s');
}
