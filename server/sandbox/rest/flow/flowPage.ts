import type { Context } from 'hono';
import { meeting, readConditions } from '../conditions';
import { badRequest } from '../problem';
import { readPage } from '../readRequest';
import type { RestSandbox } from '../restSandbox';

/** The page of a list of Flow Service that a request asks for. */
export async function flowPageOf<T extends object>(c: Context, { services }: RestSandbox, all: readonly T[]) {
  const { limit } = readPage(c, { limit: 20, most: 1000 });
  const token = c.req.query('continuationToken') ?? '0';
  if (!/^\d{1,9}$/.test(token)) throw badRequest('continuationToken must be that of the page before');
  const start = Number(token);
  const met = await meeting(services.database, all, readConditions(c.req.queries('property')));
  const items = met.slice(start, start + limit);
  const more = start + limit < met.length;
  // Clients take what stands after the first equals sign for the token.
  const next = { href: `${c.req.path}?continuationToken=${start + limit}` };
  return { items, _links: more ? { next } : {} };
}
