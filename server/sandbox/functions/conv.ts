const all64Bits = 2n ** 64n - 1n;

/**
 * A number's text in another base, by way of 64 bits without sign: a larger number is the largest, and whatever is no
 * digit ends it. Where `to` is negative the bits have a sign.
 */
export function conv(number: string, from: number, to: number): string | undefined {
  const base = Math.abs(to);
  const digits = number.replace(/^ +| +$/g, '');
  if (from < 2 || from > 36 || base < 2 || base > 36 || digits === '') return undefined;
  const isNegative = digits.startsWith('-');
  const bits = bitsOf(isNegative ? digits.slice(1) : digits, from);
  return (to > 0 ? unsigned(bits, isNegative) : signed(bits, isNegative))(base).toUpperCase();
}

type Shown = (base: number) => string;

function unsigned(bits: bigint, isNegative: boolean): Shown {
  const shown = !isNegative ? bits : BigInt.asIntN(64, bits) < 0n ? all64Bits : BigInt.asUintN(64, -bits);
  return (base) => shown.toString(base);
}

function signed(bits: bigint, isNegative: boolean): Shown {
  const value = BigInt.asIntN(64, bits);
  const magnitude = value < 0n ? -value : value;
  return (base) => `${isNegative || value < 0n ? '-' : ''}${magnitude.toString(base)}`;
}

function bitsOf(digits: string, base: number): bigint {
  let bits = 0n;
  for (const digit of digits) {
    const worth = /[0-9a-z]/i.test(digit) ? Number.parseInt(digit, 36) : base;
    if (worth >= base) break;
    bits = bits * BigInt(base) + BigInt(worth);
    if (bits > all64Bits) return all64Bits;
  }
  return bits;
}
