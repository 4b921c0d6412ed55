import { expect, test } from 'vitest';
import { parseType, printType } from '../../server/catalog/typeText';

test.each([
  'string',
  'tinyint',
  'bigint',
  'decimal(10,2)',
  'array<array<int>>',
  'map<string,array<struct<id:string,primary:boolean>>>',
  'struct<a:decimal(38,18),`30_day value`:struct<b:timestamp>>',
  'struct<>',
])('%s prints as it was read', (text) => {
  expect(printType(parseType(text))).toBe(text);
});

test.each([
  ['LONG', 'bigint'],
  ['byte', 'tinyint'],
  ['Integer', 'int'],
  ['double precision', 'double'],
  ['varchar(20)', 'string'],
  ['decimal', 'decimal(10,0)'],
  ['numeric( 8 )', 'decimal(8,0)'],
  ['ARRAY<STRUCT<country STRING, city: string>>', 'array<struct<country:string,city:string>>'],
  [' map < string , int > ', 'map<string,int>'],
])('%s is read as %s', (text, printed) => {
  expect(printType(parseType(text))).toBe(printed);
});

test.each(['vector<double>', 'array<', 'array<int', 'struct<a>', '', 'int int', 'toString'])(
  '%j is a type that we do not know',
  (text) => {
    expect(parseType(text)).toEqual({ kind: 'unknown', text });
  },
);
