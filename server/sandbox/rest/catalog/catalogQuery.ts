import type { Context } from 'hono';
import type { Database } from '../../store/database';
import { compareTexts, meeting, readConditions, type Condition } from '../conditions';
import { badRequest } from '../problem';
import { readPage } from '../readRequest';

/** An object of the catalog; it is answered under its id, which is no part of it. */
export interface CatalogEntry<T extends object> {
  readonly id: string;
  readonly object: T;
}

/** Parameters that do not name a field to filter by. */
const notFields = ['limit', 'start', 'properties', 'property', 'orderBy'];
const mostItems = 100;

/**
 * Answers the query parameters that all resources of the catalog know: filters by field and by `property`,
 * `orderBy=desc:created`, `start` and `limit`, and `properties` to have some of the fields only.
 */
export async function selectEntries<T extends object>(
  c: Context,
  database: Database,
  entries: readonly CatalogEntry<T>[],
  /** Parameters that the caller has filtered by. */
  done: readonly string[] = [],
): Promise<Readonly<Record<string, Partial<T>>>> {
  const known = new Set([...notFields, ...done]);
  const filters = Object.entries(c.req.query()).filter(([name]) => !known.has(name));
  const conditions = [
    ...filters.map(([field, value]): Condition => ({ field, operator: '==', value })),
    ...readConditions(c.req.queries('property')),
  ];
  const objects = await meeting(
    database,
    entries.map(({ object }) => object),
    conditions,
  );
  const kept = new Set(objects);
  const { start, limit } = readPage(c, { limit: 20, most: mostItems });
  const page = ordered(
    entries.filter(({ object }) => kept.has(object)),
    c.req.query('orderBy'),
  ).slice(start, start + limit);
  return Object.fromEntries(page.map(({ id, object }) => [id, onlyAsked(c, object)]));
}

/** The object with those fields only that the parameter `properties` names, where there is one. */
export function onlyAsked<T extends object>(c: Context, object: T): Partial<T> {
  const properties = c.req.query('properties')?.split(',');
  if (!properties) return object;
  const kept = Object.entries(object).filter(([key]) => properties.includes(key));
  return Object.fromEntries(kept) as Partial<T>;
}

function ordered<T extends object>(
  entries: readonly CatalogEntry<T>[],
  order: string | undefined,
): readonly CatalogEntry<T>[] {
  if (order === undefined) return entries;
  const found = /^(?:(asc|desc):)?([\w.]+(?:,[\w.]+)*)$/.exec(order);
  if (!found) throw badRequest(`orderBy must be of the form desc:created, not "${order}"`);
  const sign = found[1] === 'desc' ? -1 : 1;
  const fields = (found[2] as string).split(',');
  return entries.toSorted((left, right) => sign * compareBy(fields, left.object, right.object));
}

function compareBy(fields: readonly string[], left: object, right: object): number {
  for (const field of fields) {
    const order = compareTexts(textOf(left, field), textOf(right, field));
    if (order !== 0) return order;
  }
  return 0;
}

function textOf(object: object, field: string): string {
  const value = (object as Readonly<Record<string, unknown>>)[field];
  return value === undefined || value === null ? '' : String(value);
}
