import { NodeKind } from '../nodeKind';
import type { Parser } from '../parser';
import { TokenKind as T } from '../tokenKind';
import { closeBracket } from './lists';

/** The arguments of a function that divides them by words; false where the function has none of its own. */
export function wordyArguments(p: Parser, kind: T): boolean {
  const content = contents.get(kind);
  if (!content) return false;
  const mark = p.open();
  const opener = p.index;
  p.bump();
  if (!p.is(T.CloseParen)) content(p);
  closeBracket(p, opener);
  p.close(mark, NodeKind.Arguments);
  return true;
}

const contents: ReadonlyMap<T, (p: Parser) => void> = new Map([
  [T.EXTRACT, extract],
  [T.TRIM, trim],
  [T.SUBSTRING, substring],
  [T.SUBSTR, substring],
  [T.POSITION, position],
  [T.OVERLAY, overlay],
]);

/** unit FROM Expr | Expr, ... */
function extract(p: Parser): void {
  if (value(p) && (p.eat(T.Comma) || p.expect(T.FROM))) value(p);
}

/** (BOTH | LEADING | TRAILING)? Expr? FROM Expr | Expr, ... */
function trim(p: Parser): void {
  const isSided = p.eat(T.BOTH) || p.eat(T.LEADING) || p.eat(T.TRAILING);
  if (p.kind !== T.FROM && p.rules.expression(p, 'an argument') && p.eat(T.Comma)) values(p);
  noConditionBeforeFrom(p);
  if (isSided ? p.expect(T.FROM) : p.eat(T.FROM)) value(p);
}

/** Expr FROM Expr (FOR Expr)? | Expr, ... */
function substring(p: Parser): void {
  if (!p.rules.expression(p, 'an argument')) return;
  noConditionBeforeFrom(p);
  if (p.eat(T.FROM)) {
    value(p);
    if (p.eat(T.FOR)) value(p);
  } else if (p.eat(T.Comma)) values(p);
}

/** Between the words of such a function stands a value; a condition needs brackets of its own. */
function noConditionBeforeFrom(p: Parser): void {
  if (p.kind === T.FROM && p.lastKind !== undefined && conditions.has(p.lastKind))
    p.mistake('Put brackets around the condition before FROM', p.range(-1));
}

const conditions: ReadonlySet<NodeKind> = new Set([
  NodeKind.IsTest,
  NodeKind.In,
  NodeKind.Like,
  NodeKind.Between,
  NodeKind.IsDistinctFrom,
]);

/** Expr IN Expr | Expr, ... */
function position(p: Parser): void {
  if (!value(p)) return;
  if (p.eat(T.IN)) value(p);
  else if (p.eat(T.Comma)) values(p);
}

/** Expr PLACING Expr FROM Expr (FOR Expr)? | Expr, ... */
function overlay(p: Parser): void {
  if (!value(p)) return;
  if (p.eat(T.PLACING)) {
    value(p);
    if (p.expect(T.FROM)) value(p);
    if (p.eat(T.FOR)) value(p);
  } else if (p.eat(T.Comma)) values(p);
}

function values(p: Parser): void {
  do value(p);
  while (p.eat(T.Comma));
}

function value(p: Parser): boolean {
  return p.rules.value(p, 'an argument');
}
