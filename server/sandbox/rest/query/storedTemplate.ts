import { z } from 'zod';
import { newQueryTemplate } from '../../../platform/queryTemplates';
import type { DocumentKind } from '../../store/documents';

const body = z.object({
  name: newQueryTemplate.shape.name,
  sql: newQueryTemplate.shape.sql,
  queryParameters: newQueryTemplate.shape.queryParameters,
  userId: z.string(),
  lastUpdatedBy: z.string(),
});

export type StoredTemplate = z.infer<typeof body>;

/** Queries that are kept under a name. */
export const storedTemplate: DocumentKind<StoredTemplate> = { name: 'queryTemplate', body };
