import { expect, test } from 'vitest';
import { LineIndex } from '../../server/base/lineIndex';

test('positions and offsets of all three line ends', () => {
  const index = new LineIndex('ab\ncd\r\ne\r😀');
  expect(index.lineCount).toBe(4);
  expect([0, 2, 3, 5, 7, 8, 9, 11].map((offset) => index.position(offset))).toEqual([
    { line: 0, character: 0 },
    { line: 0, character: 2 },
    { line: 1, character: 0 },
    { line: 1, character: 2 },
    { line: 2, character: 0 },
    { line: 2, character: 1 },
    { line: 3, character: 0 },
    { line: 3, character: 2 },
  ]);
  for (let offset = 0; offset <= index.text.length; offset++) {
    if (offset !== 6) expect(index.offset(index.position(offset))).toBe(offset);
  }
  expect([0, 1, 2, 3].map((line) => index.lineText(line))).toEqual(['ab', 'cd', 'e', '😀']);
});

test('what lies outside counts as the nearer end', () => {
  const index = new LineIndex('ab\nc');
  expect(index.position(-1)).toEqual({ line: 0, character: 0 });
  expect(index.position(99)).toEqual({ line: 1, character: 1 });
  expect(index.offset({ line: 0, character: 99 })).toBe(2);
  expect(index.offset({ line: 9, character: 0 })).toBe(4);
  expect(index.lineText(9)).toBe('');
});
