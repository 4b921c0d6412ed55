import {
  DuckDBTypeId,
  type DuckDBBlobValue,
  type DuckDBDateValue,
  type DuckDBDecimalValue,
  type DuckDBListType,
  type DuckDBListValue,
  type DuckDBStructType,
  type DuckDBStructValue,
  type DuckDBTimestampValue,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import { bytesOfInteger } from './bytesOfInteger';
import type { TypedValue } from './valueKind';

/** A hash over values of the forms that Spark tells apart; `seed` is the hash of what came before. */
export interface Hasher<Hash> {
  readonly int: (value: number, seed: Hash) => Hash;
  readonly long: (value: bigint, seed: Hash) => Hash;
  readonly bytes: (value: Uint8Array, seed: Hash) => Hash;
}

/** The hash of values one after the other; nulls leave it as it is. Throws for types that Spark does not hash. */
export function hashOf<Hash>(hasher: Hasher<Hash>, values: readonly TypedValue[], seed: Hash): Hash {
  return values.reduce((hash, { value, type }) => hashed(hasher, value, type, hash), seed);
}

function hashed<Hash>(hasher: Hasher<Hash>, value: DuckDBValue, type: DuckDBType, seed: Hash): Hash {
  if (value === null) return seed;
  switch (type.typeId) {
    case DuckDBTypeId.LIST: {
      const { valueType } = type as DuckDBListType;
      const { items } = value as DuckDBListValue;
      return items.reduce((hash, item) => hashed(hasher, item, valueType, hash), seed);
    }
    case DuckDBTypeId.STRUCT: {
      const { entryNames, entryTypes } = type as DuckDBStructType;
      const { entries } = value as DuckDBStructValue;
      return entryNames.reduce(
        (hash, name, at) => hashed(hasher, entries[name] ?? null, entryTypes[at] as DuckDBType, hash),
        seed,
      );
    }
    default:
      return hashedScalar(hasher, value, type, seed);
  }
}

function hashedScalar<Hash>(hasher: Hasher<Hash>, value: DuckDBValue, type: DuckDBType, seed: Hash): Hash {
  switch (type.typeId) {
    case DuckDBTypeId.BOOLEAN:
    case DuckDBTypeId.TINYINT:
    case DuckDBTypeId.SMALLINT:
    case DuckDBTypeId.INTEGER:
      return hasher.int(Number(value), seed);
    case DuckDBTypeId.BIGINT:
      return hasher.long(value as bigint, seed);
    case DuckDBTypeId.FLOAT:
      return hasher.int(floatBits(value as number), seed);
    case DuckDBTypeId.DOUBLE:
      return hasher.long(doubleBits(value as number), seed);
    case DuckDBTypeId.DATE:
      return hasher.int((value as DuckDBDateValue).days, seed);
    case DuckDBTypeId.TIMESTAMP:
      return hasher.long((value as DuckDBTimestampValue).micros, seed);
    case DuckDBTypeId.VARCHAR:
      return hasher.bytes(Buffer.from(value as string), seed);
    case DuckDBTypeId.BLOB:
      return hasher.bytes((value as DuckDBBlobValue).bytes, seed);
    case DuckDBTypeId.DECIMAL:
      return hashedDecimal(hasher, value as DuckDBDecimalValue, seed);
    default:
      throw new Error(`There is no hash of values of the type ${type.toString()}`);
  }
}

/** A decimal that fits in 64 bits by its type is hashed as such, any other by the bytes of its digits. */
function hashedDecimal<Hash>(hasher: Hasher<Hash>, { value, width }: DuckDBDecimalValue, seed: Hash): Hash {
  return width <= 18 ? hasher.long(value, seed) : hasher.bytes(bytesOfInteger(value), seed);
}

const bits = new DataView(new ArrayBuffer(8));

/** Both zeros are the same, and so is every NaN. */
function floatBits(value: number): number {
  bits.setFloat32(0, Number.isNaN(value) ? Number.NaN : value === 0 ? 0 : value);
  return bits.getInt32(0);
}

function doubleBits(value: number): bigint {
  bits.setFloat64(0, Number.isNaN(value) ? Number.NaN : value === 0 ? 0 : value);
  return bits.getBigInt64(0);
}
