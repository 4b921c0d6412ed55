import { parseStatement } from '../../sql/parse';
import { isKeyword, isTrivia, TokenKind } from '../../sql/tokenKind';
import { tokenText, type Statement } from '../../sql/tree';

/**
 * Do both have the same tokens and the same comments, each in the same order? White space and the case of keywords do
 * not count, nor where a comment stands among the tokens: it may change places with a comma.
 */
export function hasSameTokens(before: Statement, text: string): boolean {
  const after = parseStatement(text);
  return (
    isSame(texts(before, isCode), texts(after, isCode)) &&
    isSame(texts(before, isComment), texts(after, isComment))
  );
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, at) => text === other[at]);
}

function isCode(kind: TokenKind): boolean {
  return !isTrivia(kind);
}

function isComment(kind: TokenKind): boolean {
  return isTrivia(kind) && kind !== TokenKind.Whitespace;
}

function texts(statement: Statement, isWanted: (kind: TokenKind) => boolean): readonly string[] {
  const { tokens } = statement;
  const result: string[] = [];
  for (let at = 0; at < tokens.count; at++) {
    const kind = tokens.kinds[at] as TokenKind;
    if (!isWanted(kind)) continue;
    const text = tokenText(statement, at);
    result.push(isKeyword(kind) ? text.toUpperCase() : text.replace(/\r\n?/g, '\n').replace(/[^\S\n]+$/, ''));
  }
  return result;
}
