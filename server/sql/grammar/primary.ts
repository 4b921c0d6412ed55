import type { TextRange } from '../../base/textRange';
import { NodeKind } from '../nodeKind';
import type { Mark, Parser } from '../parser';
import { TokenKind as T } from '../tokenKind';
import { alias, functionRest } from './functions';
import { closeBracket, commaList } from './lists';
import { interval, isInterval, isTypedLiteral, literal, typedLiteral } from './literals';
import { fieldName, isName, name } from './names';
import { starRest } from './star';
import { isBracketedQuery } from './startsQuery';
import { typeName } from './types';

/** Primary (`.` Name | `[` Expr `]` | `::` TypeName)* */
export function operand(p: Parser, what = 'an expression'): boolean {
  const mark = p.open();
  if (!primary(p, mark, what)) {
    p.drop(mark);
    return false;
  }
  for (;;) {
    switch (p.kind) {
      case T.Dot:
        p.bump();
        fieldName(p, 'a field name');
        p.wrap(mark, NodeKind.FieldAccess);
        continue;
      case T.OpenBracket:
        index(p);
        p.wrap(mark, NodeKind.Index);
        continue;
      case T.ColonColon:
        p.bump();
        typeName(p);
        p.wrap(mark, NodeKind.Cast);
        continue;
      default:
        p.drop(mark);
        return true;
    }
  }
}

/** `[` Expr `]` */
function index(p: Parser): void {
  const opener = p.index;
  p.bump();
  if (p.kind !== T.CloseBracket) p.rules.value(p, 'an index or a key');
  else p.expected('an index or a key');
  closeBracket(p, opener, T.CloseBracket);
}

function primary(p: Parser, mark: Mark, what: string): boolean {
  switch (p.kind) {
    case T.Number:
    case T.String:
    case T.TRUE:
    case T.FALSE:
    case T.NULL:
      literal(p);
      return true;
    case T.OpenParen:
      return bracketed(p, mark);
    case T.OpenBracket:
      p.error('An array is written array(...)');
      arrayLiteral(p, mark);
      return true;
    case T.Positional:
      p.leaf(NodeKind.Parameter);
      return true;
    case T.Colon:
      return namedParameter(p, mark, what);
    case T.Variable:
    case T.Parameter:
    case T.Template:
      standIn(p, mark);
      return true;
    default:
      return worded(p, mark, what);
  }
}

/** What begins with a word. */
function worded(p: Parser, mark: Mark, what: string): boolean {
  switch (p.kind) {
    case T.CASE:
      caseExpression(p);
      return true;
    case T.CAST:
    case T.TRY_CAST:
      if (p.nth(1) === T.OpenParen) return cast(p);
      break;
    case T.EXISTS:
      if (p.nth(1) === T.OpenParen && isBracketedQuery(p, 1)) return subqueryAfterWord(p, NodeKind.Exists);
      break;
    case T.ANY:
    case T.ALL:
    case T.SOME:
      if (isComparison(p.nth(-1)) && p.nth(1) === T.OpenParen && isBracketedQuery(p, 1)) {
        return subqueryAfterWord(p, NodeKind.Subquery);
      }
      break;
    case T.INTERVAL:
      if (!isInterval(p)) break;
      interval(p);
      return true;
    case T.ARRAY:
      if (p.nth(1) !== T.OpenBracket) break;
      p.bump();
      arrayLiteral(p, mark);
      return true;
    default:
      if (!isTypedLiteral(p)) break;
      typedLiteral(p);
      return true;
  }
  if (isName(p)) return pathOrCall(p, mark);
  p.expected(what);
  return false;
}

/** ANY, ALL and SOME before a query belong to a comparison. */
function isComparison(kind: T): boolean {
  switch (kind) {
    case T.Equal:
    case T.EqualEqual:
    case T.NotEqual:
    case T.Less:
    case T.LessEqual:
    case T.Greater:
    case T.GreaterEqual:
      return true;
    default:
      return false;
  }
}

/** Words that call a function without brackets. */
function isBareCall(kind: T): boolean {
  switch (kind) {
    case T.CURRENT_DATE:
    case T.CURRENT_TIME:
    case T.CURRENT_TIMESTAMP:
    case T.CURRENT_USER:
    case T.SESSION_USER:
      return true;
    default:
      return false;
  }
}

/** Path: Name (`.` Name)* | Star: (QualifiedName `.`)? `*` | FunctionCall | Lambda: Name `->` Expr */
function pathOrCall(p: Parser, mark: Mark): boolean {
  const first = p.kind;
  const isLambda = p.nth(1) === T.Arrow;
  p.leaf(NodeKind.Name);
  if (isLambda) {
    lambdaBody(p, mark);
    return true;
  }
  let names = 1;
  for (; p.kind === T.Dot; names++) {
    if (p.nth(1) === T.Star) {
      p.wrap(mark, NodeKind.QualifiedName);
      p.bump();
      starRest(p, mark);
      return true;
    }
    p.bump();
    if (!fieldName(p, 'a column or field name')) break;
  }
  if (p.kind === T.OpenParen) {
    p.wrap(mark, NodeKind.QualifiedName);
    functionRest(p, mark, names === 1 ? first : T.Identifier);
  } else if (names === 1 && isBareCall(first)) {
    p.wrap(mark, NodeKind.QualifiedName);
    p.wrap(mark, NodeKind.FunctionCall);
  } else p.wrap(mark, NodeKind.Path);
  return true;
}

/** @name | $name | #NAME alone, or as the first name of a path */
function standIn(p: Parser, mark: Mark): void {
  const { kind } = p;
  if (kind !== T.Variable && (p.nth(1) === T.Dot || p.nth(1) === T.OpenParen)) {
    pathOrCall(p, mark);
    return;
  }
  if (kind === T.Template) p.leaf(NodeKind.Template);
  else p.leaf(kind === T.Variable ? NodeKind.Variable : NodeKind.Parameter);
}

/** `:` name */
function namedParameter(p: Parser, mark: Mark, what: string): boolean {
  if (p.nth(1) !== T.Identifier) {
    p.expected(what);
    return false;
  }
  p.bump();
  p.bump();
  p.wrap(mark, NodeKind.Parameter);
  return true;
}

/** ( Expr ) | ( Expr, ... ) | ( Query ) | ( Name, ... ) `->` Expr */
function bracketed(p: Parser, mark: Mark): boolean {
  if (isLambdaHead(p)) {
    lambdaNames(p);
    lambdaBody(p, mark);
    return true;
  }
  const opener = p.index;
  if (isBracketedQuery(p, 0)) {
    p.bump();
    p.rules.query(p);
    closeBracket(p, opener);
    p.wrap(mark, NodeKind.Subquery);
  } else {
    p.bump();
    const items = tupleItems(p);
    closeBracket(p, opener);
    p.wrap(mark, items > 1 ? NodeKind.Tuple : NodeKind.Paren);
  }
  return true;
}

function item(p: Parser): boolean {
  return p.rules.expression(p);
}

/** Expr | Star | (Expr AS? Name), ...; says how many there are. The fields of a row may be named, a single value not. */
function tupleItems(p: Parser): number {
  let items = 0;
  let name: TextRange | undefined;
  if (p.kind === T.CloseParen) p.expected('an expression');
  else {
    commaList(p, (q) => {
      items++;
      const mark = q.open();
      if (!(q.kind === T.Star ? starItem(q) : q.rules.expression(q))) {
        q.drop(mark);
        return false;
      }
      name = q.range();
      if (isNamed(q) && alias(q)) q.close(mark, NodeKind.Projection);
      else {
        name = undefined;
        q.drop(mark);
      }
      return true;
    });
  }
  if (items === 1 && name)
    p.error('A single value in brackets has no name; write the alias behind the bracket', name);
  return items;
}

function starItem(p: Parser): boolean {
  p.leaf(NodeKind.Star);
  return true;
}

/** AS follows, or a name that is no operand after a missing comma. */
function isNamed(p: Parser): boolean {
  return p.kind === T.AS || (isName(p) && (p.nth(1) === T.Comma || p.nth(1) === T.CloseParen));
}

/** ( Name, ... ) `->`; also where a comma or a name is missing in the bracket. */
function isLambdaHead(p: Parser): boolean {
  for (let at = 1; at < mostParameters * 2; at += 2) {
    if (!isName(p, at))
      return p.nth(at) === T.Comma || p.nth(at) === T.CloseParen ? hasArrowBehind(p) : false;
    const next = p.nth(at + 1);
    if (next === T.CloseParen) return p.nth(at + 2) === T.Arrow;
    if (next !== T.Comma) return isName(p, at + 1) && hasArrowBehind(p);
  }
  return false;
}

function hasArrowBehind(p: Parser): boolean {
  const after = p.afterBracket();
  return after > 0 && p.nth(after) === T.Arrow;
}

/** Parameters of a lambda function up to which its `->` is looked for. */
const mostParameters = 20;

function lambdaNames(p: Parser): void {
  const opener = p.index;
  p.bump();
  commaList(p, (q) => name(q, 'a parameter of the function'));
  closeBracket(p, opener);
}

/** `->` Expr */
function lambdaBody(p: Parser, mark: Mark): void {
  p.bump();
  p.rules.expression(p, 'the body of the lambda function');
  p.wrap(mark, NodeKind.Lambda);
}

/** `[` Expr, ... `]` */
function arrayLiteral(p: Parser, mark: Mark): void {
  const opener = p.index;
  p.bump();
  if (p.kind !== T.CloseBracket) commaList(p, item);
  closeBracket(p, opener, T.CloseBracket);
  p.wrap(mark, NodeKind.ArrayLiteral);
}

/** (EXISTS | ANY | ALL | SOME) ( Query ) */
function subqueryAfterWord(p: Parser, kind: NodeKind): boolean {
  const mark = p.open();
  p.bump();
  const opener = p.index;
  p.bump();
  p.rules.query(p);
  closeBracket(p, opener);
  p.close(mark, kind);
  return true;
}

/** (CAST | TRY_CAST) ( Expr AS TypeName ) */
function cast(p: Parser): boolean {
  const mark = p.open();
  p.bump();
  const opener = p.index;
  p.bump();
  if (p.rules.expression(p, 'what to convert') && p.expect(T.AS, 'AS and a type')) typeName(p);
  closeBracket(p, opener);
  p.close(mark, NodeKind.Cast);
  return true;
}

/** CASE Expr? When* Else? END */
function caseExpression(p: Parser): void {
  const mark = p.open();
  p.bump();
  if (p.kind !== T.WHEN && p.kind !== T.END) p.rules.expression(p, 'WHEN');
  if (p.kind !== T.WHEN) p.expect(T.WHEN);
  while (p.kind === T.WHEN) when(p);
  if (p.kind === T.ELSE) {
    const branch = p.open();
    p.bump();
    p.recovered();
    p.rules.expression(p, 'a value');
    p.close(branch, NodeKind.Else);
  }
  if (p.expect(T.END, 'END of CASE')) p.recovered();
  p.close(mark, NodeKind.Case);
}

/** WHEN Expr THEN Expr */
function when(p: Parser): void {
  const mark = p.open();
  p.bump();
  p.recovered();
  p.rules.expression(p, 'a condition');
  if (p.expect(T.THEN)) p.rules.expression(p, 'a value');
  p.close(mark, NodeKind.When);
}
