import type { DataType, ScalarName } from '../../catalog/types';

/**
 * An expression that turns JSON text into a value of the nested type: first by shape, with all leaves as texts, then
 * by a cast that fails on what does not fit. `undefined` when the type cannot be had exactly in this way: DuckDB
 * reads numbers in JSON as doubles, so long decimals would change.
 */
export function nestedCast(column: string, type: DataType): string | undefined {
  const duckType = typeText(type);
  if (duckType === undefined) return undefined;
  return `CAST(from_json(${column}, ${literal(JSON.stringify(shapeOf(type)))}) AS ${duckType})`;
}

type Shape = string | readonly Shape[] | { readonly [name: string]: Shape };

function shapeOf(type: DataType): Shape {
  if (type.kind === 'struct')
    return Object.fromEntries(type.fields.map((field) => [field.name, shapeOf(field.type)]));
  if (type.kind === 'array') return [shapeOf(type.element)];
  return type.kind === 'map' ? `MAP(VARCHAR, ${textShape(type.value)})` : 'VARCHAR';
}

/** Within a map DuckDB takes the shape as a type. */
function textShape(type: DataType): string {
  return typeText(type, () => 'VARCHAR') as string;
}

/** All digits that a double keeps. */
const exactDigits = 15;

const scalarTypes: Partial<Record<ScalarName, string>> = {
  string: 'VARCHAR',
  boolean: 'BOOLEAN',
  byte: 'TINYINT',
  short: 'SMALLINT',
  int: 'INTEGER',
  long: 'BIGINT',
  float: 'FLOAT',
  double: 'DOUBLE',
  date: 'DATE',
  timestamp: 'TIMESTAMP',
};

function leafType(type: DataType): string | undefined {
  if (type.kind === 'scalar') return scalarTypes[type.name];
  if (type.kind === 'decimal' && type.precision <= exactDigits)
    return `DECIMAL(${type.precision}, ${type.scale})`;
  return undefined;
}

function typeText(
  type: DataType,
  leaf: (type: DataType) => string | undefined = leafType,
): string | undefined {
  switch (type.kind) {
    case 'struct': {
      const names = new Set(type.fields.map((field) => field.name.toLowerCase()));
      const fields = type.fields.map((field) => {
        const text = typeText(field.type, leaf);
        return text === undefined ? undefined : `"${field.name.replaceAll('"', '""')}" ${text}`;
      });
      // DuckDB's names know no case, and it has no struct without fields.
      if (names.size !== fields.length || fields.length === 0 || fields.includes(undefined)) return undefined;
      return `STRUCT(${fields.join(', ')})`;
    }
    case 'array': {
      const element = typeText(type.element, leaf);
      return element === undefined ? undefined : `${element}[]`;
    }
    case 'map': {
      const key = typeText(type.key, leaf);
      const value = typeText(type.value, leaf);
      return key === undefined || value === undefined ? undefined : `MAP(${key}, ${value})`;
    }
    case 'scalar':
    case 'decimal':
    case 'unknown':
      return leaf(type);
  }
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
