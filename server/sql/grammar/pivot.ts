import { NodeKind } from '../nodeKind';
import type { Mark, Parser } from '../parser';
import { TokenKind as T } from '../tokenKind';
import { alias } from './functions';
import { closeBracket, columnList, commaList } from './lists';

type TableAlias = (p: Parser) => boolean;

/** Relation PIVOT ( Projection, ... FOR (Expr | ColumnList) IN ( Projection, ... ) ) TableAlias? */
export function pivot(p: Parser, mark: Mark, tableAlias: TableAlias): void {
  p.bump();
  const opener = p.index;
  p.bump();
  commaList(p, projection, isPivotEnd);
  if (p.expect(T.FOR)) {
    if (p.kind === T.OpenParen) columnList(p);
    else p.rules.operand(p, 'the column to turn into columns');
    inProjections(p);
  }
  closeBracket(p, opener);
  tableAlias(p);
  p.wrap(mark, NodeKind.Pivot);
}

function isPivotEnd(p: Parser): boolean {
  return p.kind === T.FOR || p.kind === T.CloseParen || p.atEnd;
}

/** Relation UNPIVOT (INCLUDE NULLS | EXCLUDE NULLS)? ( (Name | ColumnList), ... FOR Name IN ( Projection, ... ) ) TableAlias? */
export function unpivot(p: Parser, mark: Mark, tableAlias: TableAlias): void {
  p.bump();
  if (p.kind === T.INCLUDE || p.kind === T.EXCLUDE) {
    p.bump();
    p.expect(T.NULLS);
  }
  const opener = p.index;
  if (p.expect(T.OpenParen)) {
    if (p.kind === T.OpenParen) columnList(p);
    else p.rules.operand(p, 'a name for the values');
    if (p.expect(T.FOR)) {
      p.rules.operand(p, 'a name for the column');
      inProjections(p, columns);
    }
    closeBracket(p, opener);
  }
  tableAlias(p);
  p.wrap(mark, NodeKind.Unpivot);
}

/** IN ( Projection, ... ) */
function inProjections(p: Parser, item = projection): void {
  if (!p.expect(T.IN)) return;
  const opener = p.index;
  if (!p.expect(T.OpenParen)) return;
  commaList(p, item);
  closeBracket(p, opener);
}

/** (Path | Tuple of Path, ...) Alias?: the columns that become rows */
function columns(p: Parser): boolean {
  const mark = p.open();
  const isGroup = p.kind === T.OpenParen;
  if (!(isGroup ? columnGroup(p) : p.rules.operand(p, 'a column'))) {
    p.drop(mark);
    return false;
  }
  alias(p);
  p.close(mark, NodeKind.Projection);
  return true;
}

/** ( Path, ... ) */
function columnGroup(p: Parser): boolean {
  const mark = p.open();
  const opener = p.index;
  p.bump();
  commaList(p, (q) => q.rules.operand(q, 'a column'));
  closeBracket(p, opener);
  p.close(mark, NodeKind.Tuple);
  return true;
}

/** Expr Alias? */
function projection(p: Parser): boolean {
  const mark = p.open();
  if (!p.rules.expression(p)) {
    p.drop(mark);
    return false;
  }
  alias(p);
  p.close(mark, NodeKind.Projection);
  return true;
}
