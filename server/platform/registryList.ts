import { z } from 'zod';
import type { Platform } from './http';
import { eachItem } from './paging';

/** A resource as lists of ids give it (`xed-id`). */
export const registryEntry = z.looseObject({
  $id: z.string(),
  'meta:altId': z.string(),
  title: z.string(),
  version: z.string(),
});

export type RegistryEntry = z.infer<typeof registryEntry>;

/** The most that the Schema Registry answers at a time. */
const pageSize = 300;

/** A page of the lists of the Schema Registry. */
export function registryPage<T extends z.ZodType>(item: T) {
  return z.looseObject({
    results: z.array(item),
    _page: z.looseObject({
      orderby: z.string().optional(),
      /** Of the `start` of the next page. */
      next: z.union([z.string(), z.number()]).nullish(),
      count: z.number(),
    }),
  });
}

export interface RegistryListCall {
  /** From the root of the registry: `/tenant/schemas`. */
  readonly path: string;
  readonly accept: string;
  /** Conditions such as `meta:extends==https://ns.adobe.com/xdm/context/profile`. */
  readonly property?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The items of a list of the Schema Registry, as they are asked for. */
export function eachRegistryItem<T extends z.ZodType>(platform: Platform, item: T, call: RegistryListCall) {
  const page = registryPage(item);
  return eachItem<z.output<T>, string>(async (start) => {
    const answer = await platform.call(page, {
      method: 'GET',
      path: `/data/foundation/schemaregistry${call.path}`,
      query: { limit: pageSize, property: call.property, start },
      headers: { Accept: call.accept },
      signal: call.signal,
    });
    const next = answer._page.next ?? undefined;
    return { items: answer.results as z.output<T>[], next: next === undefined ? undefined : String(next) };
  });
}
