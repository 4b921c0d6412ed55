import { dayNames, monthNames } from './dateNames';
import { javaPattern, type PatternPart } from './javaPattern';

/** A time of the zone UTC in its parts. */
interface TimeParts {
  readonly date: Date;
  readonly year: number;
  readonly nanos: string;
}

/** The text of a time, in microseconds since 1970, by one of Java's patterns. */
export function formatTime(micros: bigint, pattern: string): string {
  const withinSecond = ((micros % 1_000_000n) + 1_000_000n) % 1_000_000n;
  const date = new Date(Number((micros - withinSecond) / 1000n));
  const time = { date, year: date.getUTCFullYear(), nanos: `${String(withinSecond).padStart(6, '0')}000` };
  return textOf(javaPattern(pattern), time);
}

function textOf(parts: readonly PatternPart[], time: TimeParts): string {
  return parts.map((part) => partText(part, time)).join('');
}

function partText(part: PatternPart, time: TimeParts): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'optional':
      return textOf(part.parts, time);
    case 'field':
      return fieldText(part.letter, part.count, time);
  }
}

function fieldText(letter: string, count: number, time: TimeParts): string {
  const { date } = time;
  const number = (value: number): string => String(value).padStart(count, '0');
  const hour = date.getUTCHours();
  switch (letter) {
    case 'G':
      return eraText(count, time.year);
    case 'y':
      return yearText(count, time.year);
    case 'D':
      return number(dayOfYear(date));
    case 'M':
    case 'L':
      return monthText(count, date.getUTCMonth());
    case 'd':
      return number(date.getUTCDate());
    case 'Q':
    case 'q':
      return quarterText(count, Math.floor(date.getUTCMonth() / 3) + 1);
    case 'E': {
      const name = dayNames[(date.getUTCDay() + 6) % 7] as string;
      return count === 4 ? name : name.slice(0, 3);
    }
    case 'F':
      return number(((date.getUTCDate() - 1) % 7) + 1);
    case 'a':
      return hour < 12 ? 'AM' : 'PM';
    case 'h':
      return number(hour % 12 === 0 ? 12 : hour % 12);
    case 'H':
      return number(hour);
    case 'k':
      return number(hour === 0 ? 24 : hour);
    case 'K':
      return number(hour % 12);
    case 'm':
      return number(date.getUTCMinutes());
    case 's':
      return number(date.getUTCSeconds());
    case 'S':
      return time.nanos.slice(0, count);
    default:
      return zoneText(letter, count);
  }
}

function eraText(count: number, year: number): string {
  const isAfter = year > 0;
  if (count === 4) return isAfter ? 'Anno Domini' : 'Before Christ';
  return isAfter ? 'AD' : 'BC';
}

/** The year of the era: the year 0 is the first one before. */
function yearText(count: number, year: number): string {
  const ofEra = year > 0 ? year : 1 - year;
  if (count === 2) return String(ofEra % 100).padStart(2, '0');
  const digits = String(ofEra).padStart(count, '0');
  return count >= 4 && digits.length > count ? `+${digits}` : digits;
}

function monthText(count: number, month: number): string {
  const name = monthNames[month] as string;
  if (count > 2) return count === 3 ? name.slice(0, 3) : name;
  return String(month + 1).padStart(count, '0');
}

function quarterText(count: number, quarter: number): string {
  if (count < 3) return String(quarter).padStart(count, '0');
  return count === 3 ? `Q${quarter}` : `${['1st', '2nd', '3rd', '4th'][quarter - 1] as string} quarter`;
}

/** The session's zone is UTC. */
function zoneText(letter: string, count: number): string {
  switch (letter) {
    case 'V':
      return 'UTC';
    case 'z':
      return count === 4 ? 'Coordinated Universal Time' : 'UTC';
    case 'O':
      return 'GMT';
    case 'X':
      return 'Z';
    case 'x':
      return count === 1 ? '+00' : count % 2 === 0 ? '+0000' : '+00:00';
    default:
      return count < 4 ? '+0000' : count === 4 ? 'GMT' : 'Z';
  }
}

function dayOfYear(date: Date): number {
  const start = new Date(date);
  start.setUTCMonth(0, 1);
  return Math.round((date.getTime() - start.getTime()) / 86_400_000) + 1;
}
