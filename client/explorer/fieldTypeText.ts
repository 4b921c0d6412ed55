import type { CatalogField, FieldType } from './catalogSnapshot';

/** `string`, `struct`, `array<struct>`, `map<string, array<struct>>`: the shape, without the fields inside. */
export function fieldTypeText(type: FieldType): string {
  if (typeof type === 'string') return type;
  if ('struct' in type) return 'struct';
  if ('array' in type) return `array<${fieldTypeText(type.array)}>`;
  return `map<${fieldTypeText(type.map[0])}, ${fieldTypeText(type.map[1])}>`;
}

/** The fields one level down and the SQL that leads to them: through the first element, or a key. */
export function fieldsInside(type: FieldType): {
  readonly access: string;
  readonly fields: readonly CatalogField[];
} {
  if (typeof type === 'string') return { access: '', fields: [] };
  if ('struct' in type) return { access: '', fields: type.struct };
  if ('array' in type) return through('[0]', type.array);
  return through("['key']", type.map[1]);
}

function through(step: string, type: FieldType): ReturnType<typeof fieldsInside> {
  const inner = fieldsInside(type);
  return { access: step + inner.access, fields: inner.fields };
}
