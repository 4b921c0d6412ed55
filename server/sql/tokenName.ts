import { TokenKind } from './tokenKind';

/** A token as it is written. */
export function tokenName(kind: TokenKind): string {
  return signs.get(kind) ?? TokenKind[kind];
}

const signs: ReadonlyMap<TokenKind, string> = new Map([
  [TokenKind.OpenParen, '('],
  [TokenKind.CloseParen, ')'],
  [TokenKind.CloseBracket, ']'],
  [TokenKind.Comma, 'a comma'],
  [TokenKind.Equal, '='],
  [TokenKind.Greater, '>'],
  [TokenKind.Dot, '.'],
  [TokenKind.Semicolon, ';'],
  [TokenKind.BlockDelimiter, '$$'],
]);

/** A token's text on one line, cut where it is long, as a message shows it. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 37)}...` : line;
}
