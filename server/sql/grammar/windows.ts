import { NodeKind } from '../nodeKind';
import type { Parser } from '../parser';
import { TokenKind as T } from '../tokenKind';
import { clauseAt } from './clauses';
import { closeBracket, commaList } from './lists';
import { isName, name } from './names';

/** OVER (Name | WindowSpec) */
export function overClause(p: Parser): void {
  const mark = p.open();
  p.bump();
  if (p.kind === T.OpenParen) windowSpec(p);
  else if (startsPart(p) && p.nth(1) === T.BY) {
    p.error('Put brackets around the window, as in OVER (PARTITION BY a ORDER BY b)');
    while (windowPart(p));
  } else name(p, 'a window in brackets or the name of one');
  p.close(mark, NodeKind.OverClause);
}

/** ( Name? (PartitionByClause | ClusterClause)? OrderByClause? WindowFrame? ) */
export function windowSpec(p: Parser): void {
  const mark = p.open();
  const opener = p.index;
  p.bump();
  const isNamed = isWindowName(p);
  if (isNamed) p.leaf(NodeKind.Name);
  if (isNamed && p.kind !== T.CloseParen && startsPart(p))
    p.mistake('A window cannot be built on another; write all of it here', p.range(-1));
  while (windowPart(p));
  closeBracket(p, opener);
  p.close(mark, NodeKind.WindowSpec);
}

/** A keyword names a window only where it stands alone, and none of those that begin a part of it. */
function isWindowName(p: Parser): boolean {
  if (!isName(p) || p.nth(1) === T.BY) return false;
  return p.kind === T.Identifier || p.kind === T.BackQuoted || (p.nth(1) === T.CloseParen && !startsPart(p));
}

function startsPart(p: Parser): boolean {
  switch (p.kind) {
    case T.PARTITION:
    case T.DISTRIBUTE:
    case T.CLUSTER:
    case T.SORT:
    case T.ORDER:
      return true;
    default:
      return isFrameWord(p);
  }
}

function windowPart(p: Parser): boolean {
  switch (p.kind) {
    case T.PARTITION:
      partitionByClause(p);
      return true;
    case T.DISTRIBUTE:
    case T.CLUSTER:
    case T.SORT:
      clusterClause(p);
      return true;
    case T.ORDER:
      orderByClause(p);
      return true;
    default:
      if (p.nth(1) === T.BY && p.isSlipOf(T.PARTITION)) partitionByClause(p);
      else if (p.nth(1) === T.BY && p.isSlipOf(T.ORDER)) orderByClause(p);
      else if (isFrameWord(p)) windowFrame(p);
      else return false;
      return true;
  }
}

/** PARTITION BY Expr, ... */
function partitionByClause(p: Parser): void {
  const mark = p.open();
  p.recovered();
  p.expect(T.PARTITION);
  p.expect(T.BY);
  commaList(p, partitionItem, isPartEnd);
  p.close(mark, NodeKind.PartitionByClause);
}

function partitionItem(p: Parser): boolean {
  return p.rules.expression(p, 'what to partition by');
}

/** ORDER BY SortItem, ... */
export function orderByClause(p: Parser): void {
  const mark = p.open();
  p.recovered();
  p.expect(T.ORDER);
  p.expect(T.BY);
  commaList(p, sortItem, isPartEnd);
  p.close(mark, NodeKind.OrderByClause);
}

/** (CLUSTER BY | DISTRIBUTE BY | SORT BY) (Expr | SortItem), ... */
export function clusterClause(p: Parser): void {
  const mark = p.open();
  const sorts = p.kind === T.SORT;
  p.bump();
  p.expect(T.BY);
  commaList(p, sorts ? sortItem : partitionItem, isPartEnd);
  p.close(mark, NodeKind.ClusterClause);
}

/** Expr (ASC | DESC | USING operator)? (NULLS FIRST | LAST)? */
function sortItem(p: Parser): boolean {
  const mark = p.open();
  if (!p.rules.expression(p, 'what to sort by')) {
    p.drop(mark);
    return false;
  }
  if (p.kind === T.ASC || p.kind === T.DESC) p.bump();
  else if (p.eat(T.USING)) p.bump();
  if (p.kind === T.NULLS) {
    p.bump();
    if (!p.eat(T.FIRST)) p.expect(T.LAST, 'FIRST or LAST');
  }
  p.close(mark, NodeKind.SortItem);
  return true;
}

function isPartEnd(p: Parser): boolean {
  switch (p.kind) {
    case T.EndOfText:
    case T.Semicolon:
    case T.CloseParen:
    case T.BlockDelimiter:
      return true;
    default:
      return clauseAt(p) !== undefined || isFrameWord(p);
  }
}

function isFrameWord(p: Parser): boolean {
  if (p.kind !== T.ROWS && p.kind !== T.RANGE && p.kind !== T.GROUPS) return false;
  switch (p.nth(1)) {
    case T.Comma:
    case T.CloseParen:
    case T.Dot:
    case T.OpenParen:
    case T.OpenBracket:
      return false;
    default:
      return true;
  }
}

/** (ROWS | RANGE) (FrameBound | BETWEEN FrameBound AND FrameBound) */
function windowFrame(p: Parser): void {
  const mark = p.open();
  if (p.kind === T.GROUPS) p.mistake('A frame is one of ROWS or RANGE; GROUPS is not known', p.range());
  p.bump();
  p.recovered();
  if (p.eat(T.BETWEEN) || (p.nth(1) !== T.PRECEDING && p.eatMisspelled(T.BETWEEN))) {
    frameBound(p);
    if (p.expect(T.AND)) frameBound(p);
  } else frameBound(p);
  p.close(mark, NodeKind.WindowFrame);
}

/** UNBOUNDED PRECEDING | UNBOUNDED FOLLOWING | CURRENT ROW | Expr (PRECEDING | FOLLOWING) */
function frameBound(p: Parser): void {
  const mark = p.open();
  if (p.kind === T.CURRENT && p.nth(1) !== T.Dot) {
    p.bump();
    p.expect(T.ROW);
    return p.close(mark, NodeKind.FrameBound);
  }
  const known = p.eat(T.UNBOUNDED) || p.eatMisspelled(T.UNBOUNDED) || distance(p);
  if (known && !p.eat(T.PRECEDING) && !p.eat(T.FOLLOWING)) {
    if (!p.eatMisspelled(T.PRECEDING) && !p.eatMisspelled(T.FOLLOWING)) p.expected('PRECEDING or FOLLOWING');
  }
  p.close(mark, NodeKind.FrameBound);
}

/** How far the frame reaches: the same for every row, so no column. */
function distance(p: Parser): boolean {
  const range = p.range();
  const known = p.rules.value(p, 'UNBOUNDED, CURRENT ROW or a number of rows');
  if (known && p.lastKind === NodeKind.Path && (p.kind === T.PRECEDING || p.kind === T.FOLLOWING))
    p.mistake('A frame reaches equally far for every row: write a number or an interval', range);
  return known;
}
