import { expect, test } from 'vitest';
import type { StoredFlow } from '../../../server/sandbox/flow/storedFlow';
import { nextFlowTime } from '../../../server/sandbox/rest/flow/flowTimes';

const start = 1_000_000;
const hour = 3_600;

type Times = NonNullable<StoredFlow['scheduleParams']>;

function next(
  scheduleParams: Times,
  last?: number,
  state: 'enabled' | 'disabled' = 'enabled',
): number | undefined {
  const at = nextFlowTime({ state, scheduleParams }, last === undefined ? undefined : last * 1000);
  return at === undefined ? undefined : at / 1000;
}

test.each<[string, Times, number | undefined, number | undefined]>([
  ['first at its start', { startTime: start, interval: 3, timeUnit: 'hour' }, undefined, start],
  [
    'then after each interval',
    { startTime: start, interval: 3, timeUnit: 'hour' },
    start + 5,
    start + 3 * hour,
  ],
  [
    'once for times that were missed',
    { startTime: start, interval: 1, timeUnit: 'hour' },
    start + 7.5 * hour,
    start + 8 * hour,
  ],
  [
    'with texts for numbers',
    { startTime: String(start), interval: '15', frequency: 'minute' },
    start,
    start + 900,
  ],
  ['once', { startTime: start, interval: 0, timeUnit: 'day' }, start, undefined],
  ['once without an interval', { startTime: start }, start, undefined],
  [
    'not after its end',
    { startTime: start, endTime: start + hour, interval: 3, timeUnit: 'hour' },
    start,
    undefined,
  ],
  ['not without a start', { interval: 3, timeUnit: 'hour' }, undefined, undefined],
])('a flow runs %s', (_, scheduleParams, last, expected) => {
  expect(next(scheduleParams, last)).toBe(expected);
});

test('a disabled flow does not run', () => {
  expect(next({ startTime: start }, undefined, 'disabled')).toBeUndefined();
});
