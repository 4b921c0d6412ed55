import { expect, test } from 'vitest';
import { decimalResult } from '../../../server/analysis/types/decimal';
import { numberType } from '../../../server/analysis/types/literalType';
import { printType } from '../../../server/catalog/typeText';

test.each([
  ['1', 'int'],
  ['2147483648', 'bigint'],
  ['9223372036854775808', 'decimal(19,0)'],
  ['1L', 'bigint'],
  ['1s', 'smallint'],
  ['1Y', 'tinyint'],
  ['1.50', 'decimal(3,2)'],
  ['0.5', 'decimal(1,1)'],
  ['.001', 'decimal(3,3)'],
  ['1e3', 'double'],
  ['1.5F', 'float'],
  ['12BD', 'decimal(2,0)'],
])('the literal %s has type %s', (text, type) => {
  expect(printType(numberType(text))).toBe(type);
});

test.each([
  ['+', 'decimal(13,2)'],
  ['*', 'decimal(23,4)'],
  ['/', 'decimal(25,13)'],
  ['%', 'decimal(10,2)'],
] as const)('a decimal(12,2) %s a decimal(10,2) gives %s', (operator, type) => {
  const [a, b] = [12, 10].map((precision) => ({ kind: 'decimal', precision, scale: 2 }) as const);
  expect(a && b && printType(decimalResult(operator, a, b))).toBe(type);
});

test('a result that would have too many digits loses those behind the point', () => {
  const wide = { kind: 'decimal', precision: 38, scale: 10 } as const;
  expect(printType(decimalResult('*', wide, wide))).toBe('decimal(38,6)');
});
