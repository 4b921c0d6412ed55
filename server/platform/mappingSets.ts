import { z } from 'zod';
import type { Platform } from './http';

/** Where a column of a file goes; `sourceType` `EXPRESSION` computes it instead. */
export const fieldMapping = z.looseObject({
  sourceType: z.string().optional(),
  source: z.string().min(1),
  destination: z.string().min(1),
});

export type FieldMapping = z.infer<typeof fieldMapping>;

/** What a client sends to have a mapping set made: with the schema in one form or the other. */
export const newMappingSet = z.looseObject({
  name: z.string().optional(),
  version: z.number().optional(),
  xdmSchema: z.string().optional(),
  xdmVersion: z.string().optional(),
  outputSchema: z.looseObject({ schemaRef: z.looseObject({ id: z.string() }) }).optional(),
  mappings: z.array(fieldMapping).min(1),
});

export type NewMappingSet = z.input<typeof newMappingSet>;

export const keptMapping = fieldMapping.extend({ id: z.string(), version: z.number() });

export const mappingSet = newMappingSet.extend({ id: z.string(), mappings: z.array(keptMapping) });

export const mappingSetList = z.looseObject({ data: z.array(mappingSet) });

export type MappingSet = z.infer<typeof mappingSet>;

export async function createMappingSet(
  platform: Platform,
  body: NewMappingSet,
  signal?: AbortSignal,
): Promise<MappingSet> {
  const path = '/data/foundation/conversion/mappingSets';
  return await platform.call(mappingSet, { method: 'POST', path, body, signal });
}
