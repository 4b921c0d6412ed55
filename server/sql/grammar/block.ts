import type { TextRange } from '../../base/textRange';
import { NodeKind } from '../nodeKind';
import type { Parser } from '../parser';
import { TokenKind as T } from '../tokenKind';
import { startsNewStatement } from './clauses';

/** $$? BEGIN BlockStatement* ExceptionHandler? END $$? | $$? BEGIN BlockStatement* ExceptionHandler? $$ END */
export function block(p: Parser): void {
  if (!p.enter()) return;
  const mark = p.open();
  const isOuter = p.eat(T.BlockDelimiter);
  if (p.expect(T.BEGIN)) p.recovered();
  statements(p);
  if (p.is(T.EXCEPTION)) exceptionHandler(p);
  if (isOuter && p.is(T.BlockDelimiter)) {
    p.bump();
    p.expect(T.END);
  } else if (p.expect(T.END, isOuter ? 'END $$' : 'END') && isOuter)
    p.expect(T.BlockDelimiter, '$$ to close the block');
  p.close(mark, NodeKind.Block);
  p.leave();
}

/** BlockStatement* */
function statements(p: Parser): void {
  while (!endsStatements(p)) blockStatement(p);
}

function endsStatements(p: Parser): boolean {
  switch (p.kind) {
    case T.EndOfText:
    case T.END:
    case T.EXCEPTION:
    case T.ELSE:
    case T.ELSEIF:
      return true;
    case T.BlockDelimiter:
      return p.nth(1) !== T.BEGIN;
    default:
      return false;
  }
}

/** (If | Block | statement) `;` */
function blockStatement(p: Parser): void {
  const mark = p.open();
  p.recovered();
  if (p.kind === T.IF) ifStatement(p);
  else if (p.kind === T.BlockDelimiter || (p.kind === T.BEGIN && startsBlock(p.nth(1)))) block(p);
  else if (p.kind !== T.Semicolon) p.rules.statement(p);
  if (p.kind !== T.Semicolon && !endsStatements(p)) {
    if (startsNext(p)) p.missingSemicolon();
    else {
      p.expected('; or the rest of the statement');
      p.skipUntil((kind) => kind === T.Semicolon || startsNext(p) || endsAtLine(p), NodeKind.Error);
    }
  }
  p.eat(T.Semicolon);
  p.close(mark, NodeKind.BlockStatement);
}

/** BEGIN opens a block rather than a transaction. */
function startsBlock(next: T): boolean {
  return next !== T.Semicolon && next !== T.WORK && next !== T.TRANSACTION && next !== T.EndOfText;
}

/** The current token begins another statement of the block, although no `;` stands before it. */
function startsNext(p: Parser): boolean {
  if (startsNewStatement(p)) return true;
  return p.isFirstOnLine && (p.kind === T.SELECT || (p.kind === T.IF && p.nth(1) === T.Variable));
}

function endsAtLine(p: Parser): boolean {
  return p.isFirstOnLine && endsStatements(p);
}

/** IF Expr THEN BlockStatement* ElseIf* ElseBranch? END IF */
function ifStatement(p: Parser): void {
  if (!p.enter()) return;
  const mark = p.open();
  const word = p.range();
  p.bump();
  condition(p);
  statements(p);
  while (p.kind === T.ELSEIF) {
    const branch = p.open();
    p.bump();
    p.recovered();
    condition(p);
    statements(p);
    p.close(branch, NodeKind.ElseIf);
  }
  if (p.kind === T.ELSE) {
    const branch = p.open();
    p.bump();
    p.recovered();
    statements(p);
    p.close(branch, NodeKind.ElseBranch);
  }
  endIf(p, word);
  p.close(mark, NodeKind.If);
  p.leave();
}

/** END IF; an END that closes the block is left to it. */
function endIf(p: Parser, word: TextRange): void {
  const next = p.nth(1);
  if (p.kind !== T.END || next === T.BlockDelimiter || next === T.EndOfText) {
    p.error('This IF is not closed: END IF is missing', word);
  } else {
    p.bump();
    p.expect(T.IF);
  }
}

function condition(p: Parser): void {
  p.rules.expression(p, 'a condition');
  if (p.expect(T.THEN)) p.recovered();
}

/** EXCEPTION WHEN (OTHERS | OTHER) THEN BlockStatement* */
function exceptionHandler(p: Parser): void {
  const mark = p.open();
  p.bump();
  p.recovered();
  p.expect(T.WHEN);
  if (!p.eat(T.OTHERS)) p.expect(T.OTHER, 'OTHERS');
  if (p.expect(T.THEN)) p.recovered();
  statements(p);
  p.close(mark, NodeKind.ExceptionHandler);
}
