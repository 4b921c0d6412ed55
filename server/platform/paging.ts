/** One page of a list; `next` is what to ask for after it. */
export interface Page<Item, Next> {
  readonly items: readonly Item[];
  /** Absent on the last page. */
  readonly next: Next | undefined;
}

/** All items of a list that is read a page at a time, as they come. */
export async function* eachItem<Item, Next>(
  fetchPage: (next: Next | undefined) => Promise<Page<Item, Next>>,
): AsyncGenerator<Item, void, undefined> {
  let next: Next | undefined;
  do {
    const page = await fetchPage(next);
    yield* page.items;
    // A service that answers an empty page with a link to itself must not keep us here for ever.
    next = page.items.length === 0 ? undefined : page.next;
  } while (next !== undefined);
}

export async function allItems<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/**
 * For services without a link to the next page: a page as long as its limit may have one after it.
 * `start` counts items.
 */
export function pageByOffset<Item>(
  items: readonly Item[],
  { start, limit }: { readonly start: number; readonly limit: number },
): Page<Item, number> {
  return { items, next: items.length < limit ? undefined : start + items.length };
}
