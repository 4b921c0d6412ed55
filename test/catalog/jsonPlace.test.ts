import { expect, test } from 'vitest';
import { jsonFault, offsetInJson } from '../../server/catalog/jsonPlace';

test.each([
  ['{"a": [1, -2.5e3, "x\\u00e9\\n", true, null, {}]}', undefined],
  [' [ ] ', undefined],
  ['', { offset: 0, expected: 'a value' }],
  ['{"a" 1}', { offset: 5, expected: ':' }],
  ['{"a": 1 "b": 2}', { offset: 8, expected: ', or }' }],
  ['[1, 2', { offset: 5, expected: ', or ]' }],
  ['[1,]', { offset: 3, expected: 'a value' }],
  ['{a: 1}', { offset: 1, expected: 'a key in double quotes' }],
  ['"never closed', { offset: 0, expected: 'a value' }],
  ['1 2', { offset: 2, expected: 'the end of the text' }],
])('%s', (text, fault) => {
  expect(jsonFault(text)).toEqual(fault);
  const parses = () => JSON.parse(text) as unknown;
  if (fault) expect(parses).toThrow();
  else expect(parses).not.toThrow();
});

test('the offset of a value, or of the last one on the way to it', () => {
  const text = '{"b": 0, "a": [{}, {"c": 7}]}';
  expect(offsetInJson(text, ['a', 1, 'c'])).toBe(text.indexOf('7'));
  expect(offsetInJson(text, ['a', 1, 'd'])).toBe(text.indexOf('{"c"'));
  expect(offsetInJson(text, [])).toBe(0);
});
