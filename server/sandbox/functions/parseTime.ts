import { monthNames } from './dateNames';
import { javaPattern, type PatternPart } from './javaPattern';
import { timeOfFields, type TimeFields } from './timeOfFields';

type Field = Extract<PatternPart, { readonly kind: 'field' }>;

/** How far a text is read, and what in it. */
interface Progress {
  readonly at: number;
  readonly fields: TimeFields;
}

/**
 * The microseconds since 1970 that a text stands for by one of Java's patterns; `undefined` when it is no such text.
 * Throws where Spark does: for a text that earlier versions of it would have read.
 */
export function parseTime(text: string, pattern: string): bigint | undefined {
  const parts = javaPattern(pattern);
  if (parts.some((part) => part.kind === 'field' && /[EFQqVzO]/.test(part.letter)))
    throw new Error(`Fail to recognize '${pattern}' pattern in the DateTimeFormatter`);
  const read = readParts(text, parts, { at: 0, fields: new Map() }, strictly);
  const time = read?.at === text.length ? timeOfFields(read.fields) : undefined;
  if (time !== undefined) return time;
  const earlier = readParts(text, parts, { at: 0, fields: new Map() }, leniently);
  if (earlier && timeOfFields(earlier.fields) !== undefined)
    throw new Error(`Fail to parse '${text}' by the new parser: Spark before version 3.0 reads it`);
  return undefined;
}

/** Reads one field; `next` are the parts behind it. */
type ReadField = (
  text: string,
  field: Field,
  next: readonly PatternPart[],
  progress: Progress,
) => Progress | undefined;

function readParts(
  text: string,
  parts: readonly PatternPart[],
  start: Progress,
  readField: ReadField,
): Progress | undefined {
  let progress: Progress | undefined = start;
  parts.forEach((part, index) => {
    if (progress) progress = readPart(text, part, parts.slice(index + 1), progress, readField);
  });
  return progress;
}

function readPart(
  text: string,
  part: PatternPart,
  next: readonly PatternPart[],
  progress: Progress,
  readField: ReadField,
): Progress | undefined {
  switch (part.kind) {
    case 'text': {
      const end = progress.at + part.text.length;
      const found = text.slice(progress.at, end);
      return found.toLowerCase() === part.text.toLowerCase() ? { ...progress, at: end } : undefined;
    }
    case 'optional':
      return readParts(text, part.parts, progress, readField) ?? progress;
    case 'field':
      return readField(text, part, next, progress);
  }
}

/** As many digits as the letters of the field say; one letter takes any number of them. */
function strictly(
  text: string,
  field: Field,
  next: readonly PatternPart[],
  progress: Progress,
): Progress | undefined {
  const { letter, count } = field;
  const special = readWord(text, field, progress);
  if (special !== notAWord) return special;
  const isYear = letter === 'y' && count !== 2;
  const isOpen = count === 1 || isYear;
  const sign = isYear && count >= 4 && text[progress.at] === '+' ? 1 : 0;
  const start = progress.at + sign;
  const run = digitsAt(text, start).length;
  const fraction = letter === 'S' ? Math.min(run, count) : undefined;
  const length = fraction ?? (isOpen ? Math.min(19, run - reservedFor(next)) : count);
  if (length < (letter === 'S' ? 1 : count) || length > run) return undefined;
  if (isYear && count >= 4 && length > count !== (sign === 1)) return undefined;
  return withDigits(progress, field, text.slice(start, start + length), start + length);
}

/** Any number of digits, as many as there are letters where another number follows; blanks before them. */
function leniently(
  text: string,
  field: Field,
  next: readonly PatternPart[],
  progress: Progress,
): Progress | undefined {
  const special = readWord(text, field, progress);
  if (special !== notAWord) return special;
  const blanks = (/^\s*/.exec(text.slice(progress.at)) as RegExpExecArray)[0].length;
  const start = progress.at + blanks;
  const run = digitsAt(text, start);
  const digits = next[0]?.kind === 'field' ? run.slice(0, field.count) : run;
  if (digits === '' || (field.letter === 'S' && Number(digits) > 999)) return undefined;
  return withDigits(progress, field, digits, start + digits.length);
}

function digitsAt(text: string, start: number): string {
  return (/^\d*/.exec(text.slice(start)) as RegExpExecArray)[0];
}

/** The digits that the numbers of fixed width right behind need. */
function reservedFor(next: readonly PatternPart[]): number {
  let width = 0;
  for (const part of next) {
    if (part.kind !== 'field' || part.count !== 2 || !/[MLdhHkKmsy]/.test(part.letter)) return width;
    width += part.count;
  }
  return width;
}

function withDigits(progress: Progress, { letter, count }: Field, digits: string, at: number): Progress {
  const value =
    letter === 'S'
      ? Number(digits.padEnd(6, '0').slice(0, 6))
      : letter === 'y' && count === 2 && digits.length === 2
        ? 2000 + Number(digits)
        : Number(digits);
  return { at, fields: new Map([...progress.fields, [letter === 'L' ? 'M' : letter, value]]) };
}

const notAWord = Symbol('not a word');

/** A field that is no number: the name of a month, AM or PM, an era, the distance of a zone from UTC. */
function readWord(
  text: string,
  { letter, count }: Field,
  progress: Progress,
): Progress | undefined | typeof notAWord {
  const rest = text.slice(progress.at);
  const read = (value: number, length: number): Progress => ({
    at: progress.at + length,
    fields: new Map([...progress.fields, [letter === 'L' ? 'M' : letter, value]]),
  });
  const oneOf = (words: readonly string[]): Progress | undefined => {
    const index = words.findIndex((word) => rest.toLowerCase().startsWith(word.toLowerCase()));
    return index < 0 ? undefined : read(index, (words[index] as string).length);
  };
  switch (letter) {
    case 'M':
    case 'L': {
      if (count < 3) return notAWord;
      const month = oneOf(count === 4 ? monthNames : monthNames.map((name) => name.slice(0, 3)));
      return (
        month && { ...month, fields: new Map([...month.fields, ['M', (month.fields.get('M') ?? 0) + 1]]) }
      );
    }
    case 'a':
      return oneOf(['AM', 'PM']);
    case 'G':
      return oneOf(count === 4 ? ['Before Christ', 'Anno Domini'] : ['BC', 'AD']);
    case 'X':
    case 'x':
    case 'Z': {
      const [whole, sign, hours = '', minutes = '0'] = /^(?:Z|([+-])(\d\d):?(\d\d)?)/.exec(rest) ?? [];
      if (whole === undefined || (whole === 'Z' && letter !== 'X')) return undefined;
      const distance = Number(hours) * 60 + Number(minutes);
      return read(sign === '-' ? -distance : distance, whole.length);
    }
    default:
      return notAWord;
  }
}
