import { NodeKind } from '../nodeKind';
import type { Parser } from '../parser';
import { TokenKind as T } from '../tokenKind';
import { closeBracket, commaList } from './lists';
import { text } from './literals';
import { name } from './names';
import { swappedName } from './swappedName';
import { typeName } from './types';

/** ( ColumnDefinition, ... ) */
export function columnDefinitions(p: Parser, item: (p: Parser) => boolean = columnDefinition): void {
  const mark = p.open();
  const opener = p.index;
  p.bump();
  if (p.kind === T.CloseParen) p.expected('a column');
  else commaList(p, item, isColumnsEnd);
  closeBracket(p, opener);
  p.close(mark, NodeKind.ColumnDefinitions);
}

export function isColumnsEnd(p: Parser): boolean {
  return p.kind === T.CloseParen || p.kind === T.Semicolon || p.atEnd;
}

/** Name `:`? TypeName (NOT NULL | DEFAULT Expr | COMMENT string | GENERATED ALWAYS AS ( Expr ) | constraint words)* */
export function columnDefinition(p: Parser): boolean {
  const mark = p.open();
  if (!columnName(p)) {
    p.drop(mark);
    return false;
  }
  p.eat(T.Colon);
  if (p.kind === T.NOT || p.kind === T.COMMENT) p.expected('a type');
  else {
    swappedName(p);
    typeName(p);
  }
  properties(p);
  p.close(mark, NodeKind.ColumnDefinition);
  return true;
}

/** Name (COMMENT string)?: a column of a view, which has its type from the query, or of a partition. */
export function untypedColumn(p: Parser): boolean {
  const mark = p.open();
  if (!columnName(p)) {
    p.drop(mark);
    return false;
  }
  if (p.kind !== T.COMMENT && !isColumnsEnd(p) && p.kind !== T.Comma) p.expected('a comma, or COMMENT');
  properties(p);
  p.close(mark, NodeKind.ColumnDefinition);
  return true;
}

/** Name (`.` Name)* */
function columnName(p: Parser): boolean {
  if (!name(p, 'a column name')) return false;
  while (p.eat(T.Dot)) name(p, 'the rest of the name');
  return true;
}

/** Each property once. */
function properties(p: Parser): void {
  const seen = new Set<T>();
  for (let { kind } = p; !seen.has(kind) && property(p); { kind } = p) seen.add(kind);
}

function property(p: Parser): boolean {
  switch (p.kind) {
    case T.NOT:
      p.bump();
      p.expect(T.NULL);
      return true;
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
      text(p, 'a comment in quotes');
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
