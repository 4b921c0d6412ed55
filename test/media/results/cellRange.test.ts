import { expect, test } from 'vitest';
import { contains, extendRange, isSingleCell, rectangle } from '../../../media/results/cellRange';

const at = (row: number, column: number) => ({ row, column });
const range = { anchor: at(5, 3), focus: at(2, 4) };

test('a range drawn upwards is the same rectangle', () => {
  expect(rectangle(range)).toEqual({ start: at(2, 3), end: at(5, 4) });
  expect(contains(range, at(3, 3))).toBe(true);
  expect(contains(range, at(3, 5))).toBe(false);
  expect(isSingleCell(range)).toBe(false);
});

test.each([
  ['ArrowDown', at(3, 4)],
  ['ArrowRight', at(2, 5)],
  ['PageUp', at(0, 4)],
  ['PageDown', at(9, 4)],
  ['Home', at(2, 0)],
  ['End', at(2, 5)],
])('shift and %s move the end of the range within the grid', (key, focus) => {
  expect(extendRange(range, key, at(10, 6))).toEqual({ anchor: at(5, 3), focus });
});

test('other keys do not draw', () => {
  expect(extendRange(range, 'a', at(10, 6))).toBeUndefined();
});
