/** Numerics are written in digits of base 10,000, ... */
const digitWidth = 4;
/** ... after four numbers: digits, weight of the first one, sign, decimals to show. */
const headerSize = 8;
const negative = 0x4000;
const notFinite = 0xc000;

/** A decimal number such as `-12.50` in PostgreSQL's binary form; `scale` is the number of decimals to show. */
export function numericBytes(text: string, scale: number): Buffer {
  const isNegative = text.startsWith('-');
  const [whole = '', fraction = ''] = text.replace(/^[+-]/, '').split('.');
  const wholeDigits = cut(whole.padStart(upTo(whole.length), '0'));
  const digits = [...wholeDigits, ...cut(fraction.padEnd(upTo(fraction.length), '0'))];
  let weight = wholeDigits.length - 1;
  while (digits[0] === 0) {
    digits.shift();
    weight--;
  }
  while (digits.at(-1) === 0) digits.pop();
  const bytes = Buffer.alloc(headerSize + 2 * digits.length);
  bytes.writeInt16BE(digits.length, 0);
  bytes.writeInt16BE(digits.length === 0 ? 0 : weight, 2);
  bytes.writeUInt16BE(isNegative && digits.length > 0 ? negative : 0, 4);
  bytes.writeInt16BE(scale, 6);
  digits.forEach((digit, index) => bytes.writeInt16BE(digit, headerSize + 2 * index));
  return bytes;
}

/** Reads what `numericBytes` writes; answers `undefined` for bytes that are no numeric. */
export function numericText(bytes: Buffer): string | undefined {
  if (bytes.length < headerSize) return undefined;
  const count = bytes.readInt16BE(0);
  const weight = bytes.readInt16BE(2);
  const sign = bytes.readUInt16BE(4);
  const scale = bytes.readInt16BE(6);
  if (sign === notFinite) return 'NaN';
  if (count < 0 || scale < 0 || Math.abs(weight) > 1000 || bytes.length !== headerSize + 2 * count)
    return undefined;
  const digit = (index: number): string =>
    String(index >= 0 && index < count ? bytes.readInt16BE(headerSize + 2 * index) : 0).padStart(
      digitWidth,
      '0',
    );
  const range = (from: number, to: number): string =>
    Array.from({ length: Math.max(0, to - from) }, (_, index) => digit(from + index)).join('');
  const whole = range(0, weight + 1).replace(/^0+/, '') || '0';
  const decimals = range(weight + 1, weight + 1 + Math.ceil(scale / digitWidth)).slice(0, scale);
  return `${sign === negative ? '-' : ''}${whole}${decimals && `.${decimals}`}`;
}

function cut(text: string): number[] {
  return (text.match(/\d{4}/g) ?? []).map(Number);
}

/** The next multiple of the width. */
function upTo(length: number): number {
  return Math.ceil(length / digitWidth) * digitWidth;
}
