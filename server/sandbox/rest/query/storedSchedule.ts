import { z } from 'zod';
import { newQuery } from '../../../platform/queries';
import { queryTimes } from '../../../platform/querySchedules';
import type { DocumentKind } from '../../store/documents';

const scheduleBody = z.object({
  query: newQuery,
  schedule: queryTimes,
  state: z.enum(['ENABLED', 'DISABLED']),
  clientId: z.string(),
  updatedBy: z.string(),
});

export type StoredSchedule = z.infer<typeof scheduleBody>;

/** Queries that are run again and again. */
export const storedSchedule: DocumentKind<StoredSchedule> = { name: 'querySchedule', body: scheduleBody };

const runBody = z.object({
  scheduleId: z.string(),
  /** Absent when the query could not be accepted. */
  queryId: z.string().optional(),
  state: z.enum(['IN_PROGRESS', 'SUCCESS', 'FAILED']),
  message: z.string(),
  external: z.boolean(),
  /** Milliseconds since 1970. */
  ended: z.number().optional(),
});

export type StoredRun = z.infer<typeof runBody>;

/** Runs of schedules; their ids are those of the schedule and of the run, with a space between. */
export const storedRun: DocumentKind<StoredRun> = { name: 'queryScheduleRun', body: runBody };
