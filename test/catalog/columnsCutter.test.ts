import { expect, test } from 'vitest';
import { ColumnsCutter, type CutColumns } from '../../server/catalog/columnsCutter';

/** Cuts a text that comes in pieces of a size. */
function cut(text: string, size: number) {
  const cutter = new ColumnsCutter();
  const bytes = new TextEncoder().encode(text);
  const lists: CutColumns[] = [];
  for (let at = 0; at < bytes.length; at += size) lists.push(...cutter.feed(bytes.subarray(at, at + size)));
  const columns = lists.map((each) => [each.dataset, new TextDecoder().decode(each.bytes)]);
  return { outline: cutter.outline(), columns, places: lists.map(({ place }) => place), cutter };
}

const text = `{"version": 1, "note": {"columns": [1], "datasets": [{"columns": [2]}]},
"datasets": [
  {"table": "a \\"columns\\": [", "columns": [{"name": "é]", "type": {"struct": [{"columns": []}]}}], "more": [[]]},
  {"columns":
    [], "table": "b"},
  {"table": "c"},
  {"table": "d", "columns": [3]}
], "columns": [4]}`;

test.each([1, 2, 7, 64, 10_000])('in pieces of %i bytes: the columns are cut, all else stays', (size) => {
  const { outline, columns, places } = cut(text, size);
  expect(columns).toEqual([
    [0, '[{"name": "é]", "type": {"struct": [{"columns": []}]}}]'],
    [1, '[]'],
    [3, '[3]'],
  ]);
  expect(outline).toBe(
    text.replace('[{"name": "é]", "type": {"struct": [{"columns": []}]}}]', '[]').replace('[3]', '[]'),
  );
  expect(places).toEqual([
    { line: 2, character: 43 },
    { line: 4, character: 4 },
    { line: 6, character: 28 },
  ]);
});

test.each([1, 10_000])('in pieces of %i bytes: the place of what stands behind columns', (size) => {
  const { outline, cutter } = cut(text, size);
  expect(cutter.placeOf(outline.indexOf('"version"'))).toEqual({ line: 0, character: 1 });
  expect(cutter.placeOf(outline.indexOf('"b"'))).toEqual({ line: 4, character: 17 });
  expect(cutter.placeOf(outline.indexOf('[4]'))).toEqual({ line: 7, character: 14 });
});

test.each([
  '',
  '{',
  '[',
  '{"datasets": [{"columns": [{"a": "',
  '{"datasets": [1, [2], {"columns": 3}]}',
  ']]]}}',
])('what is no snapshot stays whole: %s', (broken) => {
  for (const size of [1, 100]) expect(cut(broken, size)).toMatchObject({ outline: broken, columns: [] });
});
