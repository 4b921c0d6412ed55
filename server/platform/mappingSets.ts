import { z } from 'zod';
import type { Platform } from './http';

/** Where a column of a file goes; `sourceType` `EXPRESSION` computes it instead. */
export const fieldMapping = z.looseObject({
  sourceType: z.string().optional(),
  source: z.string().min(1),
  destination: z.string().min(1),
});

/** What a client sends to have a mapping set made. */
export const newMappingSet = z.looseObject({
  version: z.number().optional(),
  xdmSchema: z.string(),
  xdmVersion: z.string().optional(),
  mappings: z.array(fieldMapping).min(1),
});

export type NewMappingSet = z.input<typeof newMappingSet>;

export const mappingSet = newMappingSet.extend({ id: z.string() });

export type MappingSet = z.infer<typeof mappingSet>;

export async function createMappingSet(
  platform: Platform,
  body: NewMappingSet,
  signal?: AbortSignal,
): Promise<MappingSet> {
  const path = '/data/foundation/conversion/mappingSets';
  return await platform.call(mappingSet, { method: 'POST', path, body, signal });
}
