import {
  DuckDBArrayType,
  DuckDBDecimalType,
  DuckDBListType,
  DuckDBMapType,
  DuckDBStructType,
  DuckDBTypeId,
  type DuckDBType,
} from '@duckdb/node-api';

const scalarNames: Partial<Record<DuckDBTypeId, string>> = {
  [DuckDBTypeId.BOOLEAN]: 'boolean',
  [DuckDBTypeId.TINYINT]: 'tinyint',
  [DuckDBTypeId.SMALLINT]: 'smallint',
  [DuckDBTypeId.UTINYINT]: 'smallint',
  [DuckDBTypeId.INTEGER]: 'int',
  [DuckDBTypeId.USMALLINT]: 'int',
  [DuckDBTypeId.BIGINT]: 'bigint',
  [DuckDBTypeId.UINTEGER]: 'bigint',
  [DuckDBTypeId.HUGEINT]: 'bigint',
  [DuckDBTypeId.UBIGINT]: 'decimal(20,0)',
  [DuckDBTypeId.UHUGEINT]: 'decimal(38,0)',
  [DuckDBTypeId.FLOAT]: 'float',
  [DuckDBTypeId.DOUBLE]: 'double',
  [DuckDBTypeId.DATE]: 'date',
  [DuckDBTypeId.TIMESTAMP]: 'timestamp',
  [DuckDBTypeId.TIMESTAMP_S]: 'timestamp',
  [DuckDBTypeId.TIMESTAMP_MS]: 'timestamp',
  [DuckDBTypeId.TIMESTAMP_NS]: 'timestamp',
  [DuckDBTypeId.TIMESTAMP_TZ]: 'timestamp',
  [DuckDBTypeId.BLOB]: 'binary',
  [DuckDBTypeId.INTERVAL]: 'interval',
  [DuckDBTypeId.SQLNULL]: 'void',
};

/** A type as Spark's catalog writes it: `struct<a:string,b:array<int>>`. */
export function sparkType(type: DuckDBType): string {
  if (type instanceof DuckDBStructType) {
    const fields = type.entryNames.map(
      (name, index) => `${field(name)}:${sparkType(type.entryTypes[index] as DuckDBType)}`,
    );
    return `struct<${fields.join(',')}>`;
  }
  if (type instanceof DuckDBListType || type instanceof DuckDBArrayType)
    return `array<${sparkType(type.valueType)}>`;
  if (type instanceof DuckDBMapType) return `map<${sparkType(type.keyType)},${sparkType(type.valueType)}>`;
  if (type instanceof DuckDBDecimalType) return `decimal(${type.width},${type.scale})`;
  return scalarNames[type.typeId] ?? 'string';
}

function field(name: string): string {
  return /^\w+$/.test(name) ? name : `\`${name.replaceAll('`', '``')}\``;
}
