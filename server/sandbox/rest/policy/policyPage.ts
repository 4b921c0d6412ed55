import type { Context } from 'hono';
import { meeting, readConditions } from '../conditions';
import { readPage } from '../readRequest';
import type { RestSandbox } from '../restSandbox';

/** The page of a list of the Policy Service that a request asks for. */
export async function policyPageOf<T extends object>(
  c: Context,
  { services }: RestSandbox,
  all: readonly T[],
) {
  const { start, limit } = readPage(c, { limit: 100, most: 1000 });
  const met = await meeting(services.database, all, readConditions(c.req.queries('property')));
  const children = met.slice(start, start + limit);
  const next = start + limit < met.length ? { next: String(start + limit) } : {};
  return { children, _page: { start: String(start), count: children.length, ...next }, _links: { page: {} } };
}
