import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from '../../server/sql/parse';
import { formatted } from '../support/checkFormat';
import { filledSnippet } from '../support/filledSnippet';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const snippets = Object.entries(
  JSON.parse(readFileSync('syntaxes/snippets.json', 'utf8')) as Record<string, Snippet>,
).map(([title, snippet]) => ({ title, ...snippet }));

test.each(snippets)('$title: with its defaults it has no syntax error', ({ body }) => {
  const text = whole(body);
  const problems = parse(text).statements.flatMap(({ statement }) => statement.problems);
  expect(problems.map(({ message }) => message)).toEqual([]);
});

test.each(snippets)('$title: it is laid out as the formatter does', ({ body }) => {
  const text = whole(body);
  expect(formatted(text)).toBe(text);
});

test.each(snippets)('$title: it is told what it does, in a sentence', ({ description }) => {
  expect(description).toMatch(/^[A-Z].*[^.]$/);
});

test('each has a prefix of its own', () => {
  const prefixes = snippets.map(({ prefix }) => prefix);
  expect([...new Set(prefixes)]).toEqual(prefixes);
  expect(prefixes.filter((prefix) => !/^[a-z]+(-[a-z]+)*$/.test(prefix))).toEqual([]);
});

test('placeholders that are the same number have the same default', () => {
  for (const { title, body } of snippets) {
    const defaults = new Map<string, string>();
    for (const [, number = '', text = ''] of body.join('\n').matchAll(/\$\{(\d+):([^{}]*)\}/g)) {
      expect(defaults.get(number) ?? text, title).toBe(text);
      defaults.set(number, text);
    }
  }
});

/** The snippet in what it needs around it: a value stands in a query, IF in a block. */
function whole(body: readonly string[]): string {
  const text = filledSnippet(body);
  if (/^(?:SELECT|WITH|CREATE|INSERT|COPY|SET|ANALYZE|\$\$|--)/.test(text)) return text;
  if (text.startsWith('IF ')) return `$$ BEGIN\n${indented(text)}\nEND $$;`;
  return `SELECT\n${indented(text)},\n  -- Another one\n  1 AS one\nFROM t`;
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
