import { z } from 'zod';
import type { Platform } from './http';
import { xdmProperty } from './xdm';

/** What a client sends to have a query of the accelerated store answered at once: `sql` or `templateId`. */
export const newAcceleratedQuery = z.looseObject({
  /** `sandbox:database:schema`. */
  dbName: z.string(),
  sql: z.string().optional(),
  templateId: z.string().optional(),
  name: z.string().nullish(),
  description: z.string().nullish(),
});

export type NewAcceleratedQuery = z.input<typeof newAcceleratedQuery>;

export const acceleratedResult = z.looseObject({
  queryId: z.string(),
  resultsMeta: z.looseObject({
    _adhoc: z.looseObject({ properties: z.record(z.string(), xdmProperty) }),
  }),
  results: z.array(z.record(z.string(), z.unknown())),
});

export type AcceleratedResult = z.infer<typeof acceleratedResult>;

export async function runAccelerated(
  platform: Platform,
  body: NewAcceleratedQuery,
  signal?: AbortSignal,
): Promise<AcceleratedResult> {
  const path = '/data/foundation/query/accelerated-queries';
  return await platform.call(acceleratedResult, { method: 'POST', path, body, signal });
}
