import { z } from 'zod';
import type { Platform } from './http';

/** What the Schema Registry says of the organization. */
export const registryStats = z.looseObject({
  imsOrg: z.string(),
  /** Without the underscore that it has in field names and ids. */
  tenantId: z.string(),
  counts: z.record(z.string(), z.number()).optional(),
});

export type RegistryStats = z.infer<typeof registryStats>;

export async function getRegistryStats(platform: Platform, signal?: AbortSignal): Promise<RegistryStats> {
  return await platform.call(registryStats, {
    method: 'GET',
    path: '/data/foundation/schemaregistry/stats',
    headers: { Accept: 'application/vnd.adobe.xed+json' },
    signal,
  });
}
