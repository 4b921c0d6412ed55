import { z } from 'zod';
import type { Platform } from './http';
import { eachListed, queryMessage, queryPageFields } from './queryPage';

/** Of a query that is to make a data set of its result. */
export const ctasParameters = z.looseObject({
  datasetName: z.string().min(1),
  description: z.string().optional(),
  targetSchemaTitle: z.string().optional(),
});

/** Values for the `$name` parameters of a query. */
export const queryParameters = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/** What a client sends to have a query run: `sql` or `templateId`. */
export const newQuery = z.looseObject({
  dbName: z.string(),
  sql: z.string().optional(),
  templateId: z.string().optional(),
  name: z.string().optional(),
  description: z.string().optional(),
  queryParameters: queryParameters.optional(),
  ctasParameters: ctasParameters.optional(),
  insertIntoParameters: z.looseObject({ datasetName: z.string().min(1) }).optional(),
});

export type NewQuery = z.input<typeof newQuery>;

export const queryError = z.looseObject({
  code: z.string(),
  message: z.string(),
  errorType: z.string().optional(),
});

/** A query of Query Service that runs, or has run, without a session. */
export const query = z.looseObject({
  id: z.string(),
  request: z.looseObject({
    dbName: z.string(),
    sql: z.string().nullish(),
    name: z.string().nullish(),
    description: z.string().nullish(),
    templateId: z.string().nullish(),
    queryParameters: queryParameters.nullish(),
  }),
  /** `SUBMITTED`, `IN_PROGRESS`, `SUCCESS`, `FAILED` or `KILLED`. */
  state: z.string(),
  rowCount: z.number(),
  errors: z.array(queryError),
  isInsertInto: z.boolean(),
  isCTAS: z.boolean(),
  version: z.number().optional(),
  /** Milliseconds. */
  elapsedTime: z.number(),
  /** ISO 8601. */
  created: z.string(),
  updated: z.string(),
  client: z.string().optional(),
  clientId: z.string().optional(),
  userId: z.string().optional(),
});

export type Query = z.infer<typeof query>;

export const queryList = z.looseObject({ queries: z.array(query), ...queryPageFields });

const path = '/data/foundation/query/queries';

/** Has a query run; `getQuery` tells its end. */
export async function createQuery(platform: Platform, body: NewQuery, signal?: AbortSignal): Promise<Query> {
  return await platform.call(query, { method: 'POST', path, body, signal });
}

export async function getQuery(platform: Platform, id: string, signal?: AbortSignal): Promise<Query> {
  return await platform.call(query, { method: 'GET', path: `${path}/${encodeURIComponent(id)}`, signal });
}

/** Queries, the latest first, as they are asked for. */
export function eachQuery(
  platform: Platform,
  options: { readonly property?: string; readonly signal?: AbortSignal } = {},
) {
  const itemsOf = ({ queries, _links }: z.infer<typeof queryList>) => ({
    items: queries,
    next: _links?.next?.href,
  });
  return eachListed(platform, queryList, itemsOf, { path: '/queries', ...options });
}

export async function cancelQuery(platform: Platform, id: string, signal?: AbortSignal): Promise<void> {
  const call = { method: 'PATCH', path: `${path}/${encodeURIComponent(id)}`, signal } as const;
  await platform.call(queryMessage, { ...call, body: { op: 'cancel' } });
}
