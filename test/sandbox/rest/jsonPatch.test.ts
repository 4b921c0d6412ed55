import { expect, test } from 'vitest';
import { applyJsonPatch, jsonPatch, type JsonPatch } from '../../../server/sandbox/rest/jsonPatch';

const document = { title: 'A', list: [1, 2], inner: { 'a/b': { c: 1 } } };

function apply(...patch: JsonPatch): unknown {
  return applyJsonPatch(document, patch);
}

test.each<[string, JsonPatch[number], unknown]>([
  ['adds a member', { op: 'add', path: '/new', value: [3] }, { ...document, new: [3] }],
  ['replaces a member', { op: 'replace', path: '/title', value: 'B' }, { ...document, title: 'B' }],
  ['appends to a list', { op: 'add', path: '/list/-', value: 3 }, { ...document, list: [1, 2, 3] }],
  ['inserts into a list', { op: 'add', path: '/list/0', value: 0 }, { ...document, list: [0, 1, 2] }],
  ['replaces in a list', { op: 'replace', path: '/list/0', value: 9 }, { ...document, list: [9, 2] }],
  ['removes from a list', { op: 'remove', path: '/list/0' }, { ...document, list: [2] }],
  ['unescapes', { op: 'remove', path: '/inner/a~1b/c' }, { ...document, inner: { 'a/b': {} } }],
  ['copies', { op: 'copy', from: '/list', path: '/inner' }, { ...document, inner: [1, 2] }],
  ['moves', { op: 'move', from: '/list/1', path: '/title' }, { title: 2, list: [1], inner: document.inner }],
  ['tests', { op: 'test', path: '/list/0', value: 1 }, document],
])('%s', (_, operation, result) => {
  expect(apply(operation)).toEqual(result);
  expect(document.list).toEqual([1, 2]);
});

test.each<JsonPatch[number]>([
  { op: 'remove', path: '/nothing' },
  { op: 'replace', path: '/nothing', value: 1 },
  { op: 'add', path: '/nothing/x', value: 1 },
  { op: 'add', path: '/list/3', value: 1 },
  { op: 'remove', path: '/list/-' },
  { op: 'remove', path: '/list/01' },
  { op: 'add', path: 'title', value: 1 },
  { op: 'test', path: '/title', value: 'B' },
  { op: 'remove', path: '/toString' },
])('$op $path is refused', (operation) => {
  expect(() => apply(operation)).toThrow(/Bad request/);
});

test('no key reaches what all objects share', () => {
  const patched = apply({ op: 'add', path: '/__proto__', value: { polluted: true } });
  expect(Object.keys(patched as object)).toContain('__proto__');
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(() => apply({ op: 'add', path: '/constructor/prototype/x', value: 1 })).toThrow(/Bad request/);
});

test('operations are named in any case', () => {
  expect(jsonPatch.parse([{ op: 'Replace', path: '/a', value: 1 }])).toMatchObject([{ op: 'replace' }]);
});
