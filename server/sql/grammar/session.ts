import { NodeKind } from '../nodeKind';
import type { Parser } from '../parser';
import { isKeyword, TokenKind as T } from '../tokenKind';
import { closeBracket, commaList } from './lists';
import { isName, isNameLike, name, qualifiedName } from './names';
import { options } from './options';
import { startsQuery } from './startsQuery';
import { typeName } from './types';

/** SET (key words or Variable) ((`=` | TO) (Expr | Query))? */
export function set(p: Parser): void {
  const mark = p.open();
  p.bump();
  if (p.kind === T.Variable) {
    p.leaf(NodeKind.Variable);
    if (p.expect(T.Equal)) setValue(p);
  } else {
    settingKey(p);
    if (p.eat(T.Equal) || p.eat(T.TO)) {
      if (!isStatementEnd(p)) setValue(p);
      // The value of a setting is any text: what is not an expression belongs to it all the same.
      while (!isStatementEnd(p)) p.bump();
      p.recovered();
    }
  }
  p.close(mark, NodeKind.Set);
}

function setValue(p: Parser): void {
  if (startsQuery(p)) p.rules.query(p);
  else p.rules.expression(p, 'a value or a query');
}

/** Words joined by dots; only the settings of PostgreSQL's own, such as SET TIME ZONE, have several words. */
function settingKey(p: Parser): void {
  const hasWords = !isKeyword(p.kind) || freeKeys.has(p.kind);
  for (; isKeyPart(p); p.bump()) {
    if (!hasWords && !p.isAdjacent && p.index > 1 && !isJoined(p)) {
      p.error(`Expected = and a value after ${p.word(-1)}, found ${p.word()}`);
    }
  }
  p.recovered();
}

const freeKeys: ReadonlySet<T> = new Set([T.TIME, T.ROLE, T.LOCAL, T.TRANSACTION, T.SESSION_USER, T.SCHEMA]);

/** A sign stands before or at the current token. */
function isJoined(p: Parser): boolean {
  return isSign(p.kind) || isSign(p.nth(-1));
}

function isSign(kind: T): boolean {
  return kind === T.Dot || kind === T.Minus || kind === T.Colon;
}

function isKeyPart(p: Parser): boolean {
  const { kind } = p;
  if (kind === T.TO || isStatementEnd(p)) return false;
  return (
    isKeyword(kind) ||
    isNameLike(p) ||
    kind === T.Dot ||
    kind === T.Minus ||
    kind === T.Colon ||
    kind === T.String
  );
}

export function isStatementEnd(p: Parser): boolean {
  return p.atEnd || p.kind === T.Semicolon || p.kind === T.BlockDelimiter;
}

/** SHOW words, Expr? QualifiedName? */
export function show(p: Parser): void {
  const mark = p.open();
  p.bump();
  if (isStatementEnd(p)) p.expected('TABLES, VIEWS, MODELS or another thing to show');
  while (showPart(p));
  p.close(mark, NodeKind.Show);
}

function showPart(p: Parser): boolean {
  switch (p.kind) {
    case T.FROM:
    case T.IN:
    case T.FOR:
    case T.ON:
      p.bump();
      if (p.is(T.String)) p.leaf(NodeKind.Literal);
      else qualifiedName(p, 'a name');
      return true;
    case T.TBLPROPERTIES:
    case T.PARTITIONS:
      p.bump();
      qualifiedName(p, 'a table');
      return true;
    case T.CREATE:
      p.bump();
      p.expect(T.TABLE);
      qualifiedName(p, 'a table');
      return true;
    case T.PARTITION:
      options(p, 1, NodeKind.PartitionSpec);
      return true;
    case T.String:
    case T.OpenParen:
      p.rules.operand(p);
      return true;
    default:
      if (!isKeyword(p.kind) && !isName(p) && p.kind !== T.Dot && p.kind !== T.Star) return false;
      p.bump();
      return true;
  }
}

/** BEGIN | START TRANSACTION | COMMIT | ROLLBACK, and WORK or TRANSACTION */
export function transaction(p: Parser): void {
  const mark = p.open();
  const starts = p.kind === T.START;
  p.bump();
  if (starts) p.expect(T.TRANSACTION);
  else if (p.kind === T.WORK || p.kind === T.TRANSACTION) p.bump();
  p.close(mark, NodeKind.Transaction);
}

/** EXPLAIN words, statement */
export function explain(p: Parser): void {
  const mark = p.open();
  p.bump();
  if (isExplainWord(p.kind)) p.bump();
  if (p.eat(T.FORMAT) && (p.isWord('TEXT') || p.isWord('JSON'))) p.bump();
  if (isStatementEnd(p)) p.expected('a statement');
  else if (p.enter()) {
    p.rules.statement(p);
    p.leave();
  }
  p.close(mark, NodeKind.Explain);
}

function isExplainWord(kind: T): boolean {
  switch (kind) {
    case T.EXTENDED:
    case T.FORMATTED:
    case T.CODEGEN:
    case T.COST:
    case T.LOGICAL:
      return true;
    default:
      return false;
  }
}

/** DECLARE Name CURSOR ((WITH | WITHOUT) HOLD)? FOR Query; drivers say whether it is to outlive the transaction */
export function declareCursor(p: Parser): void {
  const mark = p.open();
  p.bump();
  name(p, 'a name for the cursor');
  if (p.expect(T.CURSOR)) {
    if ((p.kind === T.WITH || p.isWord('WITHOUT')) && p.isWord('HOLD', 1)) {
      p.bump();
      p.bump();
    }
    if (p.expect(T.FOR)) p.rules.query(p);
  }
  p.close(mark, NodeKind.DeclareCursor);
}

/** FETCH FORWARD? Expr? (IN | FROM)? Name */
export function fetch(p: Parser): void {
  const mark = p.open();
  p.bump();
  if (p.isWord('FORWARD') && (p.nth(1) === T.Number || p.nth(1) === T.ALL)) p.bump();
  if (p.kind === T.Number || p.kind === T.ALL || p.kind === T.NEXT) p.rules.operand(p);
  if (p.kind === T.IN || p.kind === T.FROM) p.bump();
  name(p, 'the name of a cursor');
  p.close(mark, NodeKind.Fetch);
}

/** CLOSE (Name | ALL) */
export function closeCursor(p: Parser): void {
  const mark = p.open();
  p.bump();
  if (!p.eat(T.ALL)) name(p, 'the name of a cursor, or ALL');
  p.close(mark, NodeKind.CloseCursor);
}

/** PREPARE Name ( TypeName, ... )? AS statement */
export function prepare(p: Parser): void {
  const mark = p.open();
  p.bump();
  name(p, 'a name for the statement');
  const opener = p.index;
  if (p.eat(T.OpenParen)) {
    commaList(p, typeName);
    closeBracket(p, opener);
  }
  if (p.expect(T.AS) && p.enter()) {
    p.rules.statement(p);
    p.leave();
  }
  p.close(mark, NodeKind.Prepare);
}

/** EXECUTE Name ( Expr, ... )? */
export function execute(p: Parser): void {
  const mark = p.open();
  p.bump();
  name(p, 'the name of a prepared statement');
  const opener = p.index;
  if (p.eat(T.OpenParen)) {
    if (!p.is(T.CloseParen)) commaList(p, (q) => q.rules.expression(q, 'a value'));
    closeBracket(p, opener);
  }
  p.close(mark, NodeKind.Execute);
}

/** DEALLOCATE PREPARE? (Name | ALL) */
export function deallocate(p: Parser): void {
  const mark = p.open();
  p.bump();
  if (p.kind === T.PREPARE && isName(p, 1)) p.bump();
  if (!p.eat(T.ALL)) name(p, 'the name of a prepared statement, or ALL');
  p.close(mark, NodeKind.Deallocate);
}
