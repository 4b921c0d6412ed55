import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shopCatalog } from '../support/shopCatalog';
import { statementsOf } from './main';
import { measure, type Outcome } from './measure';

const entries = statementsOf({
  name: 'test/mutations/shop.fsql',
  sql: readFileSync('test/mutations/shop.fsql', 'utf8'),
});

/** Shares of what is told at its place; they only ever go up. */
const foundAtLeast = { names: 0.99, types: 0.95, clauses: 0.97 };
/** Shares of what is told by one report alone. */
const onceAtLeast = { names: 0.97, types: 0.9, clauses: 0.84 };

test('mistakes put into sound SQL are told at their place, mostly once', { timeout: 120_000 }, () => {
  const { outcomes, unclean } = measure(entries, shopCatalog, { seed: 1, perKind: 50 });
  expect(unclean).toEqual([]);
  for (const group of ['names', 'types', 'clauses'] as const) {
    const own = outcomes.filter((each) => each.group === group);
    expect(own.length).toBeGreaterThan(100);
    expect(share(own, isFound), group).toBeGreaterThanOrEqual(foundAtLeast[group]);
    expect(
      share(own, (each) => isFound(each) && each.codes.length === 1),
      group,
    ).toBeGreaterThanOrEqual(onceAtLeast[group]);
  }
});

test('the same seed breaks the same places in the same way', () => {
  const [first, second] = [1, 1].map((seed) =>
    measure(entries.slice(0, 3), shopCatalog, { seed, perKind: 2 }),
  );
  expect(second?.outcomes).toEqual(first?.outcomes);
});

function share(outcomes: readonly Outcome[], fits: (outcome: Outcome) => boolean): number {
  return outcomes.filter(fits).length / outcomes.length;
}

function isFound({ result }: Outcome): boolean {
  return result === 'found';
}
