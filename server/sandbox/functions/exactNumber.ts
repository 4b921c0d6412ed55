import { DuckDBTypeId, type DuckDBDecimalValue } from '@duckdb/node-api';
import type { TypedValue } from './valueKind';

/** `digits` over ten to the power of `scale`, which is 0 or more. The sign stands apart: there is a negative zero. */
export interface ExactNumber {
  readonly isNegative: boolean;
  readonly digits: bigint;
  readonly scale: number;
}

/** A number without loss; `NaN` and the infinities stay as they are. */
export function exactNumber({ value, type }: TypedValue): ExactNumber | number {
  switch (type.typeId) {
    case DuckDBTypeId.DECIMAL: {
      const { value: unscaled, scale } = value as DuckDBDecimalValue;
      return { isNegative: unscaled < 0n, digits: unscaled < 0n ? -unscaled : unscaled, scale };
    }
    case DuckDBTypeId.FLOAT:
    case DuckDBTypeId.DOUBLE:
      return ofDouble(value as number);
    default: {
      const whole = BigInt(value as number | bigint);
      return { isNegative: whole < 0n, digits: whole < 0n ? -whole : whole, scale: 0 };
    }
  }
}

/** The binary fraction that a double is has an end in decimal digits too. */
export function ofDouble(value: number): ExactNumber | number {
  if (!Number.isFinite(value)) return value;
  const isNegative = value < 0 || Object.is(value, -0);
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, Math.abs(value));
  const raw = bits.getBigUint64(0);
  const exponent = Number(raw >> 52n);
  const fraction = raw & 0xfffffffffffffn;
  const mantissa = exponent === 0 ? fraction : fraction | 0x10000000000000n;
  const power = (exponent === 0 ? 1 : exponent) - 1075;
  if (power >= 0) return { isNegative, digits: mantissa << BigInt(power), scale: 0 };
  return { isNegative, digits: mantissa * 5n ** BigInt(-power), scale: -power };
}

/** The shortest decimal digits that tell a double from its neighbours; `single` for those of a float. */
export function shortest(value: number, single = false): ExactNumber | number {
  if (!Number.isFinite(value)) return value;
  const [mantissa, exponent] = shortestText(Math.abs(value), single).split('e') as [string, string];
  const fraction = mantissa.split('.')[1] ?? '';
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(mantissa.replace('.', ''));
  const isNegative = value < 0 || Object.is(value, -0);
  return scale >= 0
    ? { isNegative, digits, scale }
    : { isNegative, digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

function shortestText(value: number, single: boolean): string {
  if (!single) return value.toExponential();
  for (let places = 0; places < 8; places++) {
    const text = value.toExponential(places);
    if (Math.fround(Number(text)) === value) return text;
  }
  return value.toExponential(8);
}

/** The number with so many decimal places, in digits. */
export function rounded(number: ExactNumber, places: number, half: 'even' | 'up'): bigint {
  if (number.scale <= places) return number.digits * 10n ** BigInt(places - number.scale);
  const step = 10n ** BigInt(number.scale - places);
  const whole = number.digits / step;
  const twice = (number.digits % step) * 2n;
  const isUp = twice > step || (twice === step && (half === 'up' || whole % 2n === 1n));
  return isUp ? whole + 1n : whole;
}

/** The digits before and behind the point. */
export function split(digits: bigint, places: number): readonly [whole: string, fraction: string] {
  const text = digits.toString().padStart(places + 1, '0');
  return [text.slice(0, text.length - places), text.slice(text.length - places)];
}

export function grouped(whole: string, size: number): string {
  return whole.replace(new RegExp(`\\B(?=(?:\\d{${size}})+$)`, 'g'), ',');
}
