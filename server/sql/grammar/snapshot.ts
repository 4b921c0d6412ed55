import { NodeKind } from '../nodeKind';
import type { Parser } from '../parser';
import { TokenKind as T } from '../tokenKind';
import { closeBracket } from './lists';

/** SNAPSHOT (SINCE Expr | AS OF Expr | BETWEEN Expr AND Expr) */
export function snapshotClause(p: Parser): void {
  const mark = p.open();
  p.bump();
  p.recovered();
  if (p.eat(T.SINCE) || p.eatMisspelled(T.SINCE)) snapshotId(p);
  else if (p.eat(T.AS)) {
    if (p.expect(T.OF)) snapshotId(p);
  } else if (p.eat(T.BETWEEN) || p.eatMisspelled(T.BETWEEN)) {
    snapshotId(p);
    if (p.expect(T.AND, 'AND and the last snapshot')) snapshotId(p);
  } else p.expected('SINCE, AS OF or BETWEEN');
  p.close(mark, NodeKind.SnapshotClause);
}

/** Expr | HEAD | TAIL */
function snapshotId(p: Parser): void {
  if ((p.kind === T.HEAD || p.kind === T.TAIL) && p.nth(1) !== T.Dot) {
    const word = p.word();
    p.hint(`Newer versions of Query Service want ${word} in quotes`, p.range(), {
      title: `Write '${word.toUpperCase()}'`,
      range: p.range(),
      text: `'${word.toUpperCase()}'`,
    });
    p.leaf(NodeKind.SnapshotEdge);
  } else p.rules.operand(p, 'a snapshot id');
}

/** AS OF or BETWEEN right behind a table: SNAPSHOT has been left out. It is read as if it were there. */
export function snapshotSlip(p: Parser): boolean {
  const isAsOf = p.kind === T.AS && p.nth(1) === T.OF && isId(p.nth(2));
  if (!isAsOf && !(p.kind === T.BETWEEN && isId(p.nth(1)))) return false;
  const { start } = p.range();
  p.error(`SNAPSHOT is missing before ${p.word().toUpperCase()}`, p.range(), {
    title: 'Insert SNAPSHOT',
    range: { start, end: start },
    text: 'SNAPSHOT ',
  });
  const mark = p.open();
  if (isAsOf) {
    p.bump();
    p.bump();
    snapshotId(p);
  } else {
    p.bump();
    snapshotId(p);
    if (p.eat(T.AND)) snapshotId(p);
  }
  p.close(mark, NodeKind.SnapshotClause);
  return true;
}

function isId(kind: T): boolean {
  return kind === T.Number || kind === T.String || kind === T.Variable || kind === T.HEAD || kind === T.TAIL;
}

/** FOR? (VERSION | SYSTEM_VERSION | TIMESTAMP | SYSTEM_TIME) AS OF Expr */
export function timeTravel(p: Parser): boolean {
  const skip = p.kind === T.FOR ? 1 : 0;
  if (!isTimeWord(p.nth(skip)) || p.nth(skip + 1) !== T.AS || p.nth(skip + 2) !== T.OF) return false;
  const mark = p.open();
  for (let words = skip + 3; words > 0; words--) p.bump();
  p.rules.operand(p, 'a version or time');
  p.close(mark, NodeKind.TimeTravel);
  return true;
}

function isTimeWord(kind: T): boolean {
  return kind === T.VERSION || kind === T.SYSTEM_VERSION || kind === T.TIMESTAMP || kind === T.SYSTEM_TIME;
}

/** TABLESAMPLE ( Expr (PERCENT | ROWS) | bytes | BUCKET n OUT OF n (ON Expr)? ) (REPEATABLE ( Expr ))? */
export function sampleClause(p: Parser): void {
  const mark = p.open();
  p.bump();
  const isPlain = p.kind !== T.SYSTEM && p.kind !== T.BERNOULLI;
  if (!isPlain) {
    p.mistake(`TABLESAMPLE takes its size alone, as in TABLESAMPLE (10 PERCENT)`, p.range());
    p.bump();
  }
  const opener = p.index;
  if (p.expect(T.OpenParen)) {
    if (p.kind === T.BUCKET && p.nth(1) === T.Number) bucket(p);
    else if (p.kind === T.Identifier && p.nth(1) === T.CloseParen) {
      // A number of bytes, such as 100M.
      p.bump();
    } else sampleSize(p, isPlain);
    closeBracket(p, opener);
  }
  if (p.eat(T.REPEATABLE)) {
    const seed = p.index;
    if (p.expect(T.OpenParen)) {
      p.rules.expression(p, 'a seed');
      closeBracket(p, seed);
    }
  }
  p.close(mark, NodeKind.SampleClause);
}

/** Expr (PERCENT | ROWS) */
function sampleSize(p: Parser, needsUnit: boolean): void {
  const isTooMuch = p.kind === T.Number && p.nth(1) === T.PERCENT && Number(p.word()) > 100;
  if (isTooMuch) p.mistake('A sample has at most 100 percent of the rows', p.range());
  if (!p.rules.expression(p, 'the size of the sample') || p.eat(T.PERCENT) || p.eat(T.ROWS)) return;
  if (needsUnit) p.expected('PERCENT or ROWS');
}

function bucket(p: Parser): void {
  p.bump();
  p.rules.operand(p);
  p.expect(T.OUT);
  p.expect(T.OF);
  p.rules.operand(p, 'the number of buckets');
  if (p.eat(T.ON)) p.rules.expression(p);
}
