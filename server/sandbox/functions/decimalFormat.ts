import { type ExactNumber, exactNumber, grouped, ofDouble, rounded, split } from './exactNumber';
import { unsupportedError } from '../translate/functions/userError';
import type { TypedValue } from './valueKind';

/** A pattern of Java's DecimalFormat. */
interface DecimalPattern {
  readonly positive: Affixes;
  readonly negative: Affixes;
  /** 0 for no groups. */
  readonly groupSize: number;
  readonly wholeDigits: number;
  readonly leastPlaces: number;
  readonly mostPlaces: number;
  /** 100 for per cent. */
  readonly factor: number;
}

interface Affixes {
  readonly before: string;
  readonly behind: string;
}

/** `places` digits behind the point and groups of three; nothing for fewer than none. */
export function formatPlaces(value: TypedValue, places: number): string | undefined {
  if (places < 0) return undefined;
  return formatNumber(value, `#,##0${places > 0 ? `.${'0'.repeat(places)}` : ''}`);
}

/** A number by a pattern such as `#,##0.00`. Halves go to the even digit. */
export function formatNumber(value: TypedValue, pattern: string): string {
  const read = patternOf(pattern);
  const number = multiplied(exactNumber(value), read.factor, value);
  if (typeof number === 'number' && Number.isNaN(number)) return 'NaN';
  const isNegative = typeof number === 'number' ? number < 0 : number.isNegative;
  const { before, behind } = isNegative ? read.negative : read.positive;
  return before + (typeof number === 'number' ? '∞' : digitsOf(number, read)) + behind;
}

/** A double is multiplied as one. */
function multiplied(
  number: ExactNumber | number,
  factor: number,
  { value }: TypedValue,
): ExactNumber | number {
  if (factor === 1 || typeof number === 'number') return number;
  return typeof value === 'number'
    ? ofDouble(value * factor)
    : { ...number, digits: number.digits * BigInt(factor) };
}

function digitsOf(number: ExactNumber, pattern: DecimalPattern): string {
  const [allWhole, allFraction] = split(rounded(number, pattern.mostPlaces, 'even'), pattern.mostPlaces);
  const extra = new RegExp(`0{0,${pattern.mostPlaces - pattern.leastPlaces}}$`);
  const fraction = allFraction.replace(extra, '');
  const digits = allWhole.replace(/^0+/, '').padStart(pattern.wholeDigits, '0');
  const whole = digits === '' && fraction === '' ? '0' : digits;
  return (pattern.groupSize > 0 ? grouped(whole, pattern.groupSize) : whole) + (fraction && `.${fraction}`);
}

const patterns = new Map<string, DecimalPattern>();

function patternOf(text: string): DecimalPattern {
  const known = patterns.get(text);
  if (known) return known;
  const read = readPattern(text);
  if (patterns.size > 100) patterns.clear();
  patterns.set(text, read);
  return read;
}

function readPattern(text: string): DecimalPattern {
  const literal = String.raw`((?:'[^']*'|[^#0,.;'E¤])*)`;
  const number = String.raw`([#,]*[0,]*)(\.0*#*)?`;
  const form = new RegExp(`^${literal}${number}${literal}(?:;${literal}${number}${literal})?$`);
  const parts = form.exec(text === '' ? '#,##0' : text);
  if (!parts || /^,|,$/.test(parts[2] ?? '')) throw new Error(`${unsupportedError}the number format ${text}`);
  const [, before = '', whole = '', point = '', behind = '', negativeBefore, , , negativeBehind = ''] = parts;
  const positive = { before: unquoted(before), behind: unquoted(behind) };
  const negative =
    negativeBefore === undefined
      ? { ...positive, before: `-${positive.before}` }
      : { before: unquoted(negativeBefore), behind: unquoted(negativeBehind) };
  return { positive, negative, ...digitCounts(whole, point), factor: factorOf(before + behind) };
}

function digitCounts(
  whole: string,
  point: string,
): Pick<DecimalPattern, 'groupSize' | 'wholeDigits' | 'leastPlaces' | 'mostPlaces'> {
  const count = (part: string, digit: string): number => part.split(digit).length - 1;
  const groupSize = whole.includes(',') ? whole.length - whole.lastIndexOf(',') - 1 : 0;
  const mostPlaces = Math.max(point.length - 1, 0);
  // A pattern without a zero has one before the point, or behind it when nothing is before.
  const hasZero = whole.includes('0') || point.includes('0');
  if (!hasZero && point !== '') {
    const isBare = whole === '';
    return { groupSize, wholeDigits: isBare ? 0 : 1, leastPlaces: isBare ? 1 : 0, mostPlaces };
  }
  return { groupSize, wholeDigits: count(whole, '0'), leastPlaces: count(point, '0'), mostPlaces };
}

function factorOf(affixes: string): number {
  return /%/.test(affixes) ? 100 : /‰/.test(affixes) ? 1000 : 1;
}

function unquoted(literal: string): string {
  return literal.replace(/'([^']*)'/g, (_, inner: string) => inner || "'");
}
