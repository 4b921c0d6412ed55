import type { Parser } from '../parser';
import { TokenKind as T } from '../tokenKind';
import { isNameLike } from './names';

/** The current token can begin an expression. */
export function startsExpression(p: Parser): boolean {
  switch (p.kind) {
    case T.String:
    case T.Number:
    case T.Positional:
    case T.OpenParen:
    case T.OpenBracket:
    case T.Minus:
    case T.Plus:
    case T.Tilde:
    case T.Bang:
    case T.NOT:
    case T.CASE:
    case T.CAST:
    case T.TRY_CAST:
      return true;
    case T.Colon:
      return p.nth(1) === T.Identifier;
    default:
      return isNameLike(p);
  }
}
