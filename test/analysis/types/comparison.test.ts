import { expect, test } from 'vitest';
import { comparedAs, equatedAs, isOrderable } from '../../../server/analysis/types/comparison';
import { tightestType, widerWithoutText } from '../../../server/analysis/types/tightestType';
import { parseType, printType } from '../../../server/catalog/typeText';
import type { DataType } from '../../../server/catalog/types';

function printed(type: DataType | undefined): string | undefined {
  return type && printType(type);
}

test.each([
  ['string', 'int', 'int'],
  ['string', 'timestamp', 'timestamp'],
  ['string', 'boolean', 'boolean'],
  ['date', 'timestamp', 'timestamp'],
  ['int', 'decimal(10,2)', 'decimal(12,2)'],
  ['void', 'array<int>', 'array<int>'],
  ['array<int>', 'array<double>', 'array<double>'],
  ['struct<a:int>', 'struct<A:bigint>', 'struct<a:bigint>'],
  ['interval day', 'interval hour', 'interval day to hour'],
  ['timestamp', 'int', undefined],
  ['boolean', 'int', undefined],
  ['string', 'interval day', undefined],
  ['string', 'array<string>', undefined],
  ['array<int>', 'array<string>', undefined],
  ['interval day', 'interval month', undefined],
])('%s and %s are compared as %s', (a, b, common) => {
  expect(printed(comparedAs(parseType(a), parseType(b)))).toBe(common);
  expect(printed(comparedAs(parseType(b), parseType(a)))?.toLowerCase()).toBe(common);
});

test('for equality, booleans count as 1 and 0', () => {
  expect(printed(equatedAs(parseType('boolean'), parseType('int')))).toBe('int');
  expect(printed(equatedAs(parseType('bigint'), parseType('boolean')))).toBe('bigint');
});

test.each([
  ['int', 'decimal(38,18)', 'decimal(38,18)'],
  ['int', 'decimal(10,2)', undefined],
  ['decimal(10,2)', 'decimal(5,0)', undefined],
  ['string', 'int', undefined],
])('of elements, %s and %s have %s in common', (a, b, common) => {
  expect(printed(tightestType(parseType(a), parseType(b)))).toBe(common);
});

test('greatest and array_contains widen numbers, and no texts', () => {
  const wider = (a: string, b: string) => printed(widerWithoutText(parseType(a), parseType(b)));
  expect(wider('int', 'decimal(10,2)')).toBe('decimal(12,2)');
  expect(wider('array<int>', 'array<double>')).toBe('array<double>');
  expect(wider('string', 'int')).toBeUndefined();
});

test('maps, what holds one, and intervals of all fields have no order', () => {
  const orderable = (type: string) => isOrderable(parseType(type));
  expect(['int', 'struct<a:array<int>>', 'interval day', 'void'].map(orderable)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(['map<string,int>', 'array<map<string,int>>', 'interval'].map(orderable)).toEqual([
    false,
    false,
    false,
  ]);
});
