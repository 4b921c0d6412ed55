import { DECIMAL, decimalValue, DOUBLE } from '@duckdb/node-api';
import { TypedValue } from '../../session/openStatement';
import { invalidParameter } from './invalidParameter';

/** Digits of the largest decimal. */
export const mostDigits = 38;
const form = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,4}))?$/i;

/** An exact decimal of as many digits as the text has; the numbers that no decimal can be are doubles. */
export function decimalOf(text: string): TypedValue {
  if (/^[+-]?(nan|inf(inity)?)$/i.test(text)) {
    return new TypedValue(DOUBLE, /nan/i.test(text) ? NaN : text.startsWith('-') ? -Infinity : Infinity);
  }
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = form.exec(text) ?? [];
  if (whole + fraction === '') throw invalidParameter(text, 'decimal');
  const scale = fraction.length - Number(exponent);
  const digits = (whole + fraction).replace(/^0+(?=\d)/, '') + '0'.repeat(Math.max(0, -scale));
  const decimals = Math.max(0, scale);
  if (Math.max(digits.length, decimals) > mostDigits) {
    throw invalidParameter(text, `decimal of at most ${mostDigits} digits`);
  }
  const width = Math.max(digits.length, decimals);
  return new TypedValue(
    DECIMAL(width, decimals),
    decimalValue(BigInt(`${sign === '-' ? '-' : ''}${digits}`), width, decimals),
  );
}
