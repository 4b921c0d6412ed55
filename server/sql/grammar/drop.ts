import { NodeKind } from '../nodeKind';
import type { Parser } from '../parser';
import { TokenKind as T } from '../tokenKind';
import { isName, qualifiedName } from './names';
import { ifExists } from './options';
import { otherRest } from './other';

/** DROP kind (IF EXISTS)? QualifiedName (RESTRICT | CASCADE | PURGE)?, and for a model the version Expr? before these */
export function drop(p: Parser): void {
  const mark = p.open();
  p.bump();
  if (p.kind === T.TEMPORARY || p.kind === T.TEMP) p.bump();
  const kind = isDroppable(p.kind) ? p.kind : slip(p);
  if (kind === undefined) {
    p.expected('TABLE, VIEW, MODEL, AUDIENCE, DATABASE, SCHEMA or TABLESAMPLE');
    return otherRest(p, mark, NodeKind.Drop);
  }
  p.expect(kind);
  ifExists(p);
  if (p.is(T.String) && kind === T.TABLESAMPLE) p.leaf(NodeKind.Literal);
  else qualifiedName(p, 'a name');
  if (kind === T.MODEL && (p.is(T.Number) || p.is(T.Positional) || isName(p))) p.rules.operand(p);
  if (p.is(T.RESTRICT) || p.is(T.CASCADE) || p.is(T.PURGE)) p.bump();
  p.close(mark, NodeKind.Drop);
}

function isDroppable(kind: T): boolean {
  switch (kind) {
    case T.TABLE:
    case T.VIEW:
    case T.MODEL:
    case T.AUDIENCE:
    case T.DATABASE:
    case T.SCHEMA:
    case T.NAMESPACE:
    case T.TABLESAMPLE:
    case T.FUNCTION:
    case T.FIELDGROUP:
    case T.ROLE:
      return true;
    default:
      return false;
  }
}

function slip(p: Parser): T | undefined {
  return [T.TABLE, T.VIEW, T.MODEL, T.AUDIENCE, T.DATABASE, T.SCHEMA].find((kind) => p.isSlipOf(kind));
}
