import { NodeKind } from '../nodeKind';
import type { Parser } from '../parser';
import { TokenKind as T } from '../tokenKind';
import { alias } from './functions';
import { closeBracket, commaList } from './lists';
import { qualifiedName } from './names';
import { options } from './options';

/**
 * ANALYZE TABLE QualifiedName PartitionSpec? FilterContext? (COMPUTE STATISTICS columns? Alias?
 * | TABLESAMPLE FilterContext? SAMPLERATE Expr)?; ANALYZE TABLES (IN QualifiedName)? COMPUTE STATISTICS NOSCAN?
 */
export function analyze(p: Parser): void {
  const mark = p.open();
  p.bump();
  if (p.eat(T.TABLES)) {
    if (p.eat(T.IN) || p.eat(T.FROM)) qualifiedName(p, 'a database');
  } else if (p.expect(T.TABLE)) qualifiedName(p, 'a table');
  if (p.kind === T.PARTITION) options(p, 1, NodeKind.PartitionSpec);
  if (p.is(T.FILTERCONTEXT)) filterContext(p);
  if (p.eat(T.COMPUTE) || p.eatMisspelled(T.COMPUTE)) computeStatistics(p);
  else if (p.eat(T.TABLESAMPLE) || p.eatMisspelled(T.TABLESAMPLE)) tableSample(p);
  p.close(mark, NodeKind.Analyze);
}

/** FILTERCONTEXT ( Expr ) */
function filterContext(p: Parser): void {
  const mark = p.open();
  p.bump();
  const opener = p.index;
  if (p.expect(T.OpenParen)) {
    p.rules.expression(p, 'a condition');
    closeBracket(p, opener);
  }
  p.close(mark, NodeKind.FilterContext);
}

/** STATISTICS (NOSCAN | FOR ALL COLUMNS | FOR COLUMNS ( Expr, ... ))? Alias? */
function computeStatistics(p: Parser): void {
  p.expect(T.STATISTICS);
  if (p.isWord('NOSCAN')) p.bump();
  if (p.eat(T.FOR)) {
    if (p.eat(T.ALL)) p.expect(T.COLUMNS);
    else if (p.expect(T.COLUMNS, 'ALL COLUMNS or COLUMNS')) columns(p);
  }
  if (p.is(T.AS)) alias(p);
}

function columns(p: Parser): void {
  if (!p.is(T.OpenParen)) return commaList(p, column);
  const opener = p.index;
  p.bump();
  commaList(p, column);
  closeBracket(p, opener);
}

function column(p: Parser): boolean {
  return p.rules.operand(p, 'a column');
}

/** FilterContext? SAMPLERATE Expr */
function tableSample(p: Parser): void {
  if (p.is(T.FILTERCONTEXT)) filterContext(p);
  if (p.expect(T.SAMPLERATE)) p.rules.operand(p, 'a percentage');
}
