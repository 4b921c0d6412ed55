import { expect, test } from 'vitest';
import { formatBytes } from '../../server/protocol/formatBytes';
import { formatCount } from '../../server/protocol/formatCount';
import { formatDuration } from '../../server/protocol/formatDuration';

test.each([
  [0, '0 rows'],
  [1, '1 row'],
  [1000, '1,000 rows'],
  [1234567, '1,234,567 rows'],
])('a count of %d reads %s', (count, text) => {
  expect(formatCount(count, 'row')).toBe(text);
});

test.each([
  [0, '0 ms'],
  [239.6, '240 ms'],
  [3210, '3.2 s'],
  [59_949, '59.9 s'],
  [59_990, '1 min 00 s'],
  [65_000, '1 min 05 s'],
  [7_380_000, '2 h 03 min'],
])('a duration of %d ms reads %s', (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text);
});

test.each([
  [0, '0 bytes'],
  [812, '812 bytes'],
  [999_999, '1.0 MB'],
  [3_240_000, '3.2 MB'],
  [5e15, '5000.0 TB'],
])('a size of %d reads %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
