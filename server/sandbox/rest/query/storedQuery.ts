import { z } from 'zod';
import { newQuery, queryError } from '../../../platform/queries';
import type { DocumentKind } from '../../store/documents';

const body = z.object({
  request: newQuery,
  /** What is run, once template, parameters and targets are put in. */
  sql: z.string(),
  state: z.enum(['SUBMITTED', 'IN_PROGRESS', 'SUCCESS', 'FAILED', 'KILLED']),
  rowCount: z.number(),
  errors: z.array(queryError),
  isInsertInto: z.boolean(),
  isCTAS: z.boolean(),
  /** Milliseconds. */
  elapsedTime: z.number(),
  clientId: z.string(),
  userId: z.string(),
  /** Ids of the data sets that it names. */
  referencedDatasets: z.array(z.string()),
  scheduleId: z.string().optional(),
  softDeleted: z.boolean().optional(),
});

export type StoredQuery = z.infer<typeof body>;

/** Queries that were sent over REST. */
export const storedQuery: DocumentKind<StoredQuery> = { name: 'query', body };
