import { NodeKind } from '../nodeKind';
import type { Parser } from '../parser';
import { TokenKind as T } from '../tokenKind';
import { isColumnsEnd } from './columns';
import { alias } from './functions';
import { closeBracket, commaList } from './lists';
import { fieldName, isName, qualifiedName } from './names';
import { startsQuery } from './startsQuery';

/** (WITH | OPTIONS | TBLPROPERTIES | PARTITION words before it) ( Option, ... ) */
export function options(p: Parser, words: number, kind: NodeKind = NodeKind.Options): void {
  const mark = p.open();
  for (let at = 0; at < words; at++) p.bump();
  const opener = p.index;
  if (p.expect(T.OpenParen)) {
    p.recovered();
    if (!p.is(T.CloseParen)) commaList(p, option, isColumnsEnd);
    closeBracket(p, opener);
  }
  p.close(mark, kind);
}

/** (Name (`.` Name)* | string) (`=`? value Expr)? */
function option(p: Parser): boolean {
  const mark = p.open();
  if (p.kind === T.String) p.leaf(NodeKind.Literal);
  else if (isName(p)) {
    p.leaf(NodeKind.Name);
    while (p.eat(T.Dot)) if (!fieldName(p, 'the rest of the name')) break;
  } else {
    p.expected('the name of an option');
    p.drop(mark);
    return false;
  }
  if (!isColumnsEnd(p) && p.kind !== T.Comma) optionValue(p);
  p.close(mark, NodeKind.Option);
  return true;
}

function optionValue(p: Parser): void {
  if (isComparison(p.kind)) p.bump();
  else if (p.kind !== T.String && p.kind !== T.Number && !isName(p)) return p.expected('= and a value');
  if (startsQuery(p)) p.rules.query(p);
  else p.rules.expression(p, 'a value');
}

/** A partition may be named by `=`, or by another comparison where several are meant. */
function isComparison(kind: T): boolean {
  switch (kind) {
    case T.Equal:
    case T.EqualEqual:
    case T.Less:
    case T.LessEqual:
    case T.Greater:
    case T.GreaterEqual:
    case T.NotEqual:
      return true;
    default:
      return false;
  }
}

/** TRANSFORM ( Projection, ... ) */
export function transformClause(p: Parser): void {
  const mark = p.open();
  p.bump();
  const opener = p.index;
  if (p.expect(T.OpenParen)) {
    p.recovered();
    commaList(p, transformer);
    closeBracket(p, opener);
  }
  p.close(mark, NodeKind.TransformClause);
}

/** Expr Alias? */
function transformer(p: Parser): boolean {
  const mark = p.open();
  if (!p.rules.expression(p, 'a transformer such as one_hot_encoder()')) {
    p.drop(mark);
    return false;
  }
  alias(p);
  p.close(mark, NodeKind.Projection);
  return true;
}

/** (IF NOT EXISTS)? QualifiedName */
export function newName(p: Parser, what: string): void {
  if (p.kind === T.IF && (p.nth(1) === T.NOT || p.nth(1) === T.EXISTS)) {
    p.bump();
    p.expect(T.NOT);
    p.expect(T.EXISTS);
  }
  if (!qualifiedName(p, what)) p.skipUntil(isAfterName, NodeKind.Error);
}

/** (IF EXISTS)? */
export function ifExists(p: Parser): void {
  if (p.kind !== T.IF || isNameEnd(p.nth(1))) return;
  p.bump();
  p.expect(T.EXISTS);
}

function isNameEnd(next: T): boolean {
  return next === T.EndOfText || next === T.Semicolon || next === T.Dot || next === T.CloseParen;
}

function isAfterName(kind: T): boolean {
  return kind === T.AS || kind === T.WITH || kind === T.OPTIONS || kind === T.TRANSFORM || kind === T.SELECT;
}
