import type { Hasher } from './hashedValue';

/** Murmur3 with 32 bits, as Spark's `hash` uses it: what is left behind the last four bytes is mixed byte by byte. */
export const murmur3: Hasher<number> = {
  int: (value, seed) => finished(mixed(seed, value), 4),
  long: (value, seed) => {
    const low = Number(BigInt.asIntN(32, value));
    const high = Number(BigInt.asIntN(32, value >> 32n));
    return finished(mixed(mixed(seed, low), high), 8);
  },
  bytes: (value, seed) => {
    const view = new DataView(value.buffer, value.byteOffset, value.byteLength);
    const aligned = value.length - (value.length % 4);
    let hash = seed;
    for (let at = 0; at < aligned; at += 4) hash = mixed(hash, view.getInt32(at, true));
    for (let at = aligned; at < value.length; at++) hash = mixed(hash, view.getInt8(at));
    return finished(hash, value.length);
  },
};

function mixed(hash: number, word: number): number {
  const scrambled = Math.imul(rotated(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593);
  return (Math.imul(rotated(hash ^ scrambled, 13), 5) + 0xe6546b64) | 0;
}

function finished(hash: number, length: number): number {
  let bits = hash ^ length;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

function rotated(bits: number, by: number): number {
  return (bits << by) | (bits >>> (32 - by));
}
