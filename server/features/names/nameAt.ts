import type { SyntaxNode } from '../../sql/node';
import { nodeOfToken, tokenAt } from '../../sql/nodeAt';
import { isTrivia, type TokenKind } from '../../sql/tokenKind';
import type { Statement } from '../../sql/tree';

/**
 * The innermost node at an offset of the statement's text. A cursor between two tokens is on the one that it ends,
 * unless that is no word and the next one is.
 */
export function nodeAtCursor(statement: Statement, offset: number): SyntaxNode | undefined {
  const token = touchedToken(statement, offset);
  return token === undefined ? undefined : nodeOfToken(statement.root, token);
}

/** The word token that an offset is in or at the edge of, else the token that covers it; trivia never. */
export function touchedToken(statement: Statement, offset: number): number | undefined {
  const { tokens, text } = statement;
  if (tokens.count === 0) return undefined;
  const after = tokenAt(statement, Math.min(offset, text.length));
  const before = offset > 0 ? tokenAt(statement, offset - 1) : after;
  const isWord = (token: number) => /[\p{L}\p{N}_@$#`"']/u.test(text[tokens.starts[token] as number] ?? '');
  const solid = [after, before].filter((token) => !isTrivia(tokens.kinds[token] as TokenKind));
  return solid.find(isWord) ?? solid[0];
}
