import { z } from 'zod';
import { createdInFlow, flowList, specReference, type CreatedInFlow } from './flowConnections';
import type { Platform } from './http';
import { eachItem } from './paging';

const numberOrText = z.union([z.number(), z.string()]);

/** When a flow runs. An export says `timeUnit`, an import `frequency`. */
export const flowTimes = z.looseObject({
  /** Seconds since 1970. */
  startTime: numberOrText.optional(),
  endTime: numberOrText.optional(),
  /** 0 for once. */
  interval: numberOrText.optional(),
  timeUnit: z.string().optional(),
  frequency: z.string().optional(),
  exportMode: z.enum(['FIRST_FULL_THEN_INCREMENTAL', 'DAILY_FULL_EXPORT']).optional(),
  foldernameTemplate: z.string().optional(),
});

export const newFlow = z.looseObject({
  name: z.string(),
  description: z.string().optional(),
  flowSpec: specReference,
  sourceConnectionIds: z.array(z.string()).length(1),
  targetConnectionIds: z.array(z.string()).length(1),
  transformations: z
    .array(z.looseObject({ name: z.string(), params: z.looseObject({ mappingId: z.string().optional() }) }))
    .optional(),
  scheduleParams: flowTimes.optional(),
});

export type NewFlow = z.input<typeof newFlow>;

export const flow = newFlow.extend({
  id: z.string(),
  etag: z.string(),
  /** `enabled` or `disabled`. */
  state: z.string(),
});

export type Flow = z.infer<typeof flow>;

/** One run of a flow; what is not yet known of it is missing. */
export const flowRun = z.looseObject({
  id: z.string(),
  flowId: z.string(),
  etag: z.string().optional(),
  metrics: z.looseObject({
    /** Milliseconds since 1970. */
    durationSummary: z.looseObject({
      startedAtUTC: z.number().optional(),
      completedAtUTC: z.number().optional(),
    }),
    sizeSummary: z
      .looseObject({ inputBytes: z.number().optional(), outputBytes: z.number().optional() })
      .optional(),
    recordSummary: z
      .looseObject({
        inputRecordCount: z.number().optional(),
        outputRecordCount: z.number().optional(),
        failedRecordCount: z.number().optional(),
      })
      .optional(),
    fileSummary: z
      .looseObject({ inputFileCount: z.number().optional(), outputFileCount: z.number().optional() })
      .optional(),
    statusSummary: z.looseObject({
      /** `inProgress`, `success`, `partialSuccess` or `failed`. */
      status: z.string(),
      errors: z
        .array(z.looseObject({ code: z.string().optional(), message: z.string().optional() }))
        .optional(),
    }),
  }),
});

export type FlowRun = z.infer<typeof flowRun>;

/** What is to be exported at once. */
export const adhocRun = z.looseObject({
  activationInfo: z.looseObject({
    destinations: z.array(
      z.looseObject({ flowId: z.string(), datasets: z.array(z.looseObject({ id: z.string() })).min(1) }),
    ),
  }),
});

export const startedAdhocRun = z.looseObject({
  destinations: z.array(
    z.looseObject({
      datasets: z.array(z.looseObject({ id: z.string(), statusURL: z.string(), flowId: z.string() })),
    }),
  ),
});

const root = '/data/foundation/flowservice';

export async function createFlow(
  platform: Platform,
  body: NewFlow,
  signal?: AbortSignal,
): Promise<CreatedInFlow> {
  return await platform.call(createdInFlow, { method: 'POST', path: `${root}/flows`, body, signal });
}

export async function getFlow(
  platform: Platform,
  id: string,
  signal?: AbortSignal,
): Promise<Flow | undefined> {
  const path = `${root}/flows/${encodeURIComponent(id)}`;
  return (await platform.call(flowList(flow), { method: 'GET', path, signal })).items[0];
}

export async function setFlowState(
  platform: Platform,
  id: string,
  op: 'enable' | 'disable',
  signal?: AbortSignal,
): Promise<void> {
  const path = `${root}/flows/${encodeURIComponent(id)}/action`;
  await platform.send({ method: 'POST', path, query: { op }, signal });
}

export async function getFlowRun(
  platform: Platform,
  id: string,
  signal?: AbortSignal,
): Promise<FlowRun | undefined> {
  const path = `${root}/runs/${encodeURIComponent(id)}`;
  return (await platform.call(flowList(flowRun), { method: 'GET', path, signal })).items[0];
}

/** The runs of a flow, the latest first, as they are asked for. */
export function eachFlowRun(platform: Platform, flowId: string, signal?: AbortSignal) {
  return eachItem<FlowRun, string>(async (continuationToken) => {
    const query = { property: `flowId==${flowId}`, limit: 50, continuationToken };
    const call = { method: 'GET', path: `${root}/runs`, query, signal } as const;
    const { items, _links } = await platform.call(flowList(flowRun), call);
    const next = new URL(_links?.next?.href ?? '', 'https://platform.adobe.io').searchParams;
    return { items, next: next.get('continuationToken') ?? undefined };
  });
}

/** Exports a data set of a flow at once; answers the id of the run. */
export async function exportNow(
  platform: Platform,
  what: { readonly flowId: string; readonly datasetId: string },
  signal?: AbortSignal,
): Promise<string> {
  const { destinations } = await platform.call(startedAdhocRun, {
    method: 'POST',
    path: '/data/core/activation/disflowprovider/adhocrun',
    headers: { Accept: 'application/vnd.adobe.adhoc.dataset.activation+json; version=1' },
    body: { activationInfo: { destinations: [{ flowId: what.flowId, datasets: [{ id: what.datasetId }] }] } },
    signal,
  });
  const address = destinations[0]?.datasets[0]?.statusURL ?? '';
  return address.slice(address.lastIndexOf('/') + 1);
}
