import { NodeKind } from '../nodeKind';
import type { Parser } from '../parser';
import { TokenKind as T } from '../tokenKind';
import { isListEnd } from './clauses';
import { closeBracket, commaList } from './lists';

/** GROUP BY (ALL | GroupingElement, ...) (WITH ROLLUP | WITH CUBE | GroupingSets)? */
export function groupByClause(p: Parser): void {
  const mark = p.open();
  p.expect(T.GROUP);
  p.expect(T.BY);
  if (p.kind === T.ALL && isEndAfter(p.nth(1))) p.bump();
  else commaList(p, groupingElement, isGroupEnd, isListEnd);
  if (p.kind === T.WITH && (p.nth(1) === T.ROLLUP || p.nth(1) === T.CUBE)) {
    p.bump();
    p.bump();
  } else if (p.kind === T.GROUPING && p.nth(1) === T.SETS) groupingSets(p);
  p.close(mark, NodeKind.GroupByClause);
}

function isEndAfter(next: T): boolean {
  return next !== T.Comma && next !== T.Dot && next !== T.OpenParen;
}

function isGroupEnd(p: Parser): boolean {
  if (p.kind === T.WITH) return true;
  return isListEnd(p) || (p.kind === T.GROUPING && p.nth(1) === T.SETS);
}

/** Expr | GroupingSets */
function groupingElement(p: Parser): boolean {
  const isSets =
    ((p.kind === T.ROLLUP || p.kind === T.CUBE) && p.nth(1) === T.OpenParen) ||
    (p.kind === T.GROUPING && p.nth(1) === T.SETS);
  if (isSets) {
    groupingSets(p);
    return true;
  }
  if (p.kind === T.OpenParen && p.nth(1) === T.CloseParen) {
    const mark = p.open();
    p.bump();
    p.bump();
    p.close(mark, NodeKind.Tuple);
    return true;
  }
  return p.rules.expression(p, 'what to group by');
}

/** (GROUPING SETS | ROLLUP | CUBE) ( (Expr | GroupingSets), ... ) */
function groupingSets(p: Parser): void {
  if (!p.enter()) return;
  const mark = p.open();
  if (p.kind === T.GROUPING) p.bump();
  p.bump();
  const opener = p.index;
  if (p.expect(T.OpenParen)) {
    if (p.kind === T.CloseParen) p.expected('what to group by');
    else commaList(p, groupingElement);
    closeBracket(p, opener);
  }
  p.close(mark, NodeKind.GroupingSets);
  p.leave();
}
