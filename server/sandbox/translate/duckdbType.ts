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

export function isScalar(type: DataType | undefined, ...names: readonly ScalarName[]): boolean {
  return type?.kind === 'scalar' && names.includes(type.name);
}

export function isNumeric(type: DataType | undefined): boolean {
  return type?.kind === 'decimal' || isScalar(type, 'byte', 'short', 'int', 'long', 'float', 'double');
}
