import { expect, test } from 'vitest';
import { accepts } from '../../../server/analysis/functions/accepts';
import type { Parameter } from '../../../server/catalog/builtins/functionInfo';
import { functionTable } from '../../../server/catalog/builtins/functionTable';
import { parseType } from '../../../server/catalog/typeText';

const types =
  'string boolean int bigint double decimal(10,2) date timestamp binary array<int> struct<a:int> map<string,int> void'.split(
    ' ',
  );

function accepted(parameter: string): string {
  const [info] = functionTable(`f(x: ${parameter}) -> int | Test`, 'scalar', 'test');
  const wanted = info?.signatures[0]?.parameters[0] as Parameter;
  return types.filter((type) => accepts(wanted, parseType(type))).join(' ');
}

test('exact types take what the engine turns into them', () => {
  expect(accepted('string')).toBe(
    'string boolean int bigint double decimal(10,2) date timestamp binary void',
  );
  expect(accepted('int')).toBe('string int bigint double decimal(10,2) void');
  expect(accepted('date')).toBe('string date timestamp void');
  expect(accepted('binary')).toBe('string binary void');
  expect(accepted('boolean')).toBe('boolean void');
});

test('strict ones take the type alone, nonnull ones no NULL', () => {
  expect(accepted('string!')).toBe('string void');
  expect(accepted('nonnull int!')).toBe('int');
});

test('classes', () => {
  expect(accepted('numeric')).toBe('string int bigint double decimal(10,2) void');
  expect(accepted('number')).toBe('int bigint double decimal(10,2) void');
  expect(accepted('exact')).toBe('int bigint decimal(10,2) void');
  expect(accepted('integral')).toBe('int bigint void');
  expect(accepted('upToInt')).toBe('int void');
  expect(accepted('measure')).toBe('string int bigint double decimal(10,2) date timestamp void');
  expect(accepted('time')).toBe('date timestamp void');
  expect(accepted('collection')).toBe('array<int> map<string,int> void');
  expect(accepted('nested')).toBe('array<int> struct<a:int> map<string,int> void');
  expect(accepted('ordered')).toBe(types.filter((type) => !type.startsWith('map')).join(' '));
});

test('nested patterns and variables', () => {
  expect(accepted('array<T>')).toBe('array<int> void');
  expect(accepted('array<struct>')).toBe('void');
  expect(accepted('map<K,V>')).toBe('map<string,int> void');
  expect(accepted('N')).toBe(accepted('numeric'));
  expect(accepted('quantity:N')).toBe(accepted('numeric'));
});
