import { expect, test } from 'vitest';
import { allItems, eachItem, pageByOffset } from '../../server/platform/paging';

test('items come a page at a time until there is no next page', async () => {
  const all = Array.from({ length: 7 }, (_, index) => index);
  const starts: number[] = [];
  const items = eachItem<number, number>((start = 0) => {
    starts.push(start);
    return Promise.resolve(pageByOffset(all.slice(start, start + 3), { start, limit: 3 }));
  });
  expect(await allItems(items)).toEqual(all);
  expect(starts).toEqual([0, 3, 6]);
});

test('whoever stops reading asks for no more', async () => {
  let pages = 0;
  const items = eachItem<number, number>(() => {
    pages++;
    return Promise.resolve({ items: [1, 2], next: pages });
  });
  for await (const item of items) if (item === 2) break;
  expect(pages).toBe(1);
});

test('an empty page ends the list, whatever it says of the next', async () => {
  const items = eachItem<number, number>(() => Promise.resolve({ items: [], next: 1 }));
  expect(await allItems(items)).toEqual([]);
});
