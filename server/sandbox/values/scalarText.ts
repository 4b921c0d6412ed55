import type { DuckDBBlobValue, DuckDBDateValue, DuckDBIntervalValue } from '@duckdb/node-api';
import {
  DuckDBTimestampMillisecondsValue,
  DuckDBTimestampNanosecondsValue,
  DuckDBTimestampSecondsValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  DuckDBTypeId,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import { intervalText } from '../functions/intervalText';
import { SqlError, sqlStates } from '../session/sqlError';

/** The exact text of a value that is not null, not nested. Timestamps are UTC. */
export type ToText = (value: DuckDBValue) => string;

/** How values of a type that is not nested are written, alone or within a nested value. */
export function scalarText(type: DuckDBType): ToText {
  switch (type.typeId) {
    case DuckDBTypeId.BOOLEAN:
      return (value) => (value === true ? 't' : 'f');
    case DuckDBTypeId.FLOAT:
      return (value) => javaNumber(shortestFloat(value as number));
    case DuckDBTypeId.DOUBLE:
      return (value) => javaNumber(String(value));
    case DuckDBTypeId.HUGEINT:
      return (value) => longText(value as bigint);
    case DuckDBTypeId.TIMESTAMP:
    case DuckDBTypeId.TIMESTAMP_S:
    case DuckDBTypeId.TIMESTAMP_MS:
    case DuckDBTypeId.TIMESTAMP_NS:
    case DuckDBTypeId.TIMESTAMP_TZ:
      return (value) => timestampText(microsOf(value));
    case DuckDBTypeId.DATE:
      return (value) => dateText(value as DuckDBDateValue);
    case DuckDBTypeId.BLOB:
      return (value) => `\\x${Buffer.from((value as DuckDBBlobValue).bytes).toString('hex')}`;
    case DuckDBTypeId.INTERVAL:
      return (value) => intervalOf(value as DuckDBIntervalValue);
    default:
      return String;
  }
}

/** Of a column of which only the values are known. */
function intervalOf({ months, days, micros }: DuckDBIntervalValue): string {
  const isMonths = months !== 0 && days === 0 && micros === 0n;
  return intervalText(months, days, micros, isMonths ? 'interval year to month' : 'interval day to second');
}

const longest = 2n ** 63n;

/** DuckDB sums whole numbers in 128 bits, where Spark's result is a bigint. */
function longText(value: bigint): string {
  if (value >= longest || value < -longest) {
    throw new SqlError(sqlStates.systemError, 'A whole number is out of the range of bigint', {
      detail: String(value),
    });
  }
  return String(value);
}

/** Microseconds since 1970 of any of DuckDB's timestamps. */
export function microsOf(value: DuckDBValue): bigint {
  if (value instanceof DuckDBTimestampValue || value instanceof DuckDBTimestampTZValue) return value.micros;
  if (value instanceof DuckDBTimestampMillisecondsValue) return value.millis * 1000n;
  if (value instanceof DuckDBTimestampSecondsValue) return value.seconds * 1_000_000n;
  if (value instanceof DuckDBTimestampNanosecondsValue) return value.nanos / 1000n;
  throw new Error('The value is no timestamp');
}

/** `2022-09-02 19:47:14.0`: the fraction is always shown, without zeros at its end. */
export function timestampText(micros: bigint): string {
  const { day, time, fraction } = timestampParts(micros);
  return `${day} ${time}.${fraction.replace(/0{1,5}$/, '')}`;
}

/** The parts of a timestamp as texts; the fraction has six digits. */
export function timestampParts(micros: bigint): { day: string; time: string; fraction: string } {
  const withinMillisecond = ((micros % 1000n) + 1000n) % 1000n;
  const iso = new Date(Number((micros - withinMillisecond) / 1000n)).toISOString();
  const split = iso.indexOf('T');
  return {
    day: iso.slice(0, split).replace(/^\+0*/, ''),
    time: iso.slice(split + 1, split + 9),
    fraction: iso.slice(split + 10, split + 13) + String(withinMillisecond).padStart(3, '0'),
  };
}

export function dateText(value: DuckDBDateValue): string {
  return timestampParts(BigInt(value.days) * 86_400_000_000n).day;
}

/** The shortest decimal text that reads back as the same 32-bit number. */
function shortestFloat(value: number): string {
  for (let digits = 1; digits < 9; digits++) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === value) return String(Number(text));
  }
  return String(value);
}

/** Spark writes numbers as Java does: `1.0`, `1.0E10`. Takes JavaScript's text of the number. */
function javaNumber(text: string): string {
  const value = Number(text);
  if (!Number.isFinite(value)) return text;
  const size = Math.abs(value);
  if (value === 0) return Object.is(value, -0) || text.startsWith('-') ? '-0.0' : '0.0';
  if (size >= 1e-3 && size < 1e7) return text.includes('.') ? text : `${text}.0`;
  const [mantissa, exponent] = value.toExponential().split('e') as [string, string];
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${exponent.replace('+', '')}`;
}
