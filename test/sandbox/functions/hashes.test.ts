import { expect, test } from 'vitest';
import { bytesOfInteger } from '../../../server/sandbox/functions/bytesOfInteger';
import { crc32 } from '../../../server/sandbox/functions/crc32';
import { murmur3 } from '../../../server/sandbox/functions/murmur3';
import { xxhash64 } from '../../../server/sandbox/functions/xxhash64';

test('Murmur3 has the values of Spark', () => {
  expect(murmur3.int(1, 42)).toBe(-559580957);
  expect(murmur3.bytes(Buffer.from(''), 42)).toBe(142593372);
  expect(murmur3.bytes(Buffer.from('abc'), 42)).toBe(1322437556);
});

test('XXH64 has the values of Spark', () => {
  expect(xxhash64.bytes(Buffer.from(''), 42n)).toBe(-7444071767201028348n);
  expect(xxhash64.bytes(Buffer.from('abc'), 42n)).toBe(1423657621850124518n);
});

test('CRC-32 has its check value', () => {
  expect(crc32(Buffer.from('123456789'))).toBe(0xcbf43926);
});

test('a whole number has the fewest bytes that keep its sign', () => {
  expect(
    [0n, 127n, 128n, -128n, -129n].map((value) => Buffer.from(bytesOfInteger(value)).toString('hex')),
  ).toEqual(['00', '7f', '0080', '80', 'ff7f']);
});
