import type { DuckDBDateValue } from '@duckdb/node-api';
import {
  DuckDBArrayType,
  DuckDBListType,
  DuckDBMapType,
  DuckDBStructType,
  DuckDBTypeId,
  type DuckDBBlobValue,
  type DuckDBArrayValue,
  type DuckDBListValue,
  type DuckDBMapValue,
  type DuckDBStructValue,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import { dateText, microsOf, scalarText, timestampParts, type ToText } from './scalarText';

/**
 * The JSON text of a value, as Spark's `to_json` writes it: null members of structs are left out, timestamps are
 * ISO in UTC, and numbers keep all their digits.
 */
export function jsonText(type: DuckDBType): ToText {
  if (type instanceof DuckDBStructType) return structJson(type);
  if (type instanceof DuckDBListType || type instanceof DuckDBArrayType) return arrayJson(type);
  if (type instanceof DuckDBMapType) return mapJson(type);
  return scalarJson(type);
}

function structJson(type: DuckDBStructType): ToText {
  const fields = type.entryNames.map((name, index) => ({
    name,
    key: JSON.stringify(name),
    json: jsonText(type.entryTypes[index] as DuckDBType),
  }));
  return (value) => {
    const { entries } = value as DuckDBStructValue;
    const members = fields.flatMap(({ name, key, json }) => {
      const member = entries[name] ?? null;
      return member === null ? [] : [`${key}:${json(member)}`];
    });
    return `{${members.join(',')}}`;
  };
}

function arrayJson(type: DuckDBListType | DuckDBArrayType): ToText {
  const json = orNull(jsonText(type.valueType));
  return (value) => `[${(value as DuckDBListValue | DuckDBArrayValue).items.map(json).join(',')}]`;
}

function mapJson(type: DuckDBMapType): ToText {
  const key = scalarText(type.keyType);
  const json = orNull(jsonText(type.valueType));
  return (value) => {
    const { entries } = value as DuckDBMapValue;
    return `{${entries.map((entry) => `${JSON.stringify(key(entry.key))}:${json(entry.value)}`).join(',')}}`;
  };
}

function orNull(json: ToText): (value: DuckDBValue) => string {
  return (value) => (value === null ? 'null' : json(value));
}

function scalarJson(type: DuckDBType): ToText {
  const text = scalarText(type);
  switch (type.typeId) {
    case DuckDBTypeId.BOOLEAN:
    case DuckDBTypeId.TINYINT:
    case DuckDBTypeId.SMALLINT:
    case DuckDBTypeId.INTEGER:
    case DuckDBTypeId.BIGINT:
    case DuckDBTypeId.UTINYINT:
    case DuckDBTypeId.USMALLINT:
    case DuckDBTypeId.UINTEGER:
    case DuckDBTypeId.UBIGINT:
    case DuckDBTypeId.DECIMAL:
      return String;
    case DuckDBTypeId.HUGEINT:
      return text;
    case DuckDBTypeId.FLOAT:
    case DuckDBTypeId.DOUBLE:
      // JSON has no word for the numbers that are none.
      return (value) => (Number.isFinite(value) ? text(value) : `"${text(value)}"`);
    case DuckDBTypeId.TIMESTAMP:
    case DuckDBTypeId.TIMESTAMP_S:
    case DuckDBTypeId.TIMESTAMP_MS:
    case DuckDBTypeId.TIMESTAMP_NS:
    case DuckDBTypeId.TIMESTAMP_TZ:
      return (value) => `"${isoTimestamp(microsOf(value))}"`;
    case DuckDBTypeId.DATE:
      return (value) => `"${dateText(value as DuckDBDateValue)}"`;
    case DuckDBTypeId.BLOB:
      return (value) => `"${Buffer.from((value as DuckDBBlobValue).bytes).toString('base64')}"`;
    default:
      return (value) => JSON.stringify(text(value));
  }
}

/** At least milliseconds, and all digits that there are. */
function isoTimestamp(micros: bigint): string {
  const { day, time, fraction } = timestampParts(micros);
  return `${day}T${time}.${fraction.endsWith('000') ? fraction.slice(0, 3) : fraction}Z`;
}
