import type { DataType } from '../../catalog/types';

/** A value that DuckDB's JSON can carry to the type; `undefined` for a text that is none. */
export type Carried = string | boolean | undefined;

const wholeBits: Readonly<Record<string, number>> = { byte: 8, short: 16, int: 32, long: 64 };

/** Whether a whole number fits in its type. */
export function fits(value: bigint, name: string): boolean {
  const bits = wholeBits[name];
  return bits !== undefined && BigInt.asIntN(bits, value) === value;
}

/** The digits of a number with the places of a decimal, halves away from zero; nothing where they are too many. */
export function decimalText(text: string, precision: number, scale: number): string | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text);
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match ?? [];
  const shift = Number(exponent) - fraction.length + scale;
  if (!match || whole + fraction === '' || Math.abs(shift) > 400) return undefined;
  const digits = BigInt(whole + fraction);
  const divisor = 10n ** BigInt(Math.max(-shift, 0));
  const unscaled = (digits * 10n ** BigInt(Math.max(shift, 0)) * 2n + divisor) / (divisor * 2n);
  if (unscaled >= 10n ** BigInt(precision)) return undefined;
  const padded = unscaled.toString().padStart(scale + 1, '0');
  const point = padded.length - scale;
  return `${sign === '-' ? '-' : ''}${padded.slice(0, point)}${scale > 0 ? `.${padded.slice(point)}` : ''}`;
}

const dateForm = /^\s*(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ].*)?\s*$/;
const timeForm =
  /^\s*(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ](\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,9}))?)?\s*(Z|UTC|[+-]\d{1,2}:?\d{2})?)?\s*$/;

/** A day as `2024-02-29`. */
export function dateText(text: string): string | undefined {
  const [, year, month = '1', day = '1'] = dateForm.exec(text) ?? [];
  return year === undefined ? undefined : dayOf(Number(year), Number(month), Number(day))?.text;
}

/** A time in UTC as `2024-02-29 10:11:12.345678`. */
export function timestampText(text: string): string | undefined {
  const [, year, month = '1', day = '1', hour = '0', minute = '0', second = '0', fraction = '', zone] =
    timeForm.exec(text) ?? [];
  const date = year === undefined ? undefined : dayOf(Number(year), Number(month), Number(day));
  if (!date || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second) - distanceOf(zone) * 60;
  return timeText(date.time + seconds * 1000, fraction.slice(0, 6));
}

/** Milliseconds since 1970 that are whole seconds, and the digits behind them. */
export function timeText(milliseconds: number, fraction: string): string {
  const iso = new Date(milliseconds).toISOString();
  return `${iso.slice(0, -5).replace('T', ' ')}${fraction && `.${fraction}`}`;
}

function dayOf(
  year: number,
  month: number,
  day: number,
): { readonly text: string; readonly time: number } | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? { text: date.toISOString().slice(0, 10), time: date.getTime() } : undefined;
}

/** Minutes to the east. */
function distanceOf(zone: string | undefined): number {
  const [, sign, hours, minutes] = /^([+-])(\d{1,2}):?(\d{2})$/.exec(zone ?? '') ?? [];
  const distance = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -distance : distance;
}

/** Schemas as the translation hands them over. */
export function schemaOf(json: string): DataType {
  const found = known.get(json) ?? (JSON.parse(json) as DataType);
  if (known.size > 100) known.clear();
  known.set(json, found);
  return found;
}

const known = new Map<string, DataType>();
