import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { keptMapping, type FieldMapping, type MappingSet } from '../../../platform/mappingSets';
import type { Document, DocumentKind } from '../../store/documents';

/** A mapping without an id was kept before mappings had one. */
const body = z.object({
  name: z.string().optional(),
  version: z.number().optional(),
  xdmSchema: z.string(),
  mappings: z.array(keptMapping.partial({ id: true, version: true })),
});

export type StoredMappingSet = z.infer<typeof body>;

/** Where the columns of imported files go. */
export const storedMappingSet: DocumentKind<StoredMappingSet> = { name: 'mappingSet', body };

/** A mapping as it is kept: under an id of its own. */
export function withId(mapping: FieldMapping): StoredMappingSet['mappings'][number] {
  return { ...mapping, id: newMappingId(), version: 0 };
}

export function newMappingId(): string {
  return randomUUID().replaceAll('-', '');
}

/** A mapping set as Data Prep tells it, with its schema in both forms. */
export function mappingSetView({ id, body: set, created, updated }: Document<StoredMappingSet>): MappingSet {
  const schemaRef = { id: set.xdmSchema, contentType: 'application/vnd.adobe.xed-full+json;version=1' };
  return {
    ...set,
    id,
    version: set.version ?? 0,
    createdDate: created,
    modifiedDate: updated,
    outputSchema: { schemaRef },
    mappings: set.mappings.map((mapping, index) => ({
      ...mapping,
      id: mapping.id ?? String(index),
      version: mapping.version ?? 0,
    })),
  };
}
