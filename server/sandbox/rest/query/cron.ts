/** When something is done again and again: five fields of cron, read in UTC. */
export interface CronTimes {
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  /** 0 is Sunday. */
  readonly weekdays: ReadonlySet<number>;
  /** With both given, either day counts, as in every cron. */
  readonly anyDay: boolean;
}

const weekdayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Reads `30 * * * *`, with lists, ranges, steps and names; answers `undefined` for what is none. */
export function parseCron(text: string): CronTimes | undefined {
  const fields = text.trim().split(/\s+/);
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = fields;
  const minutes = parseField(minute, { from: 0, to: 59 });
  const hours = parseField(hour, { from: 0, to: 23 });
  const days = parseField(day, { from: 1, to: 31 });
  const months = parseField(month, { from: 1, to: 12, names: monthNames });
  const weekdays = parseField(weekday, { from: 0, to: 7, names: weekdayNames });
  if (fields.length !== 5 || !minutes || !hours || !days || !months || !weekdays) return undefined;
  const sundays = new Set([...weekdays].map((each) => each % 7));
  const anyDay = !day.startsWith('*') && !weekday.startsWith('*');
  return { minutes, hours, days, months, weekdays: sundays, anyDay };
}

interface FieldRange {
  readonly from: number;
  readonly to: number;
  /** Of the values from `from` on. */
  readonly names?: readonly string[];
}

function parseField(text: string, range: FieldRange): ReadonlySet<number> | undefined {
  const values = new Set<number>();
  for (const part of text.toLowerCase().split(',')) {
    const found = /^(?:(\*)|([a-z0-9]+)(?:-([a-z0-9]+))?)(?:\/(\d{1,2}))?$/.exec(part);
    if (!found) return undefined;
    const [, all, first, last, step] = found;
    const from = all ? range.from : valueOf(first, range);
    const to = last !== undefined ? valueOf(last, range) : all || step !== undefined ? range.to : from;
    const stride = Number(step ?? 1);
    if (from === undefined || to === undefined || from > to || stride < 1) return undefined;
    for (let value = from; value <= to; value += stride) values.add(value);
  }
  return values;
}

function valueOf(text: string | undefined, { from, to, names = [] }: FieldRange): number | undefined {
  const named = names.indexOf(text ?? '');
  const value = named >= 0 ? named + from : /^\d+$/.test(text ?? '') ? Number(text) : Number.NaN;
  return value >= from && value <= to ? value : undefined;
}

const minute = 60_000;
/** Enough for a 29 February, whatever the weekday. */
const longestWait = 40 * 366;

/** The first time after `after`, both in milliseconds since 1970; `undefined` when it never comes. */
export function nextTime(times: CronTimes, after: number): number | undefined {
  const start = (Math.floor(after / minute) + 1) * minute;
  const date = new Date(start);
  for (let days = 0; days < longestWait; days++) {
    if (isDay(times, date)) {
      const found = timeInDay(times, date);
      if (found !== undefined) return found;
    }
    date.setUTCHours(24, 0, 0, 0);
  }
  return undefined;
}

function isDay({ months, days, weekdays, anyDay }: CronTimes, date: Date): boolean {
  if (!months.has(date.getUTCMonth() + 1)) return false;
  const byDay = days.has(date.getUTCDate());
  const byWeekday = weekdays.has(date.getUTCDay());
  return anyDay ? byDay || byWeekday : byDay && byWeekday;
}

/** The first time of the date's day from its time on. */
function timeInDay({ hours, minutes }: CronTimes, date: Date): number | undefined {
  const first = { hour: date.getUTCHours(), minute: date.getUTCMinutes() };
  for (let hour = first.hour; hour < 24; hour++) {
    if (!hours.has(hour)) continue;
    for (let at = hour === first.hour ? first.minute : 0; at < 60; at++) {
      if (minutes.has(at))
        return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), hour, at);
    }
  }
  return undefined;
}
