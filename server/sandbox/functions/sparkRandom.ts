import { murmur3 } from './murmur3';

/** Random numbers between 0 and 1, and normally distributed ones: those that Spark makes from the same seed. */
export interface SparkRandom {
  readonly uniform: () => number;
  readonly normal: () => number;
}

export function sparkRandom(seed: bigint): SparkRandom {
  let state = scattered(BigInt.asIntN(64, seed));
  const bits = (count: bigint): bigint => {
    state ^= BigInt.asIntN(64, state << 21n);
    state ^= BigInt.asUintN(64, state) >> 35n;
    state = BigInt.asIntN(64, state ^ (state << 4n));
    return BigInt.asUintN(Number(count), state);
  };
  const uniform = (): number => Number((bits(26n) << 27n) + bits(27n)) * 2 ** -53;
  return { uniform, normal: polar(uniform) };
}

/** A seed of few bits becomes one of many. */
function scattered(seed: bigint): bigint {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(seed);
  const low = murmur3.bytes(bytes, 0x3c074a61);
  const high = murmur3.bytes(bytes, low);
  return (BigInt(high) << 32n) | BigInt(low >>> 0);
}

/** Normally distributed numbers come in pairs: a point in the circle gives two. */
function polar(uniform: () => number): () => number {
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      spare = y * scale;
      return x * scale;
    }
  };
}
