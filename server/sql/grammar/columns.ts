import { NodeKind } from '../nodeKind';
import type { Parser } from '../parser';
import { TokenKind as T } from '../tokenKind';
import { closeBracket, commaList } from './lists';
import { name } from './names';
import { typeName } from './types';

/** ( ColumnDefinition, ... ) */
export function columnDefinitions(p: Parser): void {
  const mark = p.open();
  const opener = p.index;
  p.bump();
  if (p.kind !== T.CloseParen) commaList(p, columnDefinition, isColumnsEnd);
  closeBracket(p, opener);
  p.close(mark, NodeKind.ColumnDefinitions);
}

export function isColumnsEnd(p: Parser): boolean {
  return p.kind === T.CloseParen || p.kind === T.Semicolon || p.atEnd;
}

/** Name (`:`? TypeName)? (NOT NULL | DEFAULT Expr | COMMENT string | GENERATED ALWAYS AS ( Expr ) | constraint words)* */
export function columnDefinition(p: Parser): boolean {
  const mark = p.open();
  if (!name(p, 'a column name')) {
    p.drop(mark);
    return false;
  }
  while (p.kind === T.Dot) {
    p.bump();
    name(p, 'the rest of the name');
  }
  if (!p.eat(T.Colon) && (isColumnsEnd(p) || p.is(T.Comma) || isColumnWord(p.kind))) {
    // A column of a view or of INSERT may stand without a type.
  } else typeName(p);
  while (columnProperty(p));
  p.close(mark, NodeKind.ColumnDefinition);
  return true;
}

function isColumnWord(kind: T): boolean {
  return kind === T.COMMENT || kind === T.NOT || kind === T.DEFAULT;
}

function columnProperty(p: Parser): boolean {
  switch (p.kind) {
    case T.NOT:
      p.bump();
      p.expect(T.NULL);
      return true;
    case T.NULL:
    case T.UNIQUE:
      p.bump();
      return true;
    case T.PRIMARY:
      p.bump();
      p.expect(T.KEY);
      return true;
    case T.DEFAULT:
      p.bump();
      p.rules.operand(p, 'a value');
      return true;
    case T.COMMENT:
      p.bump();
      p.rules.operand(p, 'a comment in quotes');
      return true;
    case T.GENERATED:
      p.bump();
      p.expect(T.ALWAYS);
      p.expect(T.AS);
      p.rules.operand(p, 'an expression in brackets');
      return true;
    case T.FIRST:
      p.bump();
      return true;
    case T.AFTER:
      p.bump();
      name(p, 'a column name');
      return true;
    default:
      return false;
  }
}
