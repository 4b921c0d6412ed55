import type { DataType, ScalarName } from '../../catalog/types';

const scalars: Readonly<Record<ScalarName, string>> = {
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
  binary: 'BLOB',
};

/** DuckDB's name of a scalar or decimal type; `undefined` for nested and unknown ones. */
export function duckdbType(type: DataType): string | undefined {
  if (type.kind === 'decimal') return `DECIMAL(${type.precision}, ${type.scale})`;
  return type.kind === 'scalar' ? scalars[type.name] : undefined;
}

/** DuckDB's name of an array or a map of scalars; `undefined` where a part is not known, and for structs. */
export function nestedDuckdbType(type: DataType): string | undefined {
  switch (type.kind) {
    case 'array': {
      const element = isVoid(type.element) ? 'VARCHAR' : nestedDuckdbType(type.element);
      return element && `${element}[]`;
    }
    case 'map': {
      const [key, value] = [nestedDuckdbType(type.key), nestedDuckdbType(type.value)];
      return key && value && `MAP(${key}, ${value})`;
    }
    case 'scalar':
    case 'decimal':
      return duckdbType(type);
    case 'struct':
    case 'unknown':
      return undefined;
  }
}

export function isScalar(type: DataType | undefined, ...names: readonly ScalarName[]): boolean {
  return type?.kind === 'scalar' && names.includes(type.name);
}

/** The type of a NULL that nothing gives a type. */
export function isVoid(type: DataType | undefined): boolean {
  return type?.kind === 'unknown' && type.text === 'void';
}

/** Its text is Spark's name of it: `interval day to second`. */
export function isInterval(
  type: DataType | undefined,
): type is Extract<DataType, { readonly kind: 'unknown' }> {
  return type?.kind === 'unknown' && type.text.startsWith('interval');
}

export function isNumeric(type: DataType | undefined): boolean {
  return type?.kind === 'decimal' || isScalar(type, 'byte', 'short', 'int', 'long', 'float', 'double');
}
