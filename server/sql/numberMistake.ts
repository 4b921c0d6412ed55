/** The whole numbers that a suffix stands for: how many there are below zero, which is one more than above. */
const ranges: ReadonlyMap<string, readonly [type: string, lowest: bigint]> = new Map([
  ['Y', ['tinyint', 1n << 7n]],
  ['S', ['smallint', 1n << 15n]],
  ['L', ['bigint', 1n << 63n]],
]);

const mostDigits = 38;

/** Why a number is outside the range of its type; its sign stands before it as a token of its own. */
export function numberMistake(word: string, isNegative: boolean): string | undefined {
  if (word.length < 3) return undefined;
  const suffix = word.slice(-1).toUpperCase();
  const range = ranges.get(suffix);
  if (range) {
    const [type, lowest] = range;
    const value = BigInt(word.slice(0, -1).replace(/\D.*/, ''));
    const isInside = value < lowest || (isNegative && value === lowest);
    return isInside ? undefined : `${word} is outside ${type}, which ends at ${lowest - 1n}`;
  }
  if (/^[\d.]+(BD)?$/i.test(word)) {
    const digits = word.replace(/\D/g, '').replace(/^0+/, '').length;
    return digits > mostDigits ? `${word} has more than ${mostDigits} digits` : undefined;
  }
  if (suffix === 'D' && word.slice(-2, -1).toUpperCase() === 'B') return undefined;
  const value = suffix === 'F' ? Math.fround(Number(word.slice(0, -1))) : Number(word.replace(/D$/i, ''));
  return value === Infinity ? `${word} is too large for a number` : undefined;
}
