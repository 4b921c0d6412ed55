import { z } from 'zod';
import type { Platform } from './http';

/** A data usage label, such as C9. */
export const usageLabel = z.looseObject({
  name: z.string(),
  /** `Contract`, `Identity`, `Sensitive`, or the organization's own. */
  category: z.string().optional(),
  friendlyName: z.string().optional(),
  description: z.string().optional(),
});

export type UsageLabel = z.infer<typeof usageLabel>;

/** What all lists of the Policy Service look like. */
export function policyPage<T extends z.ZodType>(child: T) {
  return z.looseObject({ children: z.array(child), _page: z.looseObject({ count: z.number().optional() }) });
}

export const usageLabelList = policyPage(usageLabel);

/** The labels that Adobe defines, or those of the organization. */
export async function listUsageLabels(
  platform: Platform,
  kind: 'core' | 'custom',
  signal?: AbortSignal,
): Promise<readonly UsageLabel[]> {
  const path = `/data/foundation/dulepolicy/labels/${kind}`;
  return (await platform.call(usageLabelList, { method: 'GET', path, query: { limit: 100 }, signal }))
    .children;
}
