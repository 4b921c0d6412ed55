import { NodeKind } from '../nodeKind';
import type { Parser } from '../parser';
import { TokenKind as T } from '../tokenKind';
import { clauseOrSlipAt, isListEnd, takesImplicitAlias } from './clauses';
import { alias } from './functions';
import { groupByClause } from './groupBy';
import { closeBracket, commaList } from './lists';
import { name, qualifiedName } from './names';
import { star } from './star';
import { windowSpec } from './windows';

/** The clauses of a Select, in the order in which they must stand. */
const order: readonly T[] = [T.INTO, T.FROM, T.LATERAL, T.WHERE, T.GROUP, T.HAVING, T.WINDOW, T.QUALIFY];

/**
 * SelectClause IntoClause? FromClause? LateralView* WhereClause? GroupByClause? HavingClause? WindowClause?
 * QualifyClause?; or the FromClause first. A clause in the wrong place is reported and read.
 */
export function select(p: Parser): void {
  const mark = p.open();
  if (p.kind === T.FROM) {
    fromClause(p);
    while (p.is(T.LATERAL)) lateralView(p);
    if (!p.is(T.SELECT)) p.expected('SELECT');
  }
  if (p.kind === T.SELECT || p.isSlipOf(T.SELECT)) selectClause(p);
  let last = -1;
  for (;;) {
    const found = clauseOrSlipAt(p);
    const place = found === undefined ? -1 : order.indexOf(found);
    if (place < 0) break;
    if (place < last) wrongPlace(p, order[place] as T, order[last] as T);
    else if (place === last && found !== T.LATERAL) twice(p, found as T);
    else p.recovered();
    clause(p, found as T);
    last = Math.max(last, place);
  }
  p.close(mark, NodeKind.Select);
}

function clause(p: Parser, kind: T): void {
  switch (kind) {
    case T.INTO:
      return intoClause(p);
    case T.FROM:
      return fromClause(p);
    case T.LATERAL:
      return lateralView(p);
    case T.GROUP:
      return groupByClause(p);
    case T.WINDOW:
      return windowClause(p);
    case T.WHERE:
      return conditionClause(p, T.WHERE, NodeKind.WhereClause);
    case T.HAVING:
      return conditionClause(p, T.HAVING, NodeKind.HavingClause);
    default:
      return conditionClause(p, T.QUALIFY, NodeKind.QualifyClause);
  }
}

function wrongPlace(p: Parser, kind: T, after: T): void {
  p.error(`${clauseName(kind)} must stand before ${clauseName(after)}`);
}

function twice(p: Parser, kind: T): void {
  const advice = kind === T.WHERE || kind === T.HAVING ? '; join the conditions with AND' : '';
  p.error(`There is a second ${clauseName(kind)} here${advice}`);
}

export function clauseName(kind: T): string {
  if (kind === T.GROUP || kind === T.ORDER) return `${T[kind]} BY`;
  return kind === T.LATERAL ? 'LATERAL VIEW' : T[kind];
}

/** SELECT (ALL | DISTINCT | DISTINCT ON? ( Expr, ... ))? (Projection | Star), ... */
function selectClause(p: Parser): void {
  const mark = p.open();
  p.expect(T.SELECT);
  if (p.kind === T.ALL && p.nth(1) !== T.Comma && p.nth(1) !== T.FROM && p.nth(1) !== T.Arrow) p.bump();
  else if (p.eat(T.DISTINCT) && p.kind === T.ON) distinctOn(p);
  if (isListEnd(p) && p.kind !== T.INTO) p.expected('a column or an expression');
  else commaList(p, selectItem);
  p.close(mark, NodeKind.SelectClause);
}

/** ON ( Expr, ... ) */
function distinctOn(p: Parser): void {
  p.bump();
  const opener = p.index;
  if (!p.expect(T.OpenParen)) return;
  commaList(p, (q) => q.rules.expression(q));
  closeBracket(p, opener);
}

/** Projection | Star */
function selectItem(p: Parser): boolean {
  const mark = p.open();
  if (p.kind === T.Star) star(p);
  else if (!p.rules.expression(p, 'a column or an expression')) {
    p.drop(mark);
    return false;
  }
  const isStar = p.lastKind === NodeKind.Star;
  if (alias(p) || !isStar) p.close(mark, NodeKind.Projection);
  else p.drop(mark);
  return true;
}

/** INTO (TEMP | TEMPORARY | UNLOGGED)? TABLE? QualifiedName */
function intoClause(p: Parser): void {
  const mark = p.open();
  p.bump();
  if (p.kind === T.TEMP || p.kind === T.TEMPORARY || p.kind === T.UNLOGGED) p.bump();
  p.eat(T.TABLE);
  qualifiedName(p, 'the name of the new table');
  p.close(mark, NodeKind.IntoClause);
}

/** FROM Relation, ... */
function fromClause(p: Parser): void {
  const mark = p.open();
  p.expect(T.FROM);
  commaList(p, fromItem, isFromEnd);
  p.close(mark, NodeKind.FromClause);
}

/** In the form that begins with FROM, SELECT comes after it. */
function isFromEnd(p: Parser): boolean {
  return isListEnd(p) || p.kind === T.SELECT;
}

function fromItem(p: Parser): boolean {
  return p.rules.relation(p);
}

/** LATERAL VIEW OUTER? FunctionCall Name? (AS? Name, ...)? */
function lateralView(p: Parser): void {
  const mark = p.open();
  p.expect(T.LATERAL);
  p.expect(T.VIEW);
  p.eat(T.OUTER);
  if (p.rules.operand(p, 'a function such as explode()') && p.lastKind !== NodeKind.FunctionCall) {
    p.error('LATERAL VIEW needs a function such as explode()', p.range(-1));
  }
  const isNamed = p.kind !== T.AS && takesImplicitAlias(p);
  if (isNamed) p.leaf(NodeKind.Name);
  if (p.eat(T.AS) || takesImplicitAlias(p)) commaList(p, (q) => name(q, 'a column name'), isListEnd);
  else if (!isNamed) p.expected('a name for the view');
  p.close(mark, NodeKind.LateralView);
}

/** (WHERE | HAVING | QUALIFY) Expr */
function conditionClause(p: Parser, word: T, kind: NodeKind): void {
  const mark = p.open();
  p.expect(word);
  if (!p.rules.expression(p, 'a condition')) p.skipUntil(() => isListEnd(p), NodeKind.Error);
  p.close(mark, kind);
}

/** WINDOW NamedWindow, ... */
export function windowClause(p: Parser): void {
  const mark = p.open();
  p.bump();
  commaList(p, namedWindow);
  p.close(mark, NodeKind.WindowClause);
}

/** Name AS WindowSpec */
function namedWindow(p: Parser): boolean {
  const mark = p.open();
  if (!name(p, 'a name for the window')) {
    p.drop(mark);
    return false;
  }
  if (p.expect(T.AS)) {
    if (p.kind === T.OpenParen) windowSpec(p);
    else name(p, 'a window in brackets');
  }
  p.close(mark, NodeKind.NamedWindow);
  return true;
}
