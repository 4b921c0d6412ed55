import { blobValue, dateValue, timestampValue, type DuckDBValue } from '@duckdb/node-api';
import { TypedValue } from '../../session/openStatement';
import { arrayOf } from './arrayOf';
import { readArrayText, type ArrayText } from './arrayText';
import { decimalOf } from './decimalOf';
import { integerValue } from './integerValue';
import { invalidParameter } from './invalidParameter';
import type { ParameterKind, ScalarForm } from './parameterKind';

const microsPerDay = 86_400_000_000n;

/** Reads a parameter that was sent as text. Throws a `SqlError` when the text is no value of the kind. */
export function valueOfText(text: string, kind: ParameterKind): TypedValue {
  switch (kind.kind) {
    case 'decimal':
      return decimalOf(text.trim());
    case 'array':
      return arrayOfTexts(readArrayText(text), kind.element);
    case 'scalar':
      return scalarOfText(text, kind);
  }
}

function arrayOfTexts(items: ArrayText, kind: ParameterKind): TypedValue {
  return arrayOf(
    items.map((item) => {
      if (item === undefined) return undefined;
      if (typeof item !== 'string') return arrayOfTexts(item, kind.kind === 'array' ? kind.element : kind);
      return valueOfText(item, kind);
    }),
    kind,
  );
}

function scalarOfText(text: string, { form, type }: Extract<ParameterKind, { kind: 'scalar' }>): TypedValue {
  return form === 'integer' ? integerValue(integerOf(text), type) : new TypedValue(type, read[form](text));
}

const read: Readonly<Record<Exclude<ScalarForm, 'integer'>, (text: string) => DuckDBValue>> = {
  boolean: booleanOf,
  number: numberOf,
  date: (text) => dateValue(Number(floorDivision(microsOf(text), microsPerDay))),
  timestamp: (text) => timestampValue(microsOf(text)),
  binary: (text) => blobValue(text.startsWith('\\x') ? Buffer.from(text.slice(2), 'hex') : Buffer.from(text)),
  text: (text) => text,
};

function booleanOf(text: string): boolean {
  if (/^(t|true|y|yes|on|1)$/i.test(text.trim())) return true;
  if (/^(f|false|n|no|off|0)$/i.test(text.trim())) return false;
  throw invalidParameter(text, 'boolean');
}

function integerOf(text: string): bigint {
  if (!/^\s*[+-]?\d{1,38}\s*$/.test(text)) throw invalidParameter(text, 'whole number');
  return BigInt(text.trim().replace('+', ''));
}

function numberOf(text: string): number {
  const trimmed = text.trim();
  const value = trimmed === '' ? Number.NaN : Number(trimmed.replace(/^([+-]?)inf(inity)?$/i, '$1Infinity'));
  if (Number.isNaN(value) && !/^nan$/i.test(trimmed)) throw invalidParameter(text, 'number');
  return value;
}

const timestampForm =
  /^(\d{4,6})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,6})\d*)?)?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?$/;

/** Microseconds since 1970; a time without a zone is UTC. */
function microsOf(text: string): bigint {
  const match = timestampForm.exec(text.trim());
  if (!match) throw invalidParameter(text, 'timestamp');
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = match;
  // The years before 100 are years of the 20th century for `Date.UTC`.
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  const isDay = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  if (!isDay || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
    throw invalidParameter(text, 'timestamp');
  }
  const millis = date.setUTCHours(Number(hour), Number(minute), Number(second));
  return BigInt(millis) * 1000n + BigInt(fraction.padEnd(6, '0')) - BigInt(zoneMinutes(zone)) * 60_000_000n;
}

function zoneMinutes(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', '') || 0);
  return zone.startsWith('-') ? -minutes : minutes;
}

function floorDivision(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value < 0n && value % by !== 0n ? quotient - 1n : quotient;
}
