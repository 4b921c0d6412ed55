import type { Context } from 'hono';
import type { Database } from '../../store/database';
import { compareTexts, meeting, readConditions } from '../conditions';
import { badRequest } from '../problem';
import { readPage } from '../readRequest';

export interface RegistryPage<T> {
  readonly results: readonly T[];
  readonly _page: { readonly orderby: string; readonly next: string | null; readonly count: number };
  readonly _links: object;
}

/**
 * The page of a list of the registry that a request asks for: `property`, `orderby`, `limit`, and `start`, which is
 * what the page before gave as its `next`.
 */
export async function registryPage<T extends object>(
  c: Context,
  database: Database,
  items: readonly T[],
  idOf: (item: T) => string,
): Promise<RegistryPage<T>> {
  const { limit } = readPage(c, { limit: 300, most: 300, start: 'offset' });
  const orderby = c.req.query('orderby') ?? 'title';
  const all = ordered(
    await meeting(database, items, readConditions(c.req.queries('property'))),
    orderby,
    idOf,
  );
  const start = c.req.query('start');
  const from = start === undefined ? 0 : all.findIndex((item) => idOf(item) === start);
  if (from < 0) throw badRequest('start must be what the page before gave as its next');
  const results = all.slice(from, from + limit);
  const next = all[from + limit];
  return {
    results,
    _page: { orderby, next: next === undefined ? null : idOf(next), count: results.length },
    _links: next === undefined ? {} : { next: { href: nextAddress(c, idOf(next)) } },
  };
}

function ordered<T extends object>(
  items: readonly T[],
  orderby: string,
  idOf: (item: T) => string,
): readonly T[] {
  const [, sign, field] = /^([+-]?)(.+)$/.exec(orderby) as unknown as [string, string, string];
  const textOf = (item: T): string => {
    const value = (item as Readonly<Record<string, unknown>>)[field];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const by = (left: T, right: T): number =>
    compareTexts(textOf(left), textOf(right)) || compareTexts(idOf(left), idOf(right));
  return items.toSorted((left, right) => (sign === '-' ? by(right, left) : by(left, right)));
}

function nextAddress(c: Context, start: string): string {
  const url = new URL(c.req.url);
  url.searchParams.set('start', start);
  return url.pathname + url.search;
}
