import { expect, test } from 'vitest';
import { missingSemicolons } from '../../server/sql/missingSemicolons';
import { parse } from '../../server/sql/parse';
import { isKeyword, isTrivia, type TokenKind } from '../../server/sql/tokenKind';
import type { Statement } from '../../server/sql/tree';
import { Random } from '../support/random';
import { sqlFiles } from '../support/sqlCorpus';

const seed = 4711;
const statements = sqlFiles('valid').flatMap(({ text }) =>
  parse(text).statements.map(({ statement }) => statement),
);

/** Of the texts that have an error at all, how many have exactly one; the goal is all, and the number only goes up. */
const oneErrorAtLeast = 0.98;

test('a token left out is one error', () => {
  const texts = statements.flatMap((statement) =>
    tokensOf(statement).map(({ start, end }) => statement.text.slice(0, start) + statement.text.slice(end)),
  );
  expect(shareOfOneError(texts)).toBeGreaterThan(oneErrorAtLeast);
});

test('two letters of a keyword changing places are one error', () => {
  const random = new Random(seed);
  const texts = statements.flatMap((statement) =>
    tokensOf(statement).flatMap(({ kind, start, end }) => {
      const word = statement.text.slice(start, end);
      if (!isKeyword(kind) || word.length < 4) return [];
      return [statement.text.slice(0, start) + misspelt(random, word) + statement.text.slice(end)];
    }),
  );
  expect(shareOfOneError(texts)).toBeGreaterThan(oneErrorAtLeast);
});

function tokensOf({ tokens: { kinds, starts, count } }: Statement) {
  return Array.from({ length: count }, (_, at) => ({
    kind: kinds[at] as TokenKind,
    start: starts[at] as number,
    end: starts[at + 1] as number,
  })).filter(({ kind }) => !isTrivia(kind));
}

function misspelt(random: Random, word: string): string {
  const at = random.below(word.length - 1);
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}

function shareOfOneError(texts: readonly string[]): number {
  const counts = texts.map(errorsOf).filter((count) => count > 0);
  return counts.filter((count) => count === 1).length / counts.length;
}

function errorsOf(text: string): number {
  const tree = parse(text);
  const problems = [
    ...tree.statements.flatMap(({ statement }) => statement.problems),
    ...missingSemicolons(tree),
  ];
  return problems.filter(({ severity }) => severity === 'error').length;
}
