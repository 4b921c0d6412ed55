import { expect, test } from 'vitest';
import type { FormatOptions } from '../../../server/features/formatting/options';
import { parse } from '../../../server/sql/parse';
import { isKeyword, isTrivia, TokenKind } from '../../../server/sql/tokenKind';
import { tokenText } from '../../../server/sql/tree';
import { formatted } from '../../support/checkFormat';
import { allSqlFiles, sqlFiles } from '../../support/sqlCorpus';

const variants: readonly Partial<FormatOptions>[] = [
  {},
  { width: 40, commas: 'leading', keywordCase: 'lower' },
  { width: 20, indent: 4, keywordCase: 'preserve' },
];

test.each(allSqlFiles)('$name: formatting twice is formatting once', ({ text }) => {
  for (const options of variants) {
    const once = formatted(text, options);
    expect(formatted(once, options)).toBe(once);
  }
});

test.each(allSqlFiles)('$name: no token and no comment is lost or changes its order', ({ text }) => {
  for (const options of variants) {
    const after = formatted(text, options);
    expect(tokensOf(after, isCode)).toEqual(tokensOf(text, isCode));
    expect(tokensOf(after, isComment)).toEqual(tokensOf(text, isComment));
  }
});

test.each(allSqlFiles)(
  '$name: a layout with commas at one end leads to that with commas at the other',
  ({ text }) => {
    const trailing = formatted(text);
    expect(formatted(formatted(text, { commas: 'leading' }))).toBe(trailing);
  },
);

test.each(sqlFiles('valid'))('$name: every statement is laid out', ({ text }) => {
  const broken = formatted(`\n${text}`.replace(/\bSELECT\b/g, '  \t select'), { width: 60 });
  expect(broken).not.toMatch(/\t/);
});

test.each(sqlFiles('valid'))('$name: lines end as they did', ({ text }) => {
  const windows = formatted(text.replaceAll('\n', '\r\n'));
  expect(windows.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(windows.replaceAll('\r\n', '\n')).toBe(formatted(text));
});

function isCode(kind: TokenKind): boolean {
  return !isTrivia(kind);
}

function isComment(kind: TokenKind): boolean {
  return isTrivia(kind) && kind !== TokenKind.Whitespace;
}

function tokensOf(text: string, isWanted: (kind: TokenKind) => boolean): readonly string[] {
  return parse(text).statements.flatMap(({ statement }) => {
    const { kinds, count } = statement.tokens;
    return Array.from({ length: count }, (_, at) => {
      const kind = kinds[at] as TokenKind;
      const token = tokenText(statement, at).trim();
      return { kind, token: isKeyword(kind) ? token.toUpperCase() : token };
    }).flatMap(({ kind, token }) => (isWanted(kind) ? [token] : []));
  });
}
