import {
  DuckDBDecimalType,
  DuckDBListType,
  DuckDBMapType,
  DuckDBStructType,
  DuckDBTypeId,
  type DuckDBType,
} from '@duckdb/node-api';
import type { XdmProperty } from '../../platform/xdm';
import { identifier } from './sqlText';

const scalarTypes: Readonly<Record<string, string>> = {
  string: 'VARCHAR',
  boolean: 'BOOLEAN',
  byte: 'TINYINT',
  short: 'SMALLINT',
  int: 'INTEGER',
  long: 'BIGINT',
  double: 'DOUBLE',
  date: 'DATE',
  'date-time': 'TIMESTAMP',
};

/** The DuckDB type that holds an XDM field. */
export function columnTypeOf(property: XdmProperty): string {
  const type = property['meta:xdmType'] ?? property.type;
  if (property.properties) return structType(property.properties);
  if (type === 'array' && property.items) return `${columnTypeOf(property.items)}[]`;
  if (typeof property.additionalProperties === 'object') {
    return `MAP(VARCHAR, ${columnTypeOf(property.additionalProperties)})`;
  }
  const scalar = scalarTypes[type ?? ''];
  if (scalar === undefined) throw new Error(`An XDM field has the unknown type "${type}"`);
  return scalar;
}

function structType(properties: Readonly<Record<string, XdmProperty>>): string {
  const fields = Object.entries(properties).map(
    ([name, field]) => `${identifier(name)} ${columnTypeOf(field)}`,
  );
  return `STRUCT(${fields.join(', ')})`;
}

/** The XDM field of a column that a query made; its title is its name. */
export function propertyOf(name: string, type: DuckDBType): XdmProperty {
  return { title: name, ...typeProperties(type) };
}

function typeProperties(type: DuckDBType): XdmProperty {
  if (type instanceof DuckDBStructType) {
    const fields = type.entryNames.map((name, index) => [
      name,
      propertyOf(name, type.entryTypes[index] as DuckDBType),
    ]);
    return { type: 'object', 'meta:xdmType': 'object', properties: Object.fromEntries(fields) };
  }
  if (type instanceof DuckDBListType) {
    return { type: 'array', 'meta:xdmType': 'array', items: typeProperties(type.valueType) };
  }
  if (type instanceof DuckDBMapType) {
    return { type: 'object', 'meta:xdmType': 'map', additionalProperties: typeProperties(type.valueType) };
  }
  // XDM knows no decimals: the Platform describes them as numbers.
  if (type instanceof DuckDBDecimalType) return { type: 'number', 'meta:xdmType': 'double' };
  return scalarProperties[type.typeId] ?? { type: 'string', 'meta:xdmType': 'string' };
}

const scalarProperties: Partial<Record<DuckDBTypeId, XdmProperty>> = {
  [DuckDBTypeId.BOOLEAN]: { type: 'boolean', 'meta:xdmType': 'boolean' },
  [DuckDBTypeId.TINYINT]: { type: 'integer', 'meta:xdmType': 'byte', minimum: -128, maximum: 127 },
  [DuckDBTypeId.SMALLINT]: { type: 'integer', 'meta:xdmType': 'short', minimum: -32768, maximum: 32767 },
  [DuckDBTypeId.INTEGER]: {
    type: 'integer',
    'meta:xdmType': 'int',
    minimum: -2147483648,
    maximum: 2147483647,
  },
  [DuckDBTypeId.BIGINT]: { type: 'integer', 'meta:xdmType': 'long' },
  [DuckDBTypeId.FLOAT]: { type: 'number', 'meta:xdmType': 'double' },
  [DuckDBTypeId.DOUBLE]: { type: 'number', 'meta:xdmType': 'double' },
  [DuckDBTypeId.DATE]: { type: 'string', format: 'date', 'meta:xdmType': 'date' },
  [DuckDBTypeId.TIMESTAMP]: { type: 'string', format: 'date-time', 'meta:xdmType': 'date-time' },
};

/** The DuckDB type in which a column of a query is kept: DuckDB has types that Spark does not know. */
export function storedType(type: DuckDBType): string {
  if (type instanceof DuckDBStructType) {
    const fields = type.entryNames.map(
      (name, index) => `${identifier(name)} ${storedType(type.entryTypes[index] as DuckDBType)}`,
    );
    return `STRUCT(${fields.join(', ')})`;
  }
  if (type instanceof DuckDBListType) return `${storedType(type.valueType)}[]`;
  if (type instanceof DuckDBMapType) return `MAP(${storedType(type.keyType)}, ${storedType(type.valueType)})`;
  return storedScalars[type.typeId] ?? type.toString();
}

const storedScalars: Partial<Record<DuckDBTypeId, string>> = {
  [DuckDBTypeId.HUGEINT]: 'BIGINT',
  [DuckDBTypeId.UTINYINT]: 'SMALLINT',
  [DuckDBTypeId.USMALLINT]: 'INTEGER',
  [DuckDBTypeId.UINTEGER]: 'BIGINT',
  [DuckDBTypeId.UBIGINT]: 'DECIMAL(20, 0)',
  [DuckDBTypeId.TIMESTAMP_S]: 'TIMESTAMP',
  [DuckDBTypeId.TIMESTAMP_MS]: 'TIMESTAMP',
  [DuckDBTypeId.TIMESTAMP_NS]: 'TIMESTAMP',
  [DuckDBTypeId.TIMESTAMP_TZ]: 'TIMESTAMP',
  [DuckDBTypeId.UUID]: 'VARCHAR',
  [DuckDBTypeId.ENUM]: 'VARCHAR',
  [DuckDBTypeId.SQLNULL]: 'VARCHAR',
};
