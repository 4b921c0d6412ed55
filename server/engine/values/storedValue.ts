import {
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  type DuckDBValue,
} from '@duckdb/node-api';
import type { ValueKind } from './resultType';

/** Reads a value's text; `undefined` when the column's type cannot hold it exactly. */
export type ReadValue = (text: string) => DuckDBValue | undefined;

/** How a column is held: the DuckDB type, and the reader of values. */
export interface Storage {
  readonly duckType: string;
  readonly read: ReadValue;
}

export const textStorage: Storage = { duckType: 'VARCHAR', read: (text) => text };

export function storageOf(values: ValueKind): Storage {
  switch (values.kind) {
    case 'boolean':
      return { duckType: 'BOOLEAN', read: readBoolean };
    case 'int16':
      return { duckType: 'SMALLINT', read: (text) => readInteger(text, 0x7fff) };
    case 'int32':
      return { duckType: 'INTEGER', read: (text) => readInteger(text, 0x7fffffff) };
    case 'int64':
      return { duckType: 'BIGINT', read: readInt64 };
    case 'float32':
      return { duckType: 'FLOAT', read: readFloat };
    case 'float64':
      return { duckType: 'DOUBLE', read: readFloat };
    case 'decimal':
      return decimalStorage(values.precision, values.scale);
    case 'date':
      return { duckType: 'DATE', read: readDate };
    case 'timestamp':
      return values.zoned
        ? { duckType: 'TIMESTAMPTZ', read: (text) => readTimestamp(text, DuckDBTimestampTZValue) }
        : { duckType: 'TIMESTAMP', read: (text) => readTimestamp(text, DuckDBTimestampValue) };
    case 'number':
    case 'text':
    case 'nested':
      return textStorage;
  }
}

function readBoolean(text: string): boolean | undefined {
  if (text === 't' || text === 'true') return true;
  return text === 'f' || text === 'false' ? false : undefined;
}

function readInteger(text: string, max: number): number | undefined {
  const value = Number(text);
  return /^-?\d{1,10}$/.test(text) && value <= max && value >= -max - 1 ? value : undefined;
}

function readInt64(text: string): bigint | undefined {
  if (!/^-?\d{1,19}$/.test(text)) return undefined;
  const value = BigInt(text);
  return BigInt.asIntN(64, value) === value ? value : undefined;
}

const floatPattern = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

function readFloat(text: string): number | undefined {
  if (floatPattern.test(text)) return Number(text);
  return text === 'NaN' || text === 'Infinity' || text === '-Infinity' ? Number(text) : undefined;
}

function decimalStorage(precision: number, scale: number): Storage {
  return {
    duckType: `DECIMAL(${precision},${scale})`,
    read: (text) => {
      const match = /^(-?)(\d*)(?:\.(\d*?)0*)?$/.exec(text);
      if (!match) return undefined;
      const [, sign = '', whole = '', fraction = ''] = match;
      const digits = whole.replace(/^0+/, '') + fraction.padEnd(scale, '0');
      if (fraction.length > scale || digits.length > precision || whole + fraction === '') return undefined;
      return new DuckDBDecimalValue(BigInt(`${sign}${digits}`), precision, scale);
    },
  };
}

const datePattern = /^(\d{4})-(\d\d)-(\d\d)$/;
const millisecondsADay = 86_400_000;

function readDate(text: string): DuckDBDateValue | undefined {
  const match = datePattern.exec(text);
  if (!match) return undefined;
  const milliseconds = utc(Number(match[1]), Number(match[2]), Number(match[3]));
  return new DuckDBDateValue(milliseconds / millisecondsADay);
}

const timestampPattern =
  /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)(?:\.(\d{1,6})0*)?(?:Z|([-+])(\d\d):?(\d\d)?)?$/;

function readTimestamp<T extends DuckDBValue>(text: string, Value: new (micros: bigint) => T): T | undefined {
  const match = timestampPattern.exec(text);
  if (!match) return undefined;
  const part = (index: number): number => Number(match[index] ?? 0);
  const offset = (match[8] === '-' ? -1 : 1) * (part(9) * 60 + part(10));
  const seconds = utc(part(1), part(2), part(3)) / 1000 + part(4) * 3600 + (part(5) - offset) * 60 + part(6);
  return new Value(BigInt(seconds) * 1_000_000n + BigInt((match[7] ?? '').padEnd(6, '0')));
}

/** As `Date.UTC`, which takes the years 0 to 99 for those of the twentieth century. */
function utc(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}
