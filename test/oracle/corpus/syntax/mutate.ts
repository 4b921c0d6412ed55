import type { Random } from '../../../support/random';

/** One slip of an author, made at random: tokens in, tokens out. */
export function mutate(random: Random, tokens: readonly string[]): readonly string[] {
  return random.pick(slips)(random, tokens);
}

type Slip = (random: Random, tokens: readonly string[]) => readonly string[];

const slips: readonly Slip[] = [
  deleteToken,
  deleteToken,
  deleteRange,
  swapTokens,
  swapTokens,
  duplicateToken,
  duplicateToken,
  misspellKeyword,
  misspellKeyword,
  replaceToken,
  insertToken,
  insertToken,
  cutOff,
  moveToken,
  dropQuote,
];

/** Words and marks that stand wrongly where they are put. */
const strays = (
  'SELECT FROM WHERE GROUP BY ORDER HAVING LIMIT JOIN ON AS AND OR NOT IN IS NULL BETWEEN LIKE CASE WHEN THEN ELSE ' +
  'END WITH UNION ALL DISTINCT OVER PARTITION ROWS EXISTS CAST INTERVAL VALUES USING LATERAL VIEW LEFT CROSS FULL ' +
  "SET TABLE , , , ( ( ) ) . = == < > <> + - * / % || [ ] : -> => 1 'x' a b t 1.5 ~ ! & ^"
).split(' ');

function deleteToken(random: Random, tokens: readonly string[]): readonly string[] {
  return tokens.toSpliced(random.below(tokens.length), 1);
}

function deleteRange(random: Random, tokens: readonly string[]): readonly string[] {
  return tokens.toSpliced(random.below(tokens.length), 2 + random.below(3));
}

function swapTokens(random: Random, tokens: readonly string[]): readonly string[] {
  if (tokens.length < 2) return tokens;
  const at = random.below(tokens.length - 1);
  return tokens.toSpliced(at, 2, tokens[at + 1] as string, tokens[at] as string);
}

function duplicateToken(random: Random, tokens: readonly string[]): readonly string[] {
  const at = random.below(tokens.length);
  return tokens.toSpliced(at, 0, tokens[at] as string);
}

function misspellKeyword(random: Random, tokens: readonly string[]): readonly string[] {
  const keywords = tokens.flatMap((token, at) => (/^[A-Z]{2,}$/.test(token) ? [at] : []));
  if (keywords.length === 0) return tokens;
  const at = random.pick(keywords);
  const word = tokens[at] as string;
  const letter = random.below(word.length - 1);
  const rest = word.slice(letter + 2);
  const swapped = word.slice(0, letter) + word.charAt(letter + 1) + word.charAt(letter) + rest;
  const shortened = word.slice(0, letter) + word.slice(letter + 1);
  return tokens.with(at, random.chance(0.5) ? swapped : shortened);
}

function replaceToken(random: Random, tokens: readonly string[]): readonly string[] {
  return tokens.with(random.below(tokens.length), random.pick(strays));
}

function insertToken(random: Random, tokens: readonly string[]): readonly string[] {
  return tokens.toSpliced(random.below(tokens.length + 1), 0, random.pick(strays));
}

function cutOff(random: Random, tokens: readonly string[]): readonly string[] {
  return tokens.slice(0, 1 + random.below(tokens.length));
}

function moveToken(random: Random, tokens: readonly string[]): readonly string[] {
  const from = random.below(tokens.length);
  return tokens.toSpliced(from, 1).toSpliced(random.below(tokens.length), 0, tokens[from] as string);
}

function dropQuote(random: Random, tokens: readonly string[]): readonly string[] {
  const quoted = tokens.flatMap((token, at) => (/^['"`].+['"`]$/.test(token) ? [at] : []));
  if (quoted.length === 0) return deleteToken(random, tokens);
  const at = random.pick(quoted);
  return tokens.with(at, (tokens[at] as string).slice(0, -1));
}
