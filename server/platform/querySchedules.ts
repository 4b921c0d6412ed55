import { z } from 'zod';
import type { Platform } from './http';
import { newQuery } from './queries';
import { eachListed, queryMessage, queryPageFields } from './queryPage';

/** When a query is run again and again. */
export const queryTimes = z.looseObject({
  /** Five fields of cron, in UTC. */
  schedule: z.string(),
  /** ISO 8601. */
  startDate: z.string().optional(),
  endDate: z.string().optional(),
  maxActiveRuns: z.number().int().positive().optional(),
});

export const newSchedule = z.looseObject({ query: newQuery, schedule: queryTimes });

export type NewSchedule = z.input<typeof newSchedule>;

export const querySchedule = z.looseObject({
  id: z.string(),
  /** `REGISTERING`, `ENABLED` or `DISABLED`. */
  state: z.string(),
  query: newQuery,
  schedule: queryTimes,
  /** Milliseconds since 1970, as text. */
  created: z.string(),
  updated: z.string(),
  userId: z.string().optional(),
  version: z.number().optional(),
});

export type QuerySchedule = z.infer<typeof querySchedule>;

export const scheduleList = z.looseObject({ schedules: z.array(querySchedule), ...queryPageFields });

/** One run of a schedule. */
export const scheduleRun = z.looseObject({
  id: z.string(),
  /** `IN_PROGRESS`, `SUCCESS` or `FAILED`, in either case of letters. */
  state: z.string(),
  /** `true` for a run that a client asked for. */
  externalTrigger: z.string().optional(),
  created: z.string(),
});

export type ScheduleRun = z.infer<typeof scheduleRun>;

export const scheduleRunList = z.looseObject({ runsSchedules: z.array(scheduleRun), ...queryPageFields });

/** A run with what its steps did. */
export const scheduleRunDetail = scheduleRun.extend({
  scheduleId: z.string(),
  taskStatusList: z.array(
    z.looseObject({
      taskId: z.string(),
      state: z.string(),
      message: z.string().optional(),
      startDate: z.string().optional(),
      endDate: z.string().optional(),
      /** Seconds. */
      duration: z.number().optional(),
    }),
  ),
});

/** A list of operations, also within `body`. */
export const scheduleOperations = z.array(
  z.looseObject({ op: z.literal('replace'), path: z.string(), value: z.string() }),
);

const path = '/data/foundation/query/schedules';

export async function createSchedule(
  platform: Platform,
  body: NewSchedule,
  signal?: AbortSignal,
): Promise<QuerySchedule> {
  return await platform.call(querySchedule, { method: 'POST', path, body, signal });
}

export async function getSchedule(
  platform: Platform,
  id: string,
  signal?: AbortSignal,
): Promise<QuerySchedule> {
  const at = `${path}/${encodeURIComponent(id)}`;
  return await platform.call(querySchedule, { method: 'GET', path: at, signal });
}

/** Enables or disables a schedule. */
export async function setScheduleState(
  platform: Platform,
  id: string,
  value: 'enable' | 'disable',
  signal?: AbortSignal,
): Promise<void> {
  const body = { body: [{ op: 'replace', path: '/state', value }] };
  const at = `${path}/${encodeURIComponent(id)}`;
  await platform.call(queryMessage, { method: 'PATCH', path: at, body, signal });
}

/** Has a schedule run now. */
export async function triggerSchedule(platform: Platform, id: string, signal?: AbortSignal): Promise<void> {
  const at = `${path}/${encodeURIComponent(id)}/runs`;
  await platform.call(queryMessage, { method: 'POST', path: at, signal });
}

/** The runs of a schedule, the latest first, as they are asked for. */
export function eachScheduleRun(platform: Platform, id: string, signal?: AbortSignal) {
  const itemsOf = ({ runsSchedules, _links }: z.infer<typeof scheduleRunList>) => ({
    items: runsSchedules,
    next: _links?.next?.href,
  });
  const call = { path: `/schedules/${encodeURIComponent(id)}/runs`, signal };
  return eachListed(platform, scheduleRunList, itemsOf, call);
}
