import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonComplaint } from '../../../server/sandbox/rest/jsonComplaint';

test('a key twice in one object is told, whatever stands between', () => {
  expect(jsonComplaint('{"a":1,"b":{"a":2},"a" \n: 3}')).toBe('The body has the key "a" twice in one object');
  expect(jsonComplaint('[{"x":{"\\u0061":1,"a":2}}]')).toBe('The body has the key "a" twice in one object');
  expect(jsonComplaint('{"a":[{"b":1},{"b":2}],"b":"a","c":["a","a"]}')).toBeUndefined();
  expect(jsonComplaint(`{"${'k'.repeat(100)}":1,"${'k'.repeat(100)}":2}`)).toContain('kkk...');
});

test('200 levels are taken, and no more', () => {
  expect(jsonComplaint('['.repeat(200) + ']'.repeat(200))).toBeUndefined();
  expect(jsonComplaint('['.repeat(201))).toBe('The body is nested too deeply');
  expect(jsonComplaint(JSON.stringify('['.repeat(1000)))).toBeUndefined();
});

test('what JSON.stringify writes is never complained about, and any text comes to an end', () => {
  fc.assert(fc.property(fc.json({ maxDepth: 6 }), (json) => jsonComplaint(json) === undefined));
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', '\\', ':', ',', 'a') }),
      (text) => {
        jsonComplaint(text);
      },
    ),
  );
});
