import { NodeKind } from '../nodeKind';
import type { Parser } from '../parser';
import { TokenKind as T } from '../tokenKind';
import { closeBracket } from './lists';
import { options } from './options';

/** COPY ( Query ) TO Expr (WITH FORMAT Expr)? */
export function copy(p: Parser): void {
  const mark = p.open();
  p.bump();
  const opener = p.index;
  if (p.expect(T.OpenParen, '( and a query')) {
    p.rules.query(p);
    closeBracket(p, opener);
  }
  if (p.expect(T.TO)) p.rules.operand(p, 'a path in quotes');
  if (p.is(T.WITH) && p.nth(1) === T.OpenParen) options(p, 1);
  else if (p.eat(T.WITH)) {
    if (p.expect(T.FORMAT)) p.rules.operand(p, "'parquet', 'csv' or 'json'");
  }
  p.close(mark, NodeKind.Copy);
}
