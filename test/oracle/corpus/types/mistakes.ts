import type { Random } from '../../../support/random';

const perQuery = 8;

/** Correct queries with one mistake each. Spark says whether it is one: some change nothing that matters. */
export function mistakes(random: Random, queries: readonly string[]): readonly string[] {
  return queries.flatMap((query) =>
    Array.from({ length: perQuery }, () => random.pick(slips)(random, query)).filter(
      (each) => each !== query,
    ),
  );
}

type Slip = (random: Random, query: string) => string;

const slips: readonly Slip[] = [
  misspellName,
  misspellName,
  dropGroupBy,
  dropItem,
  wrapInCall,
  qualifyWrongly,
];

/** Words that are names, not keywords: keywords are written in capitals in our own queries. */
const name = /(?<!['"`$\w])[a-z_]\w*(?!['"`\w])/g;

function misspellName(random: Random, query: string): string {
  return replaceOne(random, query, name, (word) => {
    const letter = random.below(word.length);
    return random.chance(0.5) ? `${word.slice(0, letter)}x${word.slice(letter)}` : `${word}_`;
  });
}

function dropGroupBy(_random: Random, query: string): string {
  return query.replace(/ GROUP BY [\w., ]+/, ' ');
}

/** Takes one item off a list: of the select list, of GROUP BY, of arguments. */
function dropItem(random: Random, query: string): string {
  return replaceOne(random, query, /, ?[\w.]+(?=[, )])/g, () => '');
}

function wrapInCall(random: Random, query: string): string {
  const call = random.pick([
    'sum',
    'explode',
    'array_max',
    'map_keys',
    'flatten',
    'date_add',
    'abs',
    'count',
  ]);
  return replaceOne(random, query, /(?<=SELECT |, )[\w.]+(?= AS )/g, (word) => `${call}(${word})`);
}

function qualifyWrongly(random: Random, query: string): string {
  return replaceOne(random, query, name, (word) => `zz.${word}`);
}

function replaceOne(
  random: Random,
  query: string,
  pattern: RegExp,
  change: (found: string) => string,
): string {
  const found = [...query.matchAll(pattern)];
  if (found.length === 0) return query;
  const { index, 0: text } = random.pick(found);
  return query.slice(0, index) + change(text) + query.slice(index + text.length);
}
