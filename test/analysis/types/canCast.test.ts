import { expect, test } from 'vitest';
import { canCast } from '../../../server/analysis/types/canCast';
import { turnsInto } from '../../../server/analysis/types/turnsInto';
import { parseType } from '../../../server/catalog/typeText';

test.each([
  ['struct<a:int>', 'string'],
  ['int', 'binary'],
  ['date', 'int'],
  ['timestamp', 'boolean'],
  ['array<int>', 'array<string>'],
  ['struct<a:int>', 'struct<x:string>'],
  ['map<int,string>', 'map<string,string>'],
  ['interval day', 'bigint'],
  ['void', 'array<int>'],
  ['vector<double>', 'int'],
])('%s can be cast to %s', (from, to) => {
  expect(canCast(parseType(from), parseType(to))).toBe(true);
});

test.each([
  ['array<int>', 'int'],
  ['int', 'array<int>'],
  ['int', 'date'],
  ['boolean', 'date'],
  ['binary', 'int'],
  ['double', 'binary'],
  ['struct<a:int>', 'struct<a:int,b:int>'],
  ['struct<a:int>', 'map<string,int>'],
  ['interval day', 'interval month'],
  ['interval day', 'date'],
])('%s cannot be cast to %s', (from, to) => {
  expect(canCast(parseType(from), parseType(to))).toBe(false);
});

test('the key of a map must not become null', () => {
  expect(canCast(parseType('map<string,int>'), parseType('map<int,int>'))).toBe(false);
  expect(canCast(parseType('map<string,string>'), parseType('map<string,int>'))).toBe(true);
});

test('what the engine turns into another type by itself', () => {
  const turns = (wanted: string, given: string) => turnsInto(parseType(wanted), parseType(given));
  expect(turns('string', 'date')).toBe(true);
  expect(turns('int', 'string')).toBe(true);
  expect(turns('int', 'void')).toBe(true);
  expect(turns('boolean', 'string')).toBe(false);
  expect(turns('int', 'date')).toBe(false);
  expect(turns('void', 'int')).toBe(false);
});
