import { parseType } from '../../catalog/typeText';
import type { DataType } from '../../catalog/types';

/** What the wire says of a result column: a field of PostgreSQL's RowDescription. */
export interface WireField {
  readonly name: string;
  readonly dataTypeID: number;
  readonly dataTypeModifier: number;
}

/** The type of a result column, and how its values are held and shown. */
export interface ResultType {
  /** In the dialect's names: `bigint`, `decimal(18,2)`, `struct<id:string>`. */
  readonly text: string;
  readonly values: ValueKind;
}

export type ValueKind =
  | { readonly kind: 'boolean' }
  | { readonly kind: 'int16' }
  | { readonly kind: 'int32' }
  | { readonly kind: 'int64' }
  | { readonly kind: 'float32' }
  | { readonly kind: 'float64' }
  | { readonly kind: 'decimal'; readonly precision: number; readonly scale: number }
  /** A decimal number whose digits the server did not limit. */
  | { readonly kind: 'number' }
  | { readonly kind: 'date' }
  /** In UTC; `zoned` as the server's type says, which matters to Parquet readers only. */
  | { readonly kind: 'timestamp'; readonly zoned: boolean }
  | { readonly kind: 'text' }
  /** JSON text of a struct, array or map; `type` when the server told it. */
  | { readonly kind: 'nested'; readonly type?: DataType };

/** The type of a column; `typeNames` holds what the server said of the types that `namelessType` finds. */
export function resultTypeOf(field: WireField, typeNames: ReadonlyMap<number, string>): ResultType {
  if (field.dataTypeID === oid.numeric) return numericType(field.dataTypeModifier);
  const nameless = namelessType(field);
  const named = nameless === undefined ? undefined : typeNames.get(nameless);
  if (field.dataTypeID === oid.json) return named === undefined ? json : nestedType(named);
  return (
    builtIn.get(field.dataTypeID) ?? (named === undefined ? text : { text: named, values: { kind: 'text' } })
  );
}

/**
 * The OID of a column's type when only the server can tell its name: one that is not built in, or the type that a
 * JSON text was before `auto_to_json`, which the local sandbox gives as the modifier.
 */
export function namelessType(field: WireField): number | undefined {
  if (field.dataTypeID === oid.json) return field.dataTypeModifier > 0 ? field.dataTypeModifier : undefined;
  return field.dataTypeID === oid.numeric || builtIn.has(field.dataTypeID) ? undefined : field.dataTypeID;
}

export function isNumeric(values: ValueKind): boolean {
  return numericKinds.has(values.kind);
}

const numericKinds: ReadonlySet<ValueKind['kind']> = new Set([
  'int16',
  'int32',
  'int64',
  'float32',
  'float64',
  'decimal',
  'number',
]);

/** PostgreSQL's numbers of its built-in types (`pg_type.dat`). */
const oid = { json: 114, numeric: 1700 } as const;

const text: ResultType = { text: 'string', values: { kind: 'text' } };
const json: ResultType = { text: 'json', values: { kind: 'nested' } };

const builtIn: ReadonlyMap<number, ResultType> = new Map([
  [16, { text: 'boolean', values: { kind: 'boolean' } }],
  [17, { text: 'binary', values: { kind: 'text' } }],
  [18, text],
  [19, text],
  [20, { text: 'bigint', values: { kind: 'int64' } }],
  [21, { text: 'smallint', values: { kind: 'int16' } }],
  [23, { text: 'int', values: { kind: 'int32' } }],
  [25, text],
  [26, { text: 'bigint', values: { kind: 'int64' } }],
  [700, { text: 'float', values: { kind: 'float32' } }],
  [701, { text: 'double', values: { kind: 'float64' } }],
  [705, text],
  [1042, text],
  [1043, text],
  [1082, { text: 'date', values: { kind: 'date' } }],
  [1083, text],
  [1114, { text: 'timestamp', values: { kind: 'timestamp', zoned: false } }],
  [1184, { text: 'timestamp', values: { kind: 'timestamp', zoned: true } }],
  [1186, { text: 'interval', values: { kind: 'text' } }],
  [2278, text],
  [2950, text],
  [3802, json],
]);

/** The modifier of `numeric(p,s)` is `(p << 16 | s) + 4`; -1 says that the digits are not limited. */
function numericType(modifier: number): ResultType {
  const precision = (modifier - 4) >> 16;
  const scale = (modifier - 4) & 0xffff;
  if (modifier < 4 || precision > 38 || scale > precision)
    return { text: 'decimal', values: { kind: 'number' } };
  return { text: `decimal(${precision},${scale})`, values: { kind: 'decimal', precision, scale } };
}

function nestedType(name: string): ResultType {
  const type = parseType(name);
  const known = type.kind === 'struct' || type.kind === 'array' || type.kind === 'map';
  return { text: name, values: known ? { kind: 'nested', type } : { kind: 'nested' } };
}
