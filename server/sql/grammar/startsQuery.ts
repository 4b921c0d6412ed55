import type { Parser } from '../parser';
import { TokenKind as T } from '../tokenKind';
import { isNameLike } from './names';

/** A query begins at the token `distance` ahead; brackets are looked into. */
export function startsQuery(p: Parser, distance = 0): boolean {
  switch (p.nth(distance)) {
    case T.SELECT:
      return true;
    case T.VALUES:
      return (
        p.nth(distance + 1) !== T.CloseParen &&
        p.nth(distance + 1) !== T.Comma &&
        p.nth(distance + 1) !== T.Dot
      );
    case T.WITH:
      return true;
    case T.FROM:
      return startsRelation(p, distance + 1);
    case T.TABLE:
      return isNameLike(p, distance + 1) && p.nth(distance + 1) !== T.OpenParen;
    case T.OpenParen:
      return isBracketedQuery(p, distance);
    default:
      return false;
  }
}

function startsRelation(p: Parser, distance: number): boolean {
  const kind = p.nth(distance);
  return isNameLike(p, distance) || kind === T.OpenParen || kind === T.LATERAL || kind === T.VALUES;
}

/**
 * The bracket holds a query: `(SELECT ...`, or a query in brackets with a set operation or a closing clause behind
 * it. `((SELECT 1) + 1)` and `((SELECT 1) t JOIN u)` hold none.
 */
export function isBracketedQuery(p: Parser, distance: number): boolean {
  let inner = distance + 1;
  while (p.nth(inner) === T.OpenParen) {
    if (++inner > distance + deepestLook) return false;
  }
  if (!startsQuery(p, inner)) return false;
  for (let at = inner - 1; at > distance; at--) {
    const after = p.afterBracket(at);
    if (after < 0) continue;
    const kind = p.nth(after);
    if (!continuesQuery(kind)) return false;
    if (kind !== T.CloseParen) return true;
  }
  return true;
}

/** More brackets in a row than this are not looked into. */
const deepestLook = 250;

function continuesQuery(kind: T): boolean {
  switch (kind) {
    case T.CloseParen:
    case T.UNION:
    case T.INTERSECT:
    case T.EXCEPT:
    case T.MINUS:
    case T.ORDER:
    case T.LIMIT:
    case T.OFFSET:
      return true;
    default:
      return false;
  }
}
