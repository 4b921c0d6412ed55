import type { DataType } from '../../catalog/types';

const names: Readonly<Record<string, string>> = { long: 'BIGINT', short: 'SMALLINT', byte: 'TINYINT' };

/** A type as Spark's functions of schemas write it: `STRUCT<a: BIGINT, b: ARRAY<STRING>>`. */
export function schemaText(type: DataType): string {
  switch (type.kind) {
    case 'scalar':
      return names[type.name] ?? type.name.toUpperCase();
    case 'decimal':
      return `DECIMAL(${type.precision},${type.scale})`;
    case 'array':
      return `ARRAY<${schemaText(type.element)}>`;
    case 'map':
      return `MAP<${schemaText(type.key)}, ${schemaText(type.value)}>`;
    case 'struct': {
      const fields = type.fields.map(({ name, type: field }) => `${nameText(name)}: ${schemaText(field)}`);
      return `STRUCT<${fields.join(', ')}>`;
    }
    case 'unknown':
      return 'STRING';
  }
}

function nameText(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : `\`${name.replaceAll('`', '``')}\``;
}
