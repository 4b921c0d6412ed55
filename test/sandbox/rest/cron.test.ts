import { expect, test } from 'vitest';
import { nextTime, parseCron, type CronTimes } from '../../../server/sandbox/rest/query/cron';

function next(cron: string, after: string): string | undefined {
  const time = nextTime(parseCron(cron) as CronTimes, Date.parse(after));
  return time === undefined ? undefined : new Date(time).toISOString().slice(0, 16);
}

test.each([
  ['30 * * * *', '2026-11-24T10:15:00Z', '2026-11-24T10:30'],
  ['30 * * * *', '2026-11-24T10:30:00Z', '2026-11-24T11:30'],
  ['* * * * *', '2026-11-24T10:15:30Z', '2026-11-24T10:16'],
  ['0 0 * * *', '2026-12-31T10:00:00Z', '2027-01-01T00:00'],
  ['*/15 8-9 * * *', '2026-11-24T09:46:00Z', '2026-11-25T08:00'],
  ['0 12 * * mon', '2026-11-24T10:00:00Z', '2026-11-30T12:00'],
  ['0 12 * * 7', '2026-11-24T10:00:00Z', '2026-11-29T12:00'],
  ['0 0 1 jan,jul *', '2026-11-24T10:00:00Z', '2027-01-01T00:00'],
  ['0 0 13 * fri', '2026-11-24T10:00:00Z', '2026-11-27T00:00'],
  ['0 0 29 2 *', '2026-11-24T10:00:00Z', '2028-02-29T00:00'],
  ['5/20 * * * *', '2026-11-24T10:00:00Z', '2026-11-24T10:05'],
  ['0 0 31 2 *', '2026-11-24T10:00:00Z', undefined],
])('%s after %s is %s', (cron, after, time) => {
  expect(next(cron, after)).toBe(time);
});

test.each([
  '',
  '* * * *',
  '* * * * * *',
  '60 * * * *',
  '* 24 * * *',
  '* * 0 * *',
  '5-1 * * * *',
  '*/0 * * * *',
  'x * * * *',
  '@daily',
])('"%s" is no schedule', (cron) => {
  expect(parseCron(cron)).toBeUndefined();
});
