import type { StoredFlow } from '../../flow/storedFlow';

const unitMilliseconds: Readonly<Record<string, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
};

/**
 * When a flow runs next, in milliseconds since 1970: at its start, and then after each interval. `last` is when it
 * ran last by its times. A time that was missed is made up for once.
 */
export function nextFlowTime(
  { state, scheduleParams }: Pick<StoredFlow, 'state' | 'scheduleParams'>,
  last: number | undefined,
): number | undefined {
  if (state !== 'enabled' || scheduleParams?.startTime === undefined) return undefined;
  const start = Number(scheduleParams.startTime) * 1000;
  if (!Number.isFinite(start)) return undefined;
  const at = last === undefined ? start : following(start, last, intervalOf(scheduleParams));
  const end = scheduleParams.endTime === undefined ? Infinity : Number(scheduleParams.endTime) * 1000;
  return at !== undefined && at <= end ? at : undefined;
}

function following(start: number, last: number, interval: number): number | undefined {
  if (interval === 0) return undefined;
  return start + (Math.floor(Math.max(0, last - start) / interval) + 1) * interval;
}

/** 0 for a flow that runs once. */
function intervalOf({ interval, timeUnit, frequency }: NonNullable<StoredFlow['scheduleParams']>): number {
  const unit = unitMilliseconds[(timeUnit ?? frequency ?? '').toLowerCase()] ?? 0;
  const count = Number(interval ?? 0);
  return Number.isFinite(count) && count > 0 ? count * unit : 0;
}
