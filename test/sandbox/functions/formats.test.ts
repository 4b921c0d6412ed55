import { DOUBLE, DuckDBDecimalValue, DECIMAL, INTEGER } from '@duckdb/node-api';
import { describe, expect, test } from 'vitest';
import { formatNumber, formatPlaces } from '../../../server/sandbox/functions/decimalFormat';
import { exactNumber, type ExactNumber } from '../../../server/sandbox/functions/exactNumber';
import { javaFormat } from '../../../server/sandbox/functions/javaFormat';
import { toChar, toNumber } from '../../../server/sandbox/functions/numberPattern';
import type { TypedValue } from '../../../server/sandbox/functions/valueKind';

const double = (value: number): TypedValue => ({ value, type: DOUBLE });
const int = (value: number): TypedValue => ({ value, type: INTEGER });
const decimal = (unscaled: bigint, scale: number): TypedValue => ({
  value: new DuckDBDecimalValue(unscaled, 18, scale),
  type: DECIMAL(18, scale),
});

describe('format_number', () => {
  test('rounds what the number is, not what it shows', () => {
    expect([0.125, 2.675, 0.005].map((value) => formatPlaces(double(value), 2))).toEqual([
      '0.12',
      '2.67',
      '0.01',
    ]);
    expect(formatPlaces(decimal(1234565n, 3), 2)).toBe('1,234.56');
    expect(formatPlaces(double(1), -1)).toBeUndefined();
  });

  test.each([
    ['#,##0.00', 1234.5, '1,234.50'],
    ['#.##', 0.5, '0.5'],
    ['0.0%', 0.256, '25.6%'],
    ['0;(0)', -5, '(5)'],
    ["0 'pcs'", 5, '5 pcs'],
    ['', -1234.5, '-1,234'],
    ['0', Number.POSITIVE_INFINITY, '∞'],
  ])('%s', (pattern, value, text) => {
    expect(formatNumber(double(value), pattern)).toBe(text);
  });

  test('a pattern with an exponent is refused', () => {
    expect(() => formatNumber(double(1), '0.0E0')).toThrow('the number format 0.0E0');
  });
});

describe('format_string', () => {
  test.each([
    [
      '%5d|%-5d|%05d|%+d|%,d|%(d',
      [42, 42, 42, 42, 1234567, -5].map(int),
      '   42|42   |00042|+42|1,234,567|(5)',
    ],
    ['%x %o', [int(-1), int(8)], 'ffffffff 10'],
    ['%.2f %.1f %e', [1.005, 0.25, 12345.678].map(double), '1.01 0.3 1.234568e+04'],
    ['%g %g', [0.0001234, 123456789].map(double), '0.000123400 1.23457e+08'],
    ['%2$s %1$s %<s%%%n', [int(1), double(2)], '2.0 1 1%\n'],
    [
      '%05d %.1f',
      [
        { value: null, type: INTEGER },
        { value: null, type: DOUBLE },
      ],
      ' null n',
    ],
  ])('%s', (format, values, text) => {
    expect(javaFormat(format, values)).toBe(text);
  });

  test('values of the wrong type, and too few of them, are errors', () => {
    expect(() => javaFormat('%d', [double(1)])).toThrow('does not take a value of the type DOUBLE');
    expect(() => javaFormat('%d %d', [int(1)])).toThrow('asks for more values');
    expect(() => javaFormat('%', [])).toThrow('is not valid');
  });
});

describe('to_char and to_number', () => {
  test.each([
    ['999.99', decimal(1250n, 2), ' 12.50'],
    ['S999.99', decimal(-1250n, 2), ' -12.50'],
    ['999.99PR', decimal(-50n, 2), '   <.50>'],
    ['$9,999', int(12), '$   12'],
    ['99', int(123), '##'],
  ])('%s', (pattern, value, text) => {
    expect(toChar(exactNumber(value) as ExactNumber, pattern)).toBe(text);
  });

  test('a number is read by its pattern', () => {
    expect(toNumber('12,454.8-', '99,999.9S')).toBe('-12454.8');
    expect(toNumber('<12>', '99PR')).toBe('-12.');
    expect([toNumber('123', '99'), toNumber('1,2', '99'), toNumber('$1', '9')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(() => toNumber('1', 'abc')).toThrow("The format 'abc'");
  });
});
