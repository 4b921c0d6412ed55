import { z } from 'zod';
import type { Platform } from './http';
import { eachItem } from './paging';

/** What all lists of Query Service have beside their items. */
export const queryPageFields = {
  _page: z.looseObject({
    orderby: z.string().optional(),
    start: z.string().optional(),
    next: z.string().nullish(),
    count: z.number(),
  }),
  _links: z.looseObject({ next: z.looseObject({ href: z.string().optional() }).optional() }).optional(),
  version: z.number().optional(),
};

export interface QueryListCall {
  /** From the root of Query Service: `/queries`. */
  readonly path: string;
  /** Conditions, such as `state==SUCCESS`. */
  readonly property?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

const pageSize = 100;

/** The items of a list, latest first; the address of the next page is in the links of the one before. */
export function eachListed<Item, Answer extends z.ZodType>(
  platform: Platform,
  answer: Answer,
  itemsOf: (answer: z.output<Answer>) => {
    readonly items: readonly Item[];
    readonly next: string | undefined;
  },
  { path, property, signal }: QueryListCall,
) {
  return eachItem<Item, URLSearchParams>(async (next) => {
    const query = {
      limit: pageSize,
      property,
      orderby: next?.get('orderby') ?? undefined,
      start: next?.get('start') ?? undefined,
    };
    const page = itemsOf(
      await platform.call(answer, { method: 'GET', path: `/data/foundation/query${path}`, query, signal }),
    );
    return { items: page.items, next: parametersOf(page.next) };
  });
}

function parametersOf(address: string | undefined): URLSearchParams | undefined {
  const parameters = new URL(address ?? '', 'https://platform.adobe.io').searchParams;
  return parameters.has('start') ? parameters : undefined;
}

/** What writes answer: `{"message":"Deleted","statusCode":202}`. */
export const queryMessage = z.looseObject({ message: z.string(), statusCode: z.number() });
