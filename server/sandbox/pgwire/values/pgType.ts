import { DuckDBDecimalType, DuckDBTypeId, type DuckDBType } from '@duckdb/node-api';

/** A type as PostgreSQL's protocol knows it. */
export interface PgType {
  readonly oid: number;
  /** Bytes of a value; -1 where they vary. */
  readonly size: number;
  readonly modifier: number;
}

export const oids = {
  bool: 16,
  bytea: 17,
  int8: 20,
  int2: 21,
  int4: 23,
  text: 25,
  json: 114,
  float4: 700,
  float8: 701,
  unknown: 705,
  varchar: 1043,
  date: 1082,
  timestamp: 1114,
  timestamptz: 1184,
  numeric: 1700,
} as const;

const int2 = { oid: oids.int2, size: 2, modifier: -1 };
const int4 = { oid: oids.int4, size: 4, modifier: -1 };
const int8 = { oid: oids.int8, size: 8, modifier: -1 };
const timestamp = { oid: oids.timestamp, size: 8, modifier: -1 };

const types: Partial<Record<DuckDBTypeId, PgType>> = {
  [DuckDBTypeId.BOOLEAN]: { oid: oids.bool, size: 1, modifier: -1 },
  [DuckDBTypeId.TINYINT]: int2,
  [DuckDBTypeId.UTINYINT]: int2,
  [DuckDBTypeId.SMALLINT]: int2,
  [DuckDBTypeId.USMALLINT]: int4,
  [DuckDBTypeId.INTEGER]: int4,
  [DuckDBTypeId.UINTEGER]: int8,
  [DuckDBTypeId.BIGINT]: int8,
  [DuckDBTypeId.HUGEINT]: int8,
  [DuckDBTypeId.UBIGINT]: { oid: oids.numeric, size: -1, modifier: -1 },
  [DuckDBTypeId.UHUGEINT]: { oid: oids.numeric, size: -1, modifier: -1 },
  [DuckDBTypeId.FLOAT]: { oid: oids.float4, size: 4, modifier: -1 },
  [DuckDBTypeId.DOUBLE]: { oid: oids.float8, size: 8, modifier: -1 },
  [DuckDBTypeId.DATE]: { oid: oids.date, size: 4, modifier: -1 },
  [DuckDBTypeId.TIMESTAMP]: timestamp,
  [DuckDBTypeId.TIMESTAMP_S]: timestamp,
  [DuckDBTypeId.TIMESTAMP_MS]: timestamp,
  [DuckDBTypeId.TIMESTAMP_NS]: timestamp,
  [DuckDBTypeId.TIMESTAMP_TZ]: timestamp,
  [DuckDBTypeId.BLOB]: { oid: oids.bytea, size: -1, modifier: -1 },
};

/** The type of a column that is not nested; what PostgreSQL has no type for is text. */
export function pgType(type: DuckDBType): PgType {
  if (type instanceof DuckDBDecimalType) {
    return { oid: oids.numeric, size: -1, modifier: ((type.width << 16) | type.scale) + 4 };
  }
  return types[type.typeId] ?? { oid: oids.text, size: -1, modifier: -1 };
}
