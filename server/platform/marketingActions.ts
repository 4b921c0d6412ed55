import { z } from 'zod';
import type { Platform } from './http';
import { policy } from './policies';
import { policyPage } from './usageLabels';

/** Something that can be done with data, such as `dataScience` or `exportToThirdParty`. */
export const marketingAction = z.looseObject({ name: z.string(), description: z.string().optional() });

export type MarketingAction = z.infer<typeof marketingAction>;

export const marketingActionList = policyPage(marketingAction);

/** Data that something is to be done with; without fields, all of the data set. */
export const evaluatedEntity = z.looseObject({
  entityType: z.string(),
  entityId: z.string(),
  /** Paths such as `/properties/_acme/properties/user_id`. */
  entityMeta: z.looseObject({ fields: z.array(z.string()).optional() }).optional(),
});

export type EvaluatedEntity = z.input<typeof evaluatedEntity>;

const labelled = z.looseObject({ labels: z.array(z.string()) });

/** Whether a marketing action may be done, and what stands against it. */
export const policyEvaluation = z.looseObject({
  /** Milliseconds since 1970. */
  timestamp: z.number(),
  marketingActionRef: z.string(),
  duleLabels: z.array(z.string()),
  discoveredLabels: z
    .array(
      z.looseObject({
        entityType: z.string(),
        entityId: z.string(),
        dataSetLabels: z.looseObject({
          connection: labelled,
          dataSet: labelled,
          fields: z.array(labelled.extend({ path: z.string() })),
        }),
      }),
    )
    .optional(),
  violatedPolicies: z.array(policy),
});

export type PolicyEvaluation = z.infer<typeof policyEvaluation>;

/** Several questions at once; `evalRef` is the address at which each could be asked alone. */
export const bulkEvaluated = z
  .array(
    z.looseObject({
      evalRef: z.string(),
      includeDraft: z.boolean().optional(),
      labels: z.array(z.string()).optional(),
      entityList: z.array(evaluatedEntity).optional(),
    }),
  )
  .min(1)
  .max(100);

export const bulkEvaluation = z.array(
  z.looseObject({ status: z.number(), evalRef: z.string(), body: z.looseObject({}) }),
);

/** Asks which enabled policies a marketing action on data sets would break; none when it is allowed. */
export async function evaluateDatasets(
  platform: Platform,
  action: { readonly kind: 'core' | 'custom'; readonly name: string },
  entities: readonly EvaluatedEntity[],
  options: { readonly includeDraft?: boolean; readonly signal?: AbortSignal } = {},
): Promise<PolicyEvaluation> {
  const name = encodeURIComponent(action.name);
  return await platform.call(policyEvaluation, {
    method: 'POST',
    path: `/data/foundation/dulepolicy/marketingActions/${action.kind}/${name}/constraints`,
    query: { includeDraft: options.includeDraft },
    body: entities,
    signal: options.signal,
  });
}
