import type { Random } from './random';

const hour = 3_600_000;
const day = 24 * hour;

/** How much more, or less, happens at some times than at others; 1 is usual, and nothing is above `most`. */
export interface Season {
  readonly months: readonly number[];
  /** From Sunday on. */
  readonly weekdays: readonly number[];
  /** In UTC. */
  readonly hours: readonly number[];
}

/** Draws a time in a span of `length` milliseconds from `start` on; the answer counts from `start`. */
export function drawTime(random: Random, season: Season, start: number, length: number): number {
  const most = Math.max(...season.months) * Math.max(...season.weekdays) * Math.max(...season.hours);
  for (;;) {
    const at = Math.floor(random.uniform() * length);
    if (random.uniform() * most < weightAt(season, start + at)) return at;
  }
}

export function weightAt({ months, weekdays, hours }: Season, time: number): number {
  const dayNumber = Math.floor(time / day);
  const month = months[monthOf(dayNumber)] ?? 1;
  // 1 January 1970 was a Thursday.
  const weekday = weekdays[(dayNumber + 4) % 7] ?? 1;
  return month * weekday * (hours[Math.floor((time % day) / hour)] ?? 1);
}

const monthOfDay = new Map<number, number>();

function monthOf(dayNumber: number): number {
  const known = monthOfDay.get(dayNumber);
  if (known !== undefined) return known;
  const month = new Date(dayNumber * day).getUTCMonth();
  monthOfDay.set(dayNumber, month);
  return month;
}
