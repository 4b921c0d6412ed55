import { z } from 'zod';
import { policyPage } from './usageLabels';

/** When a policy is broken: the data has a label, or several, or any of several. */
export interface DenyExpression {
  readonly label?: string | undefined;
  readonly operator?: 'AND' | 'OR' | undefined;
  readonly operands?: readonly DenyExpression[] | undefined;
}

export const denyExpression: z.ZodType<DenyExpression> = z.lazy(() =>
  z.union([
    z.looseObject({ label: z.string() }),
    z.looseObject({ operator: z.enum(['AND', 'OR']), operands: z.array(denyExpression).min(1) }),
  ]),
);

export const policyStatus = z.enum(['DRAFT', 'ENABLED', 'DISABLED']);

/** What a client sends to have a policy made. */
export const newPolicy = z.looseObject({
  name: z.string().min(1),
  status: policyStatus.optional(),
  /** Addresses of marketing actions, or their ends: `core/dataScience`. */
  marketingActionRefs: z.array(z.string()).min(1),
  description: z.string().optional(),
  deny: denyExpression,
});

/** What must not be done with data that has certain labels. */
export const policy = newPolicy.extend({ id: z.string(), status: policyStatus });

export type Policy = z.infer<typeof policy>;

export const policyList = policyPage(policy);

/** The policies of Adobe's that an organization has enabled: none at first. */
export const enabledCorePolicies = z.looseObject({ policyIds: z.array(z.string()) });

/** How clients send them: with and without the object around. */
export const enabledCorePoliciesSent = z.union([
  enabledCorePolicies,
  z.array(z.string()).transform((policyIds) => ({ policyIds })),
]);
