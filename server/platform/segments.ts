import { z } from 'zod';
import type { Platform } from './http';

const expression = z.looseObject({
  type: z.literal('PQL'),
  format: z.literal('pql/text'),
  /** A rule over fields of profiles: `_acme.propensity >= 0.2 and _acme.propensity <= 0.93`. */
  value: z.string().min(1),
});

/** What a client sends to have an audience defined. */
export const newSegment = z.looseObject({
  name: z.string().min(1),
  description: z.string().optional(),
  profileInstanceId: z.string().optional(),
  expression,
  schema: z.looseObject({ name: z.literal('_xdm.context.profile') }),
  payloadSchema: z.string().optional(),
  ttlInDays: z.number().int().positive().optional(),
});

export type NewSegment = z.input<typeof newSegment>;

const evaluation = z.looseObject({ enabled: z.boolean() });

export const segment = newSegment.extend({
  id: z.string(),
  evaluationInfo: z.looseObject({ batch: evaluation, continuous: evaluation, synchronous: evaluation }),
  lifecycleState: z.string(),
  /** Milliseconds since 1970, as the other times. */
  creationTime: z.number(),
  updateTime: z.number(),
});

export type Segment = z.infer<typeof segment>;

export const segmentList = z.looseObject({
  segments: z.array(segment),
  page: z.looseObject({
    totalCount: z.number(),
    totalPages: z.number(),
    sortField: z.string(),
    sort: z.string(),
    pageSize: z.number(),
    limit: z.number(),
  }),
});

/** A segment definition in the newer form, which lists audiences of other origins too. */
export const audience = segment.extend({ audienceId: z.string(), type: z.string(), originName: z.string() });

export type Audience = z.infer<typeof audience>;

export const audienceList = z.looseObject({
  children: z.array(audience),
  _page: z.looseObject({ totalCount: z.number(), pageSize: z.number(), next: z.string().optional() }),
});

/** Which definitions are asked for at once; plain ids are taken too. */
export const segmentsAsked = z.union([
  z.array(z.string()).min(1),
  z.looseObject({ ids: z.array(z.looseObject({ id: z.string() })).min(1) }),
]);

/** What a client sends to learn how many profiles a rule would find. */
export const newPreview = z.looseObject({
  predicateExpression: z.string().min(1),
  predicateType: z.literal('pql/text'),
  predicateModel: z.literal('_xdm.context.profile'),
});

export const newSegmentJob = z.array(z.looseObject({ segmentId: z.string() })).min(1);

export const segmentJobStatus = z.enum([
  'NEW',
  'QUEUED',
  'PROCESSING',
  'SUCCEEDED',
  'FAILED',
  'CANCELLING',
  'CANCELLED',
]);

/** The evaluation of audiences over all profiles. */
export const segmentJob = z.looseObject({
  id: z.string(),
  status: segmentJobStatus,
  segments: z.array(z.looseObject({ segmentId: z.string() })),
  metrics: z.looseObject({
    totalTime: z
      .looseObject({ startTimeInMs: z.number(), endTimeInMs: z.number(), totalTimeInMs: z.number() })
      .optional(),
    /** Profiles in each audience, by its id. */
    segmentedProfileCounter: z.record(z.string(), z.number()).optional(),
  }),
  errors: z.array(z.looseObject({ code: z.string(), msg: z.string() })).optional(),
  creationTime: z.number(),
  updateTime: z.number(),
});

export type SegmentJob = z.infer<typeof segmentJob>;

export const segmentJobList = z.looseObject({
  children: z.array(segmentJob),
  _page: z.looseObject({ totalCount: z.number(), pageSize: z.number() }),
});

/** A profile that was looked up by an identity, with the audiences that it is in. */
export const profileEntities = z.record(
  z.string(),
  z.looseObject({
    entityId: z.string(),
    entity: z.looseObject({
      segmentMembership: z.record(
        z.string(),
        z.record(z.string(), z.looseObject({ lastQualificationTime: z.string(), status: z.string() })),
      ),
    }),
  }),
);

const path = '/data/core/ups';

export async function createSegment(
  platform: Platform,
  body: NewSegment,
  signal?: AbortSignal,
): Promise<Segment> {
  return await platform.call(segment, { method: 'POST', path: `${path}/segment/definitions`, body, signal });
}

export async function startSegmentJob(
  platform: Platform,
  segmentIds: readonly string[],
  signal?: AbortSignal,
): Promise<SegmentJob> {
  const body = segmentIds.map((segmentId) => ({ segmentId }));
  return await platform.call(segmentJob, { method: 'POST', path: `${path}/segment/jobs`, body, signal });
}

export async function getSegmentJob(
  platform: Platform,
  id: string,
  signal?: AbortSignal,
): Promise<SegmentJob> {
  const at = `${path}/segment/jobs/${encodeURIComponent(id)}`;
  return await platform.call(segmentJob, { method: 'GET', path: at, signal });
}
