import { z } from 'zod';
import type { Platform } from './http';
import { queryParameters } from './queries';
import { eachListed, queryMessage, queryPageFields } from './queryPage';

/** What a client sends to have a query kept under a name. */
export const newQueryTemplate = z.looseObject({
  name: z.string().min(1),
  sql: z.string().min(1),
  queryParameters: queryParameters.optional(),
});

export type NewQueryTemplate = z.input<typeof newQueryTemplate>;

export const queryTemplate = z.looseObject({
  id: z.string(),
  name: z.string(),
  sql: z.string(),
  queryParameters: queryParameters.nullish(),
  /** ISO 8601. */
  created: z.string(),
  updated: z.string(),
  userId: z.string().optional(),
  lastUpdatedBy: z.string().optional(),
});

export type QueryTemplate = z.infer<typeof queryTemplate>;

export const queryTemplateList = z.looseObject({ templates: z.array(queryTemplate), ...queryPageFields });

const path = '/data/foundation/query/query-templates';

export async function createQueryTemplate(
  platform: Platform,
  body: NewQueryTemplate,
  signal?: AbortSignal,
): Promise<QueryTemplate> {
  return await platform.call(queryTemplate, { method: 'POST', path, body, signal });
}

/** Templates, the latest first, as they are asked for. */
export function eachQueryTemplate(
  platform: Platform,
  options: { readonly property?: string; readonly signal?: AbortSignal } = {},
) {
  const itemsOf = ({ templates, _links }: z.infer<typeof queryTemplateList>) => ({
    items: templates,
    next: _links?.next?.href,
  });
  return eachListed(platform, queryTemplateList, itemsOf, { path: '/query-templates', ...options });
}

/** Puts another text in the place of a template's. */
export async function replaceQueryTemplate(
  platform: Platform,
  id: string,
  body: NewQueryTemplate,
  signal?: AbortSignal,
): Promise<QueryTemplate> {
  const at = `${path}/${encodeURIComponent(id)}`;
  return await platform.call(queryTemplate, { method: 'PUT', path: at, body, signal });
}

export async function deleteQueryTemplate(
  platform: Platform,
  id: string,
  signal?: AbortSignal,
): Promise<void> {
  const at = `${path}/${encodeURIComponent(id)}`;
  await platform.call(queryMessage, { method: 'DELETE', path: at, signal });
}
