import type { Hasher } from './hashedValue';

const prime1 = 0x9e3779b185ebca87n;
const prime2 = 0xc2b2ae3d27d4eb4fn;
const prime3 = 0x165667b19e3779f9n;
const prime4 = 0x85ebca77c2b2ae63n;
const prime5 = 0x27d4eb2f165667c5n;

/** XXH64, as Spark's `xxhash64` uses it: the hash of one value is the seed of the next. */
export const xxhash64: Hasher<bigint> = {
  int: (value, seed) => finished(mixedInt(word(seed + prime5 + 4n), BigInt(value >>> 0))),
  long: (value, seed) => finished(mixedLong(word(seed + prime5 + 8n), word(value))),
  bytes: (value, seed) => {
    const view = new DataView(value.buffer, value.byteOffset, value.byteLength);
    const striped = value.length - (value.length % 32);
    let hash = value.length >= 32 ? stripes(view, striped, seed) : word(seed + prime5);
    hash = word(hash + BigInt(value.length));
    let at = striped;
    for (; at + 8 <= value.length; at += 8) hash = mixedLong(hash, view.getBigUint64(at, true));
    for (; at + 4 <= value.length; at += 4) hash = mixedInt(hash, BigInt(view.getUint32(at, true)));
    for (; at < value.length; at++) {
      hash = word(rotated(hash ^ word(BigInt(view.getUint8(at)) * prime5), 11n) * prime1);
    }
    return finished(hash);
  },
};

/** Four lanes of eight bytes each. */
function stripes(view: DataView, length: number, seed: bigint): bigint {
  const lanes = [seed + prime1 + prime2, seed + prime2, seed, seed - prime1].map(word);
  for (let at = 0; at < length; at += 8) {
    const lane = (at / 8) % 4;
    lanes[lane] = round(lanes[lane] as bigint, view.getBigUint64(at, true));
  }
  const [first, second, third, fourth] = lanes as [bigint, bigint, bigint, bigint];
  const hash = rotated(first, 1n) + rotated(second, 7n) + rotated(third, 12n) + rotated(fourth, 18n);
  return lanes.reduce((all, lane) => word((all ^ round(0n, lane)) * prime1 + prime4), word(hash));
}

function round(lane: bigint, input: bigint): bigint {
  return word(rotated(word(lane + input * prime2), 31n) * prime1);
}

function mixedInt(hash: bigint, input: bigint): bigint {
  return word(rotated(hash ^ word(input * prime1), 23n) * prime2 + prime3);
}

function mixedLong(hash: bigint, input: bigint): bigint {
  return word(rotated(hash ^ round(0n, input), 27n) * prime1 + prime4);
}

function finished(hash: bigint): bigint {
  let bits = word((hash ^ (hash >> 33n)) * prime2);
  bits = word((bits ^ (bits >> 29n)) * prime3);
  return BigInt.asIntN(64, bits ^ (bits >> 32n));
}

function rotated(bits: bigint, by: bigint): bigint {
  return word((bits << by) | (bits >> (64n - by)));
}

function word(bits: bigint): bigint {
  return BigInt.asUintN(64, bits);
}
