import { expect, test } from 'vitest';
import { wireValue } from './wireValue';

test.each([
  ['int', null, null],
  ['boolean', 't', true],
  ['binary', '\\x1f2a', '1F2A'],
  ['timestamp', '2024-01-31 10:00:00.0', '2024-01-31 10:00:00.000000'],
  ['struct<a:int,b:string>', '(1,x)', ['1', 'x']],
  ['struct<a:int,b:string>', '(NULL,"a ""b"", c")', [null, 'a "b", c']],
  ['struct<a:string,b:string>', '("","NULL")', ['', 'NULL']],
  ['array<string>', '{a,NULL,"x,y"}', ['a', null, 'x,y']],
  ['array<string>', '{}', []],
  ['array<array<int>>', '{{1,2},{}}', [['1', '2'], []]],
  ['array<struct<a:int,b:string>>', '{(1,x),NULL,(2,y)}', [['1', 'x'], null, ['2', 'y']]],
  [
    'struct<a:struct<b:int,c:int>,d:array<int>>',
    '("(1,NULL)","{1,2}")',
    [
      ['1', null],
      ['1', '2'],
    ],
  ],
  [
    'map<string,int>',
    '[b -> 2, a -> NULL]',
    [
      ['a', null],
      ['b', '2'],
    ],
  ],
  ['map<string,array<struct<id:string>>>', '[E -> "{(x)}"]', [['E', [['x']]]]],
])('reads %s %s', (type, text, value) => {
  expect(wireValue(type, text)).toEqual(value);
});
