import type { DataType } from '../../../catalog/types';
import { dateText, decimalText, fits, schemaOf, timestampText, timeText } from '../textAsType';
import { isWholeNumber, type JsonEntry, type JsonValue } from './jsonValue';
import { readJson } from './readJson';
import { writeJson } from './writeJson';

/**
 * JSON with every part as its type asks for, to be cast by DuckDB; nothing where the whole is null. A value of
 * another type makes the field that it is in null, and the whole when it is in none.
 */
export function jsonBySchema(text: string, schema: string): string | undefined {
  const type = schemaOf(schema);
  const value = text.trim() === '' ? undefined : (readJson(text, { singleQuotes: true }) ?? { kind: 'null' });
  if (!value) return undefined;
  const root =
    type.kind === 'array' && type.element.kind === 'struct' && value.kind === 'object' ? [value] : undefined;
  const read = as(root ? { kind: 'array', items: root } : value, type);
  if (read && read.kind !== 'null') return writeCarried(read);
  return type.kind === 'struct' ? writeCarried(structOf([], type)) : undefined;
}

type Struct = Extract<DataType, { kind: 'struct' }>;

const nothing: JsonValue = { kind: 'null' };

/** `undefined` for a value of another type. */
function as(value: JsonValue, type: DataType): JsonValue | undefined {
  if (value.kind === 'null') return value;
  switch (type.kind) {
    case 'struct':
      return value.kind === 'object' ? structOf(value.entries, type) : undefined;
    case 'array':
      return value.kind === 'array' ? arrayOf(value.items, type.element) : undefined;
    case 'map':
      return value.kind === 'object' ? mapOf(value.entries, type.value) : undefined;
    case 'decimal':
      return decimalOf(value, type);
    case 'scalar':
      return scalarOf(value, type.name);
    case 'unknown':
      return undefined;
  }
}

/** Of two fields with one name the last counts. */
function structOf(entries: readonly JsonEntry[], { fields }: Struct): JsonValue {
  const values = new Map(entries);
  return {
    kind: 'object',
    entries: fields.map(({ name, type }) => {
      const value = values.get(name);
      return [name, (value && as(value, type)) ?? nothing];
    }),
  };
}

function arrayOf(items: readonly JsonValue[], element: DataType): JsonValue | undefined {
  const read = items.map((item) => as(item, element));
  return read.includes(undefined) ? undefined : { kind: 'array', items: read as readonly JsonValue[] };
}

function mapOf(entries: readonly JsonEntry[], type: DataType): JsonValue | undefined {
  const read = [...new Map(entries)].map(([name, value]) => [name, as(value, type)] as const);
  if (read.some(([, value]) => value === undefined)) return undefined;
  return { kind: 'object', entries: read as readonly JsonEntry[] };
}

function text(value: string | undefined): JsonValue | undefined {
  return value === undefined ? undefined : { kind: 'string', value };
}

function decimalOf(
  value: JsonValue,
  { precision, scale }: Extract<DataType, { kind: 'decimal' }>,
): JsonValue | undefined {
  if (value.kind === 'number') return text(decimalText(value.text, precision, scale));
  return value.kind === 'string'
    ? text(decimalText(value.value.replaceAll(',', ''), precision, scale))
    : undefined;
}

type Scalar = Extract<DataType, { kind: 'scalar' }>['name'];

function scalarOf(value: JsonValue, name: Scalar): JsonValue | undefined {
  switch (name) {
    case 'string':
      return value.kind === 'string' ? value : text(writeJson(value));
    case 'boolean':
      return value.kind === 'boolean' ? value : undefined;
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
      return wholeOf(value, name);
    case 'float':
    case 'double':
      return fractionOf(value);
    case 'date':
      return value.kind === 'string' ? text(dateText(value.value)) : undefined;
    case 'timestamp':
      return timeOf(value);
    case 'binary':
      return undefined;
  }
}

/** A byte goes round. */
function wholeOf(value: JsonValue, name: Scalar): JsonValue | undefined {
  if (value.kind !== 'number' || !isWholeNumber(value.text)) return undefined;
  const whole = BigInt(value.text);
  if (name === 'byte' && whole >= -128n && whole < 256n) {
    return { kind: 'number', text: String(BigInt.asIntN(8, whole)) };
  }
  return fits(whole, name) ? value : undefined;
}

const words = new Map([
  ['NaN', 'NaN'],
  ['INF', 'Infinity'],
  ['+INF', 'Infinity'],
  ['Infinity', 'Infinity'],
  ['+Infinity', 'Infinity'],
  ['-INF', '-Infinity'],
  ['-Infinity', '-Infinity'],
]);

function fractionOf(value: JsonValue): JsonValue | undefined {
  if (value.kind === 'string') return text(words.get(value.value));
  if (value.kind !== 'number') return undefined;
  const number = Number(value.text);
  return Number.isFinite(number) ? value : text(String(number));
}

/** A number is seconds since 1970. */
function timeOf(value: JsonValue): JsonValue | undefined {
  if (value.kind === 'string') return text(timestampText(value.value));
  if (value.kind !== 'number' || !isWholeNumber(value.text) || Math.abs(Number(value.text)) > 8e12)
    return undefined;
  return text(timeText(Number(value.text) * 1000, ''));
}

/** As `writeJson`, with numbers as they were. */
function writeCarried(value: JsonValue): string {
  switch (value.kind) {
    case 'number':
      return value.text;
    case 'array':
      return `[${value.items.map(writeCarried).join(',')}]`;
    case 'object':
      return `{${value.entries.map(([name, each]) => `${JSON.stringify(name)}:${writeCarried(each)}`).join(',')}}`;
    default:
      return writeJson(value);
  }
}
