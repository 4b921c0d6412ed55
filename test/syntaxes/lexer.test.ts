import { expect, test } from 'vitest';
import { parse } from '../../server/sql/parse';
import { TokenKind } from '../../server/sql/tokenKind';
import { loadGrammar, scopedTokens, type ScopedToken } from '../support/grammar';
import { allSqlFiles } from '../support/sqlCorpus';

/** What a token of the lexer must look like in the grammar; no other token may look so. */

type Look = 'comment' | 'string' | 'number' | 'other';

const grammar = await loadGrammar('source.feature-sql');

test.each(allSqlFiles)(
  '$name: the grammar sees the strings, comments and numbers of the lexer',
  ({ text }) => {
    expect(disagreements(text.replaceAll('\r', ' '))).toEqual([]);
  },
);

test.each([
  "SELECT 'a -- b', 'c /* d */' -- e 'f'\n, 1",
  "SELECT 'it''s', 'a\\\\', 'b\\'c', r'\\', X'1F' /* '*/ + 1",
  "SELECT 'one\n two' AS a, 'three'",
  "SELECT 'open\nFROM t WHERE a = 'closed' AND b = 1",
  'SELECT "a -- b", `c /* d`, "e\n f" FROM t',
  'SELECT `open FROM t\nWHERE a = 1',
  'SELECT 1.5, .5, 1., 1e5, 1E-5, 10L, 2.5BD, a.1, a.b1, x1, 1x, 30_day, t.30_day_value, [1].5, f(1).5, 1..2',
  '/* a /* b */ c */ SELECT /*+ hint(1) */ 1 /* open SELECT 2',
  '$$ BEGIN\n# a note\n#TEMPLATE;\n#\nSELECT 1; # no comment\nEND $$;\n#OTHER;\nSELECT 1',
  '-- only a comment',
  'SELECT -1 - -2 --3\n, 4',
  "SELECT DATE'2026-01-01', INTERVAL '1' DAY, a||'b'||'c'",
  '',
])('the same of %j', (text) => {
  expect(disagreements(text)).toEqual([]);
});

test('a disagreement would be seen', () => {
  expect(disagreements("SELECT 'open\n  no clause, 1")).not.toEqual([]);
});

function disagreements(text: string): readonly string[] {
  const scoped = scopedTokens(grammar, text);
  const found: string[] = [];
  let at = 0;
  for (const { look, start, end, isText } of lexed(text)) {
    while (at < scoped.length && (scoped[at] as ScopedToken).end <= start) at++;
    for (let next = at; next < scoped.length && (scoped[next] as ScopedToken).start < end; next++) {
      const token = scoped[next] as ScopedToken;
      if (token.text.trim() === '') continue;
      const seen = lookOf(token);
      // A name in double quotes is a string beside a comparison.
      if (seen === look || (isText && seen === 'string')) continue;
      found.push(`${text.slice(start, end)} is ${look}, in the grammar ${seen}: ${token.scopes.join(' ')}`);
      break;
    }
  }
  return found;
}

function lookOf({ scopes }: ScopedToken): Look {
  for (const scope of scopes) {
    if (scope.startsWith('comment')) return 'comment';
    if (scope.startsWith('string') || scope.startsWith('storage.type.string')) return 'string';
    if (scope.startsWith('constant.numeric')) return 'number';
  }
  return 'other';
}

function lexed(text: string): readonly { look: Look; start: number; end: number; isText: boolean }[] {
  return parse(text).statements.flatMap(({ statement, offset }) => {
    const { kinds, starts, count } = statement.tokens;
    return Array.from({ length: count }, (_, token) => ({
      look: lookOfKind(kinds[token] as TokenKind),
      start: offset + (starts[token] as number),
      end: offset + (starts[token + 1] as number),
      isText: kinds[token] === TokenKind.DoubleQuoted,
    })).filter(({ start }, token) => kinds[token] !== TokenKind.Whitespace && start >= 0);
  });
}

function lookOfKind(kind: TokenKind): Look {
  switch (kind) {
    case TokenKind.LineComment:
    case TokenKind.BlockComment:
      return 'comment';
    case TokenKind.String:
      return 'string';
    case TokenKind.Number:
      return 'number';
    default:
      return 'other';
  }
}
