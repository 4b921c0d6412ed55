import type { ExactNumber } from './exactNumber';
import { split } from './exactNumber';

/** A pattern of `to_char` and `to_number`, such as `S$9,999.00`. */
interface NumberPattern {
  readonly inBrackets: boolean;
  readonly signBefore: Sign | undefined;
  readonly signBehind: Sign | undefined;
  readonly hasDollar: boolean;
  /** Runs of digits, separated by commas. */
  readonly groups: readonly string[];
  readonly hasPoint: boolean;
  readonly places: number;
}

/** Always there, or only for negative numbers. */
type Sign = 'S' | 'MI';

const form = /^(MI|S)?(\$)?([09]+(?:[,G][09]+)*)?([.D])?([09]+)?(MI|S|PR)?$/;

/** Throws for a pattern that Spark does not know. */
function readPattern(pattern: string): NumberPattern {
  const [, before, dollar, whole = '', point, fraction = '', behind] = form.exec(pattern) ?? [];
  const isTwice = before !== undefined && before === behind;
  if (isTwice || (whole === '' && fraction === '')) {
    throw new Error(`The format '${pattern}' of a number is not valid`);
  }
  return {
    inBrackets: behind === 'PR',
    signBefore: before as Sign | undefined,
    signBehind: behind === 'PR' ? undefined : (behind as Sign | undefined),
    hasDollar: dollar !== undefined,
    groups: whole === '' ? [] : whole.split(/[,G]/),
    hasPoint: point !== undefined,
    places: fraction.length,
  };
}

/** The text of a number: digits that are not needed are spaces, and a number that does not fit is all `#`. */
export function toChar(number: ExactNumber, text: string): string {
  const pattern = readPattern(text);
  const { isNegative } = { isNegative: number.isNegative && number.digits !== 0n };
  let out = pattern.inBrackets && isNegative ? '<' : '';
  if (pattern.signBefore) out = withSign(out, pattern.signBefore, isNegative);
  if (pattern.hasDollar) out += '$';
  const [whole, fraction] = digitsFor(number, pattern);
  out = withGroups(out, pattern.groups, whole);
  if (pattern.hasPoint) out = `${out.endsWith(' ') ? `${out.slice(0, -1)}0` : out}.${fraction}`;
  if (pattern.signBehind) out = withSign(withoutLonePoint(out), pattern.signBehind, isNegative);
  if (pattern.inBrackets)
    out = isNegative ? before(withoutLonePoint(out), '>') : `${withoutLonePoint(out)}  `;
  out = withoutLonePoint(out);
  return /^[+-]?$/.test(out) ? '0' : out;
}

/** Digits for every place of the pattern, with spaces before them. */
function digitsFor(
  { digits, scale }: ExactNumber,
  { groups, places }: NumberPattern,
): readonly [string, string] {
  const [allWhole, allFraction] = split(digits, scale);
  const whole = allWhole.replace(/^0+/, '');
  const fraction = allFraction.replace(/0+$/, '');
  const room = groups.join('').length;
  if (whole.length > room || fraction.length > places) return ['#'.repeat(room), '#'.repeat(places)];
  return [whole.padStart(room), fraction.padEnd(places, '0')];
}

function withGroups(start: string, groups: readonly string[], whole: string): string {
  let out = start;
  let at = 0;
  groups.forEach((group, index) => {
    if (index > 0) out = /\d$/.test(out) ? `${out},` : withSpace(out);
    for (let place = 0; place < group.length; place++) {
      const digit = whole.charAt(at++);
      if (digit !== ' ') out += digit;
      else out = group.startsWith('0') ? `${out}0` : withSpace(out);
    }
  });
  return out;
}

/** A sign stands directly before the digits. */
function withSpace(out: string): string {
  return out.replace(/[+\-<]*$/, (signs) => ` ${signs}`);
}

function withSign(out: string, sign: Sign, isNegative: boolean): string {
  if (sign === 'MI' && !isNegative) return `${out} `;
  return before(out, isNegative ? '-' : '+');
}

/** Puts the mark before the spaces at the end. */
function before(out: string, mark: string): string {
  return out.replace(/ *$/, (spaces) => mark + spaces);
}

function withoutLonePoint(out: string): string {
  return out.replace(/\.(?=$| )/, ' ');
}

/** The number that a text is by a pattern, in digits; `undefined` where it does not fit. */
export function toNumber(text: string, format: string): string | undefined {
  const pattern = readPattern(format);
  const sign = { S: '([+-]?)', MI: '(-?)' };
  const parts = new RegExp(
    `^(<?)${pattern.signBefore ? sign[pattern.signBefore] : '()'}${pattern.hasDollar ? '\\$' : ''}` +
      `([\\d,\\s]*)${pattern.hasPoint ? '(?:\\.([\\d\\s]*))?' : '()'}` +
      `${pattern.signBehind ? sign[pattern.signBehind] : '()'}(>?)$`,
  ).exec(text);
  if (!parts) return undefined;
  const [, open, before, whole = '', fraction = '', behind, close] = parts;
  const groups = whole.replace(/\s/g, '').split(',');
  const places = fraction.replace(/\s/g, '');
  if ((open === '<') !== (close === '>') || (open === '<' && !pattern.inBrackets)) return undefined;
  if (!fits(groups, pattern.groups) || places.length > pattern.places) return undefined;
  const digits = `${groups.join('')}.${places}`;
  if (digits === '.') return undefined;
  const isNegative = [before, behind, open].filter((mark) => mark === '-' || mark === '<').length % 2 === 1;
  return (isNegative ? '-' : '') + digits;
}

/** Groups are matched from the right: `0` asks for so many digits, `9` for so many at most. */
function fits(groups: readonly string[], expected: readonly string[]): boolean {
  if (groups.length > expected.length && !(groups.length === 1 && groups[0] === '')) return false;
  return expected.every((form, at) => {
    const group = groups[groups.length - expected.length + at] ?? '';
    return form.startsWith('0') ? group.length === form.length : group.length <= form.length;
  });
}
