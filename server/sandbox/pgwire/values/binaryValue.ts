import {
  DuckDBDecimalType,
  type DuckDBDateValue,
  type DuckDBBlobValue,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import { microsOf, type ToText } from '../../values/scalarText';
import { numericBytes } from './numericBytes';
import { oids, pgType } from './pgType';

/** PostgreSQL counts days and microseconds from 2000-01-01. */
export const daysTo2000 = 10_957;
export const microsTo2000 = BigInt(daysTo2000) * 86_400_000_000n;

/**
 * The bytes of values of a type that is not nested, as PostgreSQL sends it in binary. `toText` gives the exact text
 * of a value, which is also the binary form of every type without one of its own.
 */
export function binaryValue(type: DuckDBType, toText: ToText): (value: DuckDBValue) => Buffer {
  const { oid, size } = pgType(type);
  switch (oid) {
    case oids.bool:
      return (value) => Buffer.of(value === true ? 1 : 0);
    case oids.int2:
      return (value) => fixed(size, (bytes) => bytes.writeInt16BE(Number(value)));
    case oids.int4:
      return (value) => fixed(size, (bytes) => bytes.writeInt32BE(Number(value)));
    case oids.int8:
      // Through the text, which is refused when it is out of range.
      return (value) => fixed(size, (bytes) => bytes.writeBigInt64BE(BigInt(toText(value))));
    case oids.float4:
      return (value) => fixed(size, (bytes) => bytes.writeFloatBE(value as number));
    case oids.float8:
      return (value) => fixed(size, (bytes) => bytes.writeDoubleBE(value as number));
    case oids.numeric: {
      const scale = type instanceof DuckDBDecimalType ? type.scale : 0;
      return (value) => numericBytes(toText(value), scale);
    }
    case oids.date:
      return (value) =>
        fixed(size, (bytes) => bytes.writeInt32BE((value as DuckDBDateValue).days - daysTo2000));
    case oids.timestamp:
      return (value) => fixed(size, (bytes) => bytes.writeBigInt64BE(microsOf(value) - microsTo2000));
    case oids.bytea:
      return (value) => Buffer.from((value as DuckDBBlobValue).bytes);
    default:
      return (value) => Buffer.from(toText(value));
  }
}

function fixed(size: number, write: (bytes: Buffer) => void): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  write(bytes);
  return bytes;
}
