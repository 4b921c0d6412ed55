import { describe, expect, test } from 'vitest';
import type { DataType } from '../../../server/catalog/types';
import { jsonAtPath } from '../../../server/sandbox/functions/json/jsonPath';
import { jsonBySchema } from '../../../server/sandbox/functions/json/jsonBySchema';
import { typeOfJson } from '../../../server/sandbox/functions/json/jsonSchema';
import { readJson } from '../../../server/sandbox/functions/json/readJson';
import { writeJson } from '../../../server/sandbox/functions/json/writeJson';
import { schemaText } from '../../../server/sandbox/functions/schemaText';

describe('a value at a path', () => {
  test.each([
    ['{"a":{"b":[1,{"c":"x"},{"c":"y"}]}}', '$.a.b[*].c', '["x","y"]'],
    ['{"a":[{"b":1}]}', '$.a[*].b', '1'],
    ['{"a":[[1,2],[3]]}', '$.a[0][*]', '[1,2]'],
    ['[[1,2],[3]]', '$[*][*]', '[1,2,3]'],
    ['{"a b":{"c":"q\\"z"}}', "$['a b'].c", 'q"z'],
    ['{"a":null}', '$.a', undefined],
    ['{"a":1.50,"b":12345678901234567890}', '$', '{"a":1.5,"b":12345678901234567890}'],
    ['{"a":1} rest', '$.a', '1'],
    ['{"a":1', '$.a', undefined],
    ['{"a":1}', 'a', undefined],
    ['{"a":1}', '$..a', undefined],
  ])('%s at %s', (json, path, value) => {
    expect(jsonAtPath(json, path)).toBe(value);
  });
});

test('JSON that is read is written as it was', () => {
  const json = '{"a":[1,-2.5E10,true,null,"é\\n\\u001F"],"a":{}}';
  expect(writeJson(readJson(json) ?? { kind: 'null' })).toBe(json);
  for (const wrong of ['', '{a:1}', "{'a':1}", '[1,]', '01', 'nul', '"\n"', '[1 2]']) {
    expect(readJson(wrong), wrong).toBeUndefined();
  }
  expect(readJson('['.repeat(100_000))).toBeUndefined();
});

describe('values by a schema', () => {
  const int: DataType = { kind: 'scalar', name: 'int' };
  const struct = (type: DataType): DataType => ({ kind: 'struct', fields: [{ name: 'a', type }] });
  const read = (json: string, type: DataType): string | undefined => jsonBySchema(json, JSON.stringify(type));

  test('a value of another type makes its field null', () => {
    expect(read('{"a":"x"}', struct(int))).toBe('{"a":null}');
    expect(read('{"a":[1,"x"]}', struct({ kind: 'array', element: int }))).toBe('{"a":null}');
    expect(read('{"a":{"a":"x"}}', struct(struct(int)))).toBe('{"a":{"a":null}}');
    expect(read('[1,"x"]', { kind: 'array', element: int })).toBeUndefined();
  });

  test('what is no struct is one of nulls, and an empty text is nothing', () => {
    expect(read('5', struct(int))).toBe('{"a":null}');
    expect(read('x', struct(int))).toBe('{"a":null}');
    expect(read(' ', struct(int))).toBeUndefined();
    expect(read('{"a":1}', { kind: 'array', element: struct(int) })).toBe('[{"a":1}]');
  });

  test.each<[DataType, string, string]>([
    [{ kind: 'decimal', precision: 5, scale: 2 }, '1.005', '"1.01"'],
    [{ kind: 'decimal', precision: 3, scale: 2 }, '"12.5"', 'null'],
    [{ kind: 'scalar', name: 'string' }, '{"b":1.50}', '"{\\"b\\":1.5}"'],
    [{ kind: 'scalar', name: 'double' }, '"NaN"', '"NaN"'],
    [{ kind: 'scalar', name: 'double' }, '1e400', '"Infinity"'],
    [{ kind: 'scalar', name: 'date' }, '"2024-2-9"', '"2024-02-09"'],
    [{ kind: 'scalar', name: 'date' }, '"2024-02-30"', 'null'],
    [{ kind: 'scalar', name: 'timestamp' }, '"2024-02-29T10:11:12.5+02:00"', '"2024-02-29 08:11:12.5"'],
    [{ kind: 'scalar', name: 'timestamp' }, '5', '"1970-01-01 00:00:05"'],
    [{ kind: 'scalar', name: 'long' }, '9223372036854775808', 'null'],
    [{ kind: 'map', key: { kind: 'scalar', name: 'string' }, value: int }, '{"k":1}', '{"k":1}'],
  ])('%o of %s', (type, json, carried) => {
    expect(read(`{"a":${json}}`, struct(type))).toBe(`{"a":${carried}}`);
  });
});

test('a sample tells its schema', () => {
  const schema = (sample: string): string => schemaText(typeOfJson(sample) ?? { kind: 'unknown', text: '' });
  expect(schema('{"b":[1,2.5],"a b":null,"c":{},"d":[{"x":1},{"y":"z"}],"e":12345678901234567890}')).toBe(
    'STRUCT<`a b`: STRING, b: ARRAY<DOUBLE>, d: ARRAY<STRUCT<x: BIGINT, y: STRING>>, e: DECIMAL(20,0)>',
  );
  expect(schema('[1,"x"]')).toBe('ARRAY<STRING>');
});
