import { expect, test } from 'vitest';
import { parseType, printType } from '../../../server/catalog/typeText';
import { sameType, widerType, widestType } from '../../../server/analysis/types/widerType';

test.each([
  ['int', 'bigint', 'bigint'],
  ['bigint', 'float', 'float'],
  ['tinyint', 'decimal(3,2)', 'decimal(5,2)'],
  ['int', 'decimal(10,2)', 'decimal(12,2)'],
  ['decimal(10,2)', 'decimal(5,4)', 'decimal(12,4)'],
  ['decimal(10,2)', 'double', 'double'],
  ['decimal(10,2)', 'float', 'double'],
  ['string', 'int', 'string'],
  ['string', 'timestamp', 'string'],
  ['date', 'timestamp', 'timestamp'],
  ['void', 'struct<a:int>', 'struct<a:int>'],
  ['array<int>', 'array<double>', 'array<double>'],
  ['map<string,int>', 'map<string,bigint>', 'map<string,bigint>'],
  ['struct<a:int,b:string>', 'struct<A:bigint,b:string>', 'struct<a:bigint,b:string>'],
  ['vector<double>', 'int', 'unknown'],
  ['boolean', 'int', undefined],
  ['boolean', 'string', undefined],
  ['struct<a:int>', 'struct<b:int>', undefined],
  ['array<int>', 'int', undefined],
])('%s and %s widen to %s', (a, b, widened) => {
  const [left, right] = [parseType(a), parseType(b)];
  for (const result of [widerType(left, right), widerType(right, left)]) {
    expect(result && printType(result).toLowerCase()).toBe(widened);
  }
});

test('a text among many widens the rest', () => {
  const widest = widestType(['int', 'timestamp', 'string'].map(parseType));
  expect(widest && printType(widest)).toBe('string');
});

test('types are the same without regard to the case of names', () => {
  expect(sameType(parseType('struct<a:array<int>>'), parseType('struct<A:array<int>>'))).toBe(true);
  expect(sameType(parseType('struct<a:array<int>>'), parseType('struct<a:array<bigint>>'))).toBe(false);
});
