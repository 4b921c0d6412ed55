import type { Context } from 'hono';
import type { Document } from '../../store/documents';
import { compareTexts, meeting, readConditions } from '../conditions';
import { badRequest } from '../problem';
import { readPage } from '../readRequest';
import type { RestSandbox } from '../restSandbox';

export interface QueryServicePage<T> {
  readonly documents: readonly Document<T>[];
  /** What the answer has beside its items. */
  readonly frame: {
    readonly _page: {
      readonly orderby: string;
      readonly start?: string;
      readonly next?: string;
      readonly count: number;
    };
    readonly _links: { readonly next?: { readonly href: string } };
    readonly version: 1;
  };
}

/**
 * The page of a list of Query Service that a request asks for. `start` is a value of the field that `orderby` names,
 * with the id of the first item after a `~` in the links that are made here: values can be the same.
 */
export async function queryServicePage<T>(
  c: Context,
  { services }: RestSandbox,
  documents: readonly Document<T>[],
  /** What conditions are about, beside `id`, `created` and `updated`. */
  fieldsOf: (body: T) => object,
): Promise<QueryServicePage<T>> {
  const { limit } = readPage(c, { limit: 20, most: 1000, start: 'offset' });
  const [, sign, field] = /^([+ -]?)(created|updated)$/.exec(c.req.query('orderby') ?? '-created') ?? [];
  if (field !== 'created' && field !== 'updated')
    throw badRequest('orderby must be created or updated, after + or -');
  const descending = sign === '-';
  const items = documents.map((document) => ({
    ...fieldsOf(document.body),
    id: document.id,
    created: isoTime(document.created),
    updated: isoTime(document.updated),
    document,
  }));
  const met = await meeting(services.database, items, readConditions(c.req.queries('property')));
  const all = met.toSorted((left, right) => {
    const order = compareTexts(left[field], right[field]) || compareTexts(left.id, right.id);
    return descending ? -order : order;
  });
  const start = c.req.query('start');
  const from = start === undefined ? 0 : firstAt(all, start, field, descending);
  const next = all[from + limit];
  const following = next && `${next[field]}~${next.id}`;
  const orderby = `${descending ? '-' : '+'}${field}`;
  const page = all.slice(from, from + limit);
  return {
    documents: page.map(({ document }) => document),
    frame: {
      _page: {
        orderby,
        ...(page[0] ? { start: page[0][field] } : {}),
        ...(following === undefined ? {} : { next: following }),
        count: page.length,
      },
      _links: following === undefined ? {} : { next: { href: nextAddress(c, orderby, following) } },
      version: 1,
    },
  };
}

export function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

type Ordered = Readonly<Record<'id' | 'created' | 'updated', string>>;

function firstAt(
  items: readonly Ordered[],
  start: string,
  field: 'created' | 'updated',
  descending: boolean,
): number {
  const [value = '', id] = start.split('~');
  const known = id === undefined ? -1 : items.findIndex((item) => item.id === id);
  if (known >= 0) return known;
  const time = Date.parse(value);
  if (Number.isNaN(time)) throw badRequest('start must be a time in ISO 8601');
  const index = items.findIndex((item) =>
    descending ? Date.parse(item[field]) <= time : Date.parse(item[field]) >= time,
  );
  return index < 0 ? items.length : index;
}

function nextAddress(c: Context, orderby: string, start: string): string {
  const url = new URL(c.req.url);
  url.searchParams.set('orderby', orderby);
  url.searchParams.set('start', start);
  return url.href;
}
