import { NodeKind } from '../nodeKind';
import type { Parser } from '../parser';
import { TokenKind as T } from '../tokenKind';
import { clauseOrSlipAt, isListEnd } from './clauses';
import { closeBracket, columnList, commaList } from './lists';
import { isName, isNameLike, name, qualifiedName } from './names';
import { rows } from './relation';
import { clauseName, select, windowClause } from './select';
import { startsQuery } from './startsQuery';
import { clusterClause, orderByClause } from './windows';

/** Clauses of a Query in the order in which they must stand; the four of equal kind exclude each other. */
const order: readonly T[] = [T.ORDER, T.CLUSTER, T.DISTRIBUTE, T.SORT, T.WINDOW, T.LIMIT, T.OFFSET, T.FETCH];
/** Clauses of a Select, which cannot follow those of the Query. */
const selectWords: readonly T[] = [T.FROM, T.WHERE, T.GROUP, T.HAVING, T.QUALIFY, T.INTO, T.LATERAL];

/** WithClause? QueryBody, then the closing clauses; WITHAPPROXIMATE? */
export function query(p: Parser, what = 'a query'): boolean {
  if (!p.enter()) return true;
  const mark = p.open();
  if (p.kind === T.WITH) withClause(p);
  const isInsert = p.kind === T.INSERT;
  if (isInsert) p.rules.statement(p);
  const known = isInsert || queryBody(p, 1, what);
  if (known) closingClauses(p);
  p.close(mark, NodeKind.Query);
  p.leave();
  return known;
}

/** WITH RECURSIVE? CommonTable, ... */
function withClause(p: Parser): void {
  const mark = p.open();
  p.bump();
  if (p.kind === T.RECURSIVE && isNameLike(p, 1) && p.nth(1) !== T.AS) p.bump();
  commaList(p, commonTable, isWithEnd, isWithTrailing);
  p.recovered();
  p.close(mark, NodeKind.WithClause);
}

/** The query begins, be it without its SELECT; a name with AS or ( behind it is another common table expression. */
function isWithEnd(p: Parser): boolean {
  if (isWithTrailing(p)) return true;
  return isName(p) && p.nth(1) !== T.AS && p.nth(1) !== T.OpenParen;
}

function isWithTrailing(p: Parser): boolean {
  return isListEnd(p) || p.kind === T.INSERT || startsQuery(p);
}

/** Name ColumnList? AS ( Query ) */
function commonTable(p: Parser): boolean {
  const mark = p.open();
  // Without its name the query is read all the same.
  if (!name(p, 'a name for the query') && p.kind !== T.AS) {
    p.drop(mark);
    return false;
  }
  if (p.kind === T.OpenParen && !startsQuery(p, 1)) columnList(p);
  if (p.kind !== T.OpenParen && !p.expect(T.AS)) p.skipUntil(isQueryOpening, NodeKind.Error);
  const opener = p.index;
  const isBare = p.nth(-1) === T.AS && startsQuery(p) && p.kind !== T.OpenParen;
  if (isBare) p.error('Put brackets around the query');
  const known = isBare || p.expect(T.OpenParen, '( and a query');
  if (isBare) p.rules.query(p);
  else if (known) {
    p.rules.query(p);
    closeBracket(p, opener);
  }
  p.close(mark, NodeKind.CommonTable);
  return known;
}

function isQueryOpening(kind: T): boolean {
  return kind === T.OpenParen || kind === T.SELECT || kind === T.Comma;
}

/** QueryBody ((UNION | EXCEPT | MINUS | INTERSECT) (ALL | DISTINCT)? QueryBody)*; INTERSECT binds tighter. */
function queryBody(p: Parser, level: number, what: string): boolean {
  const mark = p.open();
  if (!primaryQuery(p, what)) {
    p.drop(mark);
    return false;
  }
  for (;;) {
    const found = setLevel(clauseOrSlipAt(p));
    if (found < level || found === 0) break;
    const operator = clauseOrSlipAt(p) as T;
    let isChain: boolean;
    let complete: boolean;
    do {
      p.recovered();
      p.expect(operator);
      isChain = operator === T.UNION && p.kind === T.ALL;
      if (p.kind === T.ALL || p.kind === T.DISTINCT) p.bump();
      complete = queryBody(p, found + 1, 'a query');
    } while (complete && isChain && p.kind === T.UNION && p.nth(1) === T.ALL);
    if (complete) p.fold(mark, NodeKind.SetOperation);
    else p.wrap(mark, NodeKind.SetOperation);
  }
  p.drop(mark);
  return true;
}

function setLevel(kind: T | undefined): number {
  if (kind === T.INTERSECT) return 2;
  return kind === T.UNION || kind === T.EXCEPT || kind === T.MINUS ? 1 : 0;
}

/** Select | Values | TableQuery | ParenQuery | Template */
function primaryQuery(p: Parser, what: string): boolean {
  switch (p.kind) {
    case T.SELECT:
    case T.FROM:
      select(p);
      return true;
    case T.VALUES:
      rows(p, NodeKind.Values);
      return true;
    case T.TABLE:
      tableQuery(p);
      return true;
    case T.OpenParen:
      parenQuery(p);
      return true;
    case T.Template:
      p.leaf(NodeKind.Template);
      return true;
    default:
      if (p.isSlipOf(T.SELECT)) {
        select(p);
        return true;
      }
      p.expected(what);
      return false;
  }
}

/** TABLE QualifiedName */
function tableQuery(p: Parser): void {
  const mark = p.open();
  p.bump();
  qualifiedName(p, 'a table');
  p.close(mark, NodeKind.TableQuery);
}

/** ( Query ) */
function parenQuery(p: Parser): void {
  const mark = p.open();
  const opener = p.index;
  p.bump();
  p.rules.query(p);
  closeBracket(p, opener);
  p.close(mark, NodeKind.ParenQuery);
}

function closingClauses(p: Parser): void {
  let last = -1;
  for (;;) {
    const found = clauseOrSlipAt(p);
    if (found === undefined) break;
    const place = order.indexOf(found);
    if (place >= 0) {
      if (place === last) p.error(`There is a second ${clauseName(found)} here`);
      else if (exclude(found, order[last])) {
        p.error(`${clauseName(found)} cannot stand beside ${clauseName(order[last] as T)}`);
      } else if (place < last)
        p.error(`${clauseName(found)} must stand before ${clauseName(order[last] as T)}`);
      else p.recovered();
      closingClause(p, found);
      last = Math.max(last, place);
    } else if (last >= 0 && selectWords.includes(found)) misplaced(p, found, order[last] as T);
    else break;
  }
  p.eat(T.WITHAPPROXIMATE);
}

/** Of the clauses that order rows only DISTRIBUTE BY and SORT BY go together. */
function exclude(kind: T, before: T | undefined): boolean {
  if (kind === T.SORT) return before === T.ORDER || before === T.CLUSTER;
  return (kind === T.CLUSTER || kind === T.DISTRIBUTE) && (before === T.ORDER || before === T.CLUSTER);
}

/** A clause of the Select behind one of the Query: it is read, so that what it names is known. */
function misplaced(p: Parser, kind: T, after: T): void {
  p.error(`${clauseName(kind)} must stand before ${clauseName(after)}`);
  const mark = p.open();
  p.bump();
  if (kind === T.GROUP) p.bump();
  p.skipUntil((next) => next === T.CloseParen || isListEnd(p), NodeKind.Error);
  p.close(mark, NodeKind.Error);
}

function closingClause(p: Parser, kind: T): void {
  switch (kind) {
    case T.ORDER:
      return orderByClause(p);
    case T.WINDOW:
      return windowClause(p);
    case T.LIMIT:
      return limitClause(p);
    case T.OFFSET:
      return offsetClause(p);
    case T.FETCH:
      return fetchFirst(p);
    default:
      return clusterClause(p);
  }
}

/** LIMIT (Expr | ALL) */
function limitClause(p: Parser): void {
  const mark = p.open();
  p.expect(T.LIMIT);
  if (!p.eat(T.ALL)) p.rules.expression(p, 'a number of rows');
  p.close(mark, NodeKind.LimitClause);
}

/** OFFSET Expr (ROW | ROWS)? */
function offsetClause(p: Parser): void {
  const mark = p.open();
  p.bump();
  p.rules.expression(p, 'a number of rows');
  if (p.kind === T.ROW || p.kind === T.ROWS) p.bump();
  p.close(mark, NodeKind.OffsetClause);
}

/** FETCH (FIRST | NEXT) Expr? (ROW | ROWS) ONLY */
function fetchFirst(p: Parser): void {
  const mark = p.open();
  p.bump();
  p.bump();
  if (p.kind !== T.ROW && p.kind !== T.ROWS) p.rules.operand(p, 'a number of rows');
  if (!p.eat(T.ROW)) p.expect(T.ROWS, 'ROWS');
  p.expect(T.ONLY);
  p.close(mark, NodeKind.LimitClause);
}
