import { expect, test } from 'vitest';
import type { DataType } from '../../../server/catalog/types';
import { csvBySchema } from '../../../server/sandbox/functions/csv/csvBySchema';
import { csvFields } from '../../../server/sandbox/functions/csv/csvFields';
import { typeOfCsv } from '../../../server/sandbox/functions/csv/csvSchema';
import { csvText } from '../../../server/sandbox/functions/csv/csvText';
import { schemaText } from '../../../server/sandbox/functions/schemaText';

test.each<[string, readonly (string | undefined)[]]>([
  ['1,x,', ['1', 'x', undefined]],
  ['"q,r","a\\"b",""', ['q,r', 'a"b', '']],
  ['1,"a""b"', ['1', '"a""b"']],
  [' 1 , x', [' 1 ', ' x']],
  ['', [undefined]],
])('the fields of %s', (row, fields) => {
  expect(csvFields(row)).toEqual(fields);
});

test('a field that does not fit its type is null', () => {
  const type: DataType = {
    kind: 'struct',
    fields: [
      { name: 'a', type: { kind: 'scalar', name: 'int' } },
      { name: 'b', type: { kind: 'scalar', name: 'double' } },
      { name: 'c', type: { kind: 'decimal', precision: 4, scale: 2 } },
      { name: 'd', type: { kind: 'scalar', name: 'boolean' } },
    ],
  };
  const read = (row: string): unknown => JSON.parse(csvBySchema(row, JSON.stringify(type)) ?? '');
  expect(read('1,1e3,12.345,TRUE')).toEqual({ a: '1', b: '1000', c: '12.35', d: true });
  expect(read(' 1,x,123.4,yes')).toEqual({ a: null, b: null, c: null, d: null });
});

test('a row is written with quotes where it needs them', () => {
  expect(csvText(['1', ' x ', undefined, '', 'a,b', 'say "hi"'])).toBe('1,x,,"","a,b","say \\"hi\\""');
  expect(csvText(['#1', '#2'])).toBe('"#1",#2');
  expect(csvText([undefined])).toBeUndefined();
});

test('a sample row tells its schema', () => {
  expect(schemaText(typeOfCsv('1.5,2024-01-01,true,,99999999999'))).toBe(
    'STRUCT<_c0: DOUBLE, _c1: DATE, _c2: BOOLEAN, _c3: STRING, _c4: BIGINT>',
  );
});
