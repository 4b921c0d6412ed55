import { NodeKind } from '../nodeKind';
import type { Parser } from '../parser';
import { TokenKind as T } from '../tokenKind';
import { columnList, commaList } from './lists';
import { qualifiedName } from './names';
import { options } from './options';
import { isBracketedQuery, startsQuery } from './startsQuery';

/**
 * INSERT (INTO | OVERWRITE INTO?) (TABLE | AUDIENCE)? QualifiedName PartitionSpec? ColumnList? AS? Query, and
 * Spark's INSERT OVERWRITE DIRECTORY, BY NAME and REPLACE WHERE Expr
 */
export function insert(p: Parser): void {
  const mark = p.open();
  p.bump();
  insertTarget(p);
  if (p.is(T.AS)) {
    p.bump();
    p.recovered();
  }
  if (startsQuery(p) || p.is(T.Template)) p.rules.query(p);
  else if (holdsRow(p)) bareRows(p);
  else p.expected('a query or VALUES');
  p.close(mark, NodeKind.Insert);
}

/** A row where VALUES has been left out: with the name of a column it may be a list of columns. */
function holdsRow(p: Parser): boolean {
  if (p.kind !== T.OpenParen) return false;
  switch (p.nth(1)) {
    case T.Number:
    case T.String:
    case T.NULL:
    case T.Minus:
    case T.CAST:
      return true;
    default:
      return false;
  }
}

/** Rows without their VALUES, which is reported. */
function bareRows(p: Parser): void {
  const { start } = p.range();
  p.error('VALUES is missing before this row', p.range(), {
    title: 'Insert VALUES',
    range: { start, end: start },
    text: 'VALUES ',
  });
  const mark = p.open();
  commaList(p, (q) => q.rules.expression(q, 'a row'));
  p.close(mark, NodeKind.Error);
}

function insertTarget(p: Parser): void {
  const overwrites = p.eat(T.OVERWRITE);
  if (overwrites && isDirectory(p)) return directory(p);
  if (!p.eat(T.INTO) && !overwrites) p.expect(T.INTO);
  if ((p.kind === T.TABLE || p.kind === T.AUDIENCE) && p.nth(1) !== T.Dot && !endsName(p)) p.bump();
  if (p.is(T.VALUES) && p.nth(1) === T.OpenParen && startsQuery(p)) p.expected('a table');
  else if (!qualifiedName(p, 'a table')) p.skipUntil(isQueryWord, NodeKind.Error);
  if (p.is(T.PARTITION)) {
    options(p, 1, NodeKind.PartitionSpec);
    if (p.is(T.IF)) {
      p.bump();
      p.expect(T.NOT);
      p.expect(T.EXISTS);
    }
  }
  if (p.is(T.OpenParen) && !holdsRow(p) && !isBracketedQuery(p, 0) && p.nth(1) !== T.Template) columnList(p);
  else if (p.is(T.BY) && p.isWord('NAME', 1)) {
    p.bump();
    p.bump();
  } else if (p.is(T.REPLACE) && p.nth(1) === T.WHERE) {
    p.bump();
    p.bump();
    p.rules.expression(p, 'a condition');
  }
}

/** The word TABLE or AUDIENCE is itself the name. */
function endsName(p: Parser): boolean {
  return startsQuery(p, 1) || p.nth(1) === T.AS;
}

function isQueryWord(kind: T): boolean {
  return kind === T.SELECT || kind === T.VALUES || kind === T.WITH || kind === T.OpenParen;
}

function isDirectory(p: Parser): boolean {
  return p.kind === T.DIRECTORY || (p.kind === T.LOCAL && p.nth(1) === T.DIRECTORY);
}

/** LOCAL? DIRECTORY string? (USING Name)? Options? */
function directory(p: Parser): void {
  p.eat(T.LOCAL);
  p.bump();
  if (p.is(T.String)) p.leaf(NodeKind.Literal);
  if (p.eat(T.USING)) qualifiedName(p, 'a format');
  if (p.is(T.OPTIONS)) options(p, 1);
}
