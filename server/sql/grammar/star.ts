import { NodeKind } from '../nodeKind';
import type { Mark, Parser } from '../parser';
import { TokenKind as T } from '../tokenKind';
import { alias } from './functions';
import { closeBracket, columnList, commaList } from './lists';
import { isName } from './names';

/** `*` (EXCEPT | EXCLUDE ColumnList)? (REPLACE ( Projection, ... ))? */
export function star(p: Parser): void {
  const mark = p.open();
  starRest(p, mark);
  p.drop(mark);
}

/** The same behind a QualifiedName and its dot, which stand on the mark. */
export function starRest(p: Parser, mark: Mark): void {
  p.bump();
  if ((p.kind === T.EXCEPT || p.kind === T.EXCLUDE) && p.nth(1) === T.OpenParen && isName(p, 2)) {
    p.bump();
    columnList(p);
  }
  if (p.kind === T.REPLACE && p.nth(1) === T.OpenParen) {
    p.bump();
    const opener = p.index;
    p.bump();
    commaList(p, replacement);
    closeBracket(p, opener);
  }
  p.wrap(mark, NodeKind.Star);
}

/** Expr AS Name */
function replacement(p: Parser): boolean {
  const mark = p.open();
  if (!p.rules.expression(p)) {
    p.drop(mark);
    return false;
  }
  alias(p);
  p.close(mark, NodeKind.Projection);
  return true;
}
