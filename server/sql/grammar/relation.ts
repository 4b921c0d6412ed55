import { NodeKind } from '../nodeKind';
import type { Mark, Parser } from '../parser';
import { TokenKind as T } from '../tokenKind';
import { isJoinWord, isListEnd, takesImplicitAlias } from './clauses';
import { functionRest } from './functions';
import { closeBracket, columnList, commaList } from './lists';
import { isImplicitAlias, isNameAfterAs, isNameLike, qualifiedName } from './names';
import { pivot, unpivot } from './pivot';
import { sampleClause, snapshotClause, snapshotSlip, timeTravel } from './snapshot';
import { isBracketedQuery, startsQuery } from './startsQuery';

/** Relation (Join | Pivot | Unpivot)* */
export function relation(p: Parser): boolean {
  if (!p.enter()) return true;
  const mark = p.open();
  const known = primaryRelation(p);
  if (known) while (extension(p, mark));
  p.drop(mark);
  p.leave();
  return known;
}

function extension(p: Parser, mark: Mark): boolean {
  if (p.kind === T.PIVOT && p.nth(1) === T.OpenParen) {
    pivot(p, mark, tableAlias);
    return true;
  }
  if (p.kind === T.UNPIVOT) {
    unpivot(p, mark, tableAlias);
    return true;
  }
  if (isJoinWord(p)) {
    join(p, mark);
    return true;
  }
  return false;
}

/** NATURAL? (INNER | CROSS | (LEFT | RIGHT | FULL) OUTER? | LEFT? (SEMI | ANTI))? JOIN Relation (OnClause | UsingClause)? */
function join(p: Parser, mark: Mark): void {
  p.recovered();
  const isNatural = p.eat(T.NATURAL);
  const isLeft = p.kind === T.LEFT;
  if (isLeft || p.kind === T.RIGHT || p.kind === T.FULL) {
    p.bump();
    if (p.isSlipOf(T.OUTER)) p.eatMisspelled(T.OUTER);
    else if (p.is(T.OUTER) || (isLeft && (p.is(T.SEMI) || p.is(T.ANTI)))) p.bump();
  } else if (isJoinKind(p.kind)) p.bump();
  if (p.expect(T.JOIN)) p.recovered();
  if (!primaryRelation(p))
    p.skipUntil((kind) => kind === T.ON || kind === T.USING || isStop(p), NodeKind.Error);
  if (isNatural && (p.kind === T.ON || p.kind === T.USING)) {
    p.error(`A NATURAL JOIN takes no ${p.word().toUpperCase()}: it joins on all columns of the same name`);
  }
  if (p.kind === T.ON) onClause(p);
  else if (p.kind === T.USING) usingClause(p);
  p.wrap(mark, NodeKind.Join);
}

function isJoinKind(kind: T): boolean {
  return kind === T.INNER || kind === T.CROSS || kind === T.SEMI || kind === T.ANTI;
}

function isStop(p: Parser): boolean {
  return (
    p.kind === T.WHERE || p.kind === T.GROUP || p.kind === T.ORDER || p.kind === T.CloseParen || isJoinWord(p)
  );
}

/** ON Expr */
function onClause(p: Parser): void {
  const mark = p.open();
  p.bump();
  p.recovered();
  p.rules.expression(p, 'a join condition');
  p.close(mark, NodeKind.OnClause);
}

/** USING ColumnList */
function usingClause(p: Parser): void {
  const mark = p.open();
  p.bump();
  columnList(p);
  p.close(mark, NodeKind.UsingClause);
}

/** TableRef | DerivedTable | TableFunction | InlineTable | ParenRelation */
function primaryRelation(p: Parser): boolean {
  if (p.kind === T.LATERAL && p.nth(1) !== T.VIEW) return lateral(p);
  if (p.kind === T.OpenParen) {
    const mark = p.open();
    bracketed(p, mark);
    p.drop(mark);
    return true;
  }
  if (p.kind === T.VALUES && p.nth(1) !== T.Dot && startsQuery(p)) {
    rows(p, NodeKind.InlineTable);
    return true;
  }
  if (p.kind === T.SELECT) return bareQuery(p);
  return tableOrFunction(p);
}

/** LATERAL (DerivedTable | TableFunction) */
function lateral(p: Parser): boolean {
  const mark = p.open();
  p.bump();
  if (p.kind === T.OpenParen) bracketed(p, mark);
  else if (isNameLike(p)) {
    const call = p.open();
    qualifiedName(p, 'a function');
    if (p.is(T.OpenParen)) functionRest(p, call, T.Identifier);
    else p.expected('the arguments of the function in brackets');
    p.drop(call);
    tableAlias(p);
    p.wrap(mark, NodeKind.TableFunction);
  } else p.expected('a subquery in brackets or a function');
  p.drop(mark);
  return true;
}

/** ( Query ) SampleClause? TableAlias? | ( Relation ) TableAlias? */
function bracketed(p: Parser, mark: Mark): void {
  const opener = p.index;
  const isQuery = isBracketedQuery(p, 0) || (p.nth(1) === T.Template && p.nth(2) === T.CloseParen);
  p.bump();
  if (isQuery) p.rules.query(p);
  else p.rules.relation(p);
  closeBracket(p, opener);
  if (p.kind === T.TABLESAMPLE) sampleClause(p);
  tableAlias(p);
  p.wrap(mark, isQuery ? NodeKind.DerivedTable : NodeKind.ParenRelation);
}

/** A query where it needs brackets; it is read as if it had them. */
function bareQuery(p: Parser): boolean {
  const mark = p.open();
  p.error('Put brackets around the subquery', p.range());
  p.hasOpenBracket = true;
  p.rules.query(p);
  p.close(mark, NodeKind.DerivedTable);
  return true;
}

/** VALUES Expr, ... TableAlias? */
export function rows(p: Parser, kind: NodeKind): void {
  const mark = p.open();
  p.bump();
  commaList(p, row, isRowsEnd, isListEnd);
  tableAlias(p);
  p.close(mark, kind);
}

function row(p: Parser): boolean {
  return p.rules.expression(p, 'a row');
}

function isRowsEnd(p: Parser): boolean {
  if (p.kind === T.Comma) return isTableNext(p);
  return p.kind === T.AS || isImplicitAlias(p) || isListEnd(p);
}

/** QualifiedName `*`? SnapshotClause? SampleClause? TableAlias? SnapshotClause? | FunctionCall TableAlias? */
function tableOrFunction(p: Parser): boolean {
  const mark = p.open();
  if (!qualifiedName(p, 'a table or a subquery in brackets')) {
    p.drop(mark);
    return false;
  }
  if (p.kind === T.OpenParen) {
    if (p.nth(-2) === T.Dot) p.mistake('A function that gives rows has a name of one part', p.range(-1));
    functionRest(p, mark, T.Identifier);
    tableAlias(p);
    p.close(mark, NodeKind.TableFunction);
    return true;
  }
  p.eat(T.Star);
  tableSuffixes(p);
  if (tableAlias(p)) snapshotSuffix(p);
  p.close(mark, NodeKind.TableRef);
  return true;
}

function tableSuffixes(p: Parser): void {
  for (;;) {
    if (p.kind === T.TABLESAMPLE) sampleClause(p);
    else if (!snapshotSuffix(p) && !timeTravel(p)) return;
  }
}

function snapshotSuffix(p: Parser): boolean {
  if (p.kind !== T.SNAPSHOT) return snapshotSlip(p);
  snapshotClause(p);
  return true;
}

/** Behind the comma stands the next relation, not another row. */
function isTableNext(p: Parser): boolean {
  let at = 1;
  if (!isNameLike(p, at)) return false;
  while (p.nth(at + 1) === T.Dot && at < 8) at += 2;
  switch (p.nth(at + 1)) {
    case T.TABLESAMPLE:
    case T.PIVOT:
    case T.UNPIVOT:
    case T.SNAPSHOT:
      return true;
    default:
      return false;
  }
}

/** AS? Name ColumnList? */
export function tableAlias(p: Parser): boolean {
  const mark = p.open();
  if (p.kind === T.AS) {
    p.bump();
    if (isNameAfterAs(p)) p.leaf(NodeKind.Name);
    else p.expected('an alias');
  } else if (takesImplicitAlias(p)) p.leaf(NodeKind.Name);
  else {
    p.drop(mark);
    return false;
  }
  if (p.kind === T.OpenParen) columnList(p);
  p.close(mark, NodeKind.TableAlias);
  return true;
}
