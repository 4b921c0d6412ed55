import { NodeKind } from '../nodeKind';
import type { Parser } from '../parser';
import { isKeyword, TokenKind as T } from '../tokenKind';
import { closeBracket, commaList } from './lists';
import { isName, isStandIn } from './names';
import { swappedName } from './swappedName';
import { isTypeWord, typeMistake, nearType, unknownType } from './typeCheck';

/**
 * TypeName: ARRAY `<` TypeName `>` | MAP `<` TypeName, TypeName `>` | STRUCT `<` StructField, ... `>`
 * | INTERVAL unit (TO unit)? | word+ ( number, ... )?, each with `[]` after it
 */
export function typeName(p: Parser): boolean {
  if (!p.enter()) return false;
  const mark = p.open();
  const known = typeBody(p);
  if (known) {
    while (p.kind === T.OpenBracket && p.nth(1) === T.CloseBracket) {
      p.bump();
      p.bump();
    }
    p.close(mark, NodeKind.TypeName);
  } else p.drop(mark);
  p.leave();
  return known;
}

function typeBody(p: Parser): boolean {
  const { kind } = p;
  if (isStandIn(kind)) {
    p.bump();
    return true;
  }
  if (kind !== T.Identifier && kind !== T.BackQuoted && !(isKeyword(kind) && isName(p))) {
    p.expected('a type');
    return false;
  }
  const { start, end } = p.range();
  const word = p.word();
  const slip = p.nth(1) === T.Less ? nested.find((each) => p.isSlipOf(each)) : undefined;
  if (slip !== undefined) p.reportMisspelled(slip);
  p.bump();
  if (slip !== undefined) return typeArguments(p, slip);
  if (p.kind === T.Dot) return qualifiedType(p);
  if (p.kind === T.Less && takesTypes(kind)) return typeArguments(p, kind);
  if (p.kind === T.NotEqual && takesTypes(kind) && kind !== T.STRUCT) {
    p.expected('a type between < and >');
    p.bump();
    return true;
  }
  let numbers: readonly number[] | undefined;
  if (p.kind === T.NotEqual && kind === T.STRUCT) {
    p.bump();
    return true;
  }
  if (p.kind === T.OpenParen) numbers = parameters(p);
  else moreWords(p, kind);
  if (!isTypeWord(word)) {
    const near = nearType(word);
    const fix =
      near === undefined ? undefined : { title: `Change to ${near}`, range: { start, end }, text: near };
    p.error(unknownType(word), { start, end }, fix, 'unknown-type');
  } else {
    const mistake = typeMistake(word, numbers);
    if (mistake) p.error(mistake, { start, end });
  }
  return true;
}

/** (`.` word)+ behind the first word: a type of PostgreSQL's catalog, as in pg_catalog.text; it is not looked up. */
function qualifiedType(p: Parser): boolean {
  while (p.eat(T.Dot)) {
    if (!isName(p)) {
      p.expected('a type');
      return true;
    }
    p.bump();
  }
  return true;
}

const nested: readonly T[] = [T.ARRAY, T.MAP, T.STRUCT];

function takesTypes(kind: T): boolean {
  return nested.includes(kind);
}

/** `<` TypeName `>` | `<` TypeName, TypeName `>` | `<` StructField, ... `>` */
function typeArguments(p: Parser, kind: T): boolean {
  p.bump();
  if (kind === T.STRUCT) {
    if (p.kind !== T.Greater) commaList(p, structField, isTypeEnd);
  } else if (typeName(p) && kind === T.MAP && p.expect(T.Comma, 'a comma and the type of the values'))
    typeName(p);
  if (p.expect(T.Greater, kind === T.STRUCT ? '> or a comma' : '>')) p.recovered();
  return true;
}

function isTypeEnd(p: Parser): boolean {
  switch (p.kind) {
    case T.Greater:
    case T.CloseParen:
    case T.Semicolon:
    case T.EndOfText:
      return true;
    default:
      return false;
  }
}

/** Name `:`? TypeName (NOT NULL)? (COMMENT string)? */
function structField(p: Parser): boolean {
  if (!isName(p)) {
    p.expected('a field name');
    return false;
  }
  const mark = p.open();
  p.leaf(NodeKind.Name);
  if (!p.eat(T.Colon)) swappedName(p);
  typeName(p);
  if (p.kind === T.NOT && p.nth(1) === T.NULL) {
    p.bump();
    p.bump();
  }
  if (p.kind === T.COMMENT && p.nth(1) === T.String) {
    p.bump();
    p.leaf(NodeKind.Literal);
  }
  p.close(mark, NodeKind.StructField);
  return true;
}

/** ( number, ... ): the numbers, unless one of them is put in before the statement runs. */
function parameters(p: Parser): readonly number[] | undefined {
  const opener = p.index;
  const numbers: number[] = [];
  p.bump();
  commaList(p, (q) => {
    const known = q.kind === T.Number || isStandIn(q.kind);
    if (known) {
      numbers.push(Number(q.word()));
      q.bump();
    } else q.expected('a number');
    return known;
  });
  closeBracket(p, opener);
  return numbers.some(Number.isNaN) ? undefined : numbers;
}

/** Types of several words: DOUBLE PRECISION, INTERVAL YEAR TO MONTH, TIMESTAMP WITH TIME ZONE, CHARACTER VARYING(n). */
function moreWords(p: Parser, first: T): void {
  if (first === T.INTERVAL) {
    if (isIntervalUnit(p.kind)) p.bump();
    if (p.kind === T.TO && isIntervalUnit(p.nth(1))) {
      p.bump();
      p.bump();
    }
  } else if (p.isWord('PRECISION') || p.isWord('VARYING')) {
    p.bump();
    if (p.kind === T.OpenParen) parameters(p);
  } else if ((p.kind === T.WITH || p.isWord('WITHOUT')) && p.nth(1) === T.TIME && p.nth(2) === T.ZONE) {
    p.bump();
    p.bump();
    p.bump();
  }
}

function isIntervalUnit(kind: T): boolean {
  switch (kind) {
    case T.YEAR:
    case T.MONTH:
    case T.DAY:
    case T.HOUR:
    case T.MINUTE:
    case T.SECOND:
      return true;
    default:
      return false;
  }
}
