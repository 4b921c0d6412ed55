import { NodeKind } from '../nodeKind';
import { isMisspelled } from '../misspelling';
import type { Mark, Parser } from '../parser';
import { TokenKind as T } from '../tokenKind';
import { isListEnd, takesImplicitAlias } from './clauses';
import { closeBracket, commaList } from './lists';
import { isName, isNameAfterAs, isNameList, name } from './names';
import { startsQuery } from './startsQuery';
import { overClause, orderByClause } from './windows';
import { wordyArguments } from './wordyFunctions';

/**
 * What follows a function's name, which stands on the mark as QualifiedName:
 * Arguments (IGNORE NULLS | RESPECT NULLS)? FilterClause? WithinGroup? OverClause?
 */
export function functionRest(p: Parser, mark: Mark, kind: T): void {
  if (!wordyArguments(p, kind)) callArguments(p, kind === T.STRUCT);
  while (functionSuffix(p));
  p.wrap(mark, NodeKind.FunctionCall);
}

function functionSuffix(p: Parser): boolean {
  switch (p.kind) {
    case T.IGNORE:
    case T.RESPECT:
      return nullTreatment(p);
    case T.FILTER:
      if (p.nth(1) !== T.OpenParen) return false;
      filterClause(p);
      return true;
    case T.WITHIN:
      if (p.nth(1) !== T.GROUP) return false;
      withinGroup(p);
      return true;
    case T.OVER:
      if (p.nth(1) !== T.OpenParen && !isName(p, 1) && !isListEndAfterOver(p)) return false;
      overClause(p);
      return true;
    default:
      return false;
  }
}

/** OVER stands alone in half-typed text; otherwise without a window it is an alias. */
function isListEndAfterOver(p: Parser): boolean {
  return p.nth(1) === T.EndOfText;
}

/** IGNORE NULLS | RESPECT NULLS */
function nullTreatment(p: Parser): boolean {
  if (p.nth(1) !== T.NULLS) return false;
  p.bump();
  p.bump();
  return true;
}

/** FILTER ( WhereClause ) */
function filterClause(p: Parser): void {
  const mark = p.open();
  p.bump();
  const opener = p.index;
  p.bump();
  const where = p.open();
  p.expect(T.WHERE);
  p.rules.expression(p, 'a condition');
  p.close(where, NodeKind.WhereClause);
  closeBracket(p, opener);
  p.close(mark, NodeKind.FilterClause);
}

/** WITHIN GROUP ( OrderByClause ) */
function withinGroup(p: Parser): void {
  const mark = p.open();
  if (!isPercentile(p)) {
    p.mistake('WITHIN GROUP belongs to percentile_cont and percentile_disc only', {
      start: p.range().start,
      end: p.range(1).end,
    });
  }
  p.bump();
  p.bump();
  const opener = p.index;
  if (p.expect(T.OpenParen)) {
    if (p.kind === T.ORDER) orderByClause(p);
    else p.expected('ORDER BY');
    closeBracket(p, opener);
  }
  p.close(mark, NodeKind.WithinGroup);
}

/** The call before the current token is one of the functions that order what they take. */
function isPercentile(p: Parser): boolean {
  const name = p.calledName();
  return name === undefined || /^percentile_(cont|disc)$/i.test(name);
}

/** ( (DISTINCT | ALL)? (Expr | Star | Projection | NamedArgument | Query), ... (IGNORE NULLS)? OrderByClause? ) */
export function callArguments(p: Parser, namesFields: boolean): void {
  const mark = p.open();
  const opener = p.index;
  p.bump();
  if (p.kind === T.DISTINCT || (p.kind === T.ALL && isName(p, 1))) p.bump();
  if (p.kind !== T.CloseParen) {
    commaList(p, namesFields ? fieldArgument : argument, isArgumentsEnd, isAfterArguments);
    nullTreatment(p);
    if (p.kind === T.ORDER) orderByClause(p);
  }
  closeBracket(p, opener);
  p.close(mark, NodeKind.Arguments);
}

function isArgumentsEnd(p: Parser): boolean {
  return isListEnd(p) || ((p.kind === T.IGNORE || p.kind === T.RESPECT) && p.nth(1) === T.NULLS);
}

/** No argument follows; a query may be one. */
function isAfterArguments(p: Parser): boolean {
  return isArgumentsEnd(p) && !startsQuery(p);
}

function argument(p: Parser): boolean {
  if (p.kind === T.Star) {
    p.leaf(NodeKind.Star);
    return true;
  }
  if (p.kind !== T.OpenParen && startsQuery(p)) return queryArgument(p);
  if (p.nth(1) === T.FatArrow && isName(p)) {
    const mark = p.open();
    p.leaf(NodeKind.Name);
    p.bump();
    p.rules.expression(p, 'the value of the argument');
    p.close(mark, NodeKind.NamedArgument);
    return true;
  }
  return p.rules.expression(p, 'an argument');
}

/** Query: only the functions of models take one without brackets of its own. */
function queryArgument(p: Parser): boolean {
  if (p.nth(-1) === T.OpenParen && isMisspelled(p.word(-2), 'EXISTS')) {
    p.error(`Unknown function ${p.word(-2)}; did you mean EXISTS?`, p.range(-2));
  } else if (!takesQuery(p)) p.error('Put brackets around the subquery');
  return p.rules.query(p);
}

/** The call around the current argument is one of model_evaluate and model_predict, or TABLE( query ). */
function takesQuery(p: Parser): boolean {
  let depth = 0;
  for (let at = -1; at > -farthestName; at--) {
    const kind = p.nth(at);
    if (kind === T.CloseParen) depth++;
    else if (kind === T.OpenParen && depth-- === 0) {
      return p.nth(at - 1) === T.TABLE || /^model_/i.test(p.word(at - 1));
    }
  }
  return true;
}

/** Tokens that are looked back for the name of a function. */
const farthestName = 100;

/** An argument of struct(): Expr | Expr AS? Name */
function fieldArgument(p: Parser): boolean {
  const mark = p.open();
  if (!argument(p)) {
    p.drop(mark);
    return false;
  }
  if (alias(p)) p.close(mark, NodeKind.Projection);
  else p.drop(mark);
  return true;
}

/** AS? Name | AS? ( Name, ... ) */
export function alias(p: Parser): boolean {
  const mark = p.open();
  if (p.eat(T.AS)) {
    if (p.kind === T.OpenParen) {
      // The names of an alias with brackets are direct children of the alias.
      aliasNames(p);
    } else if (isNameAfterAs(p)) p.leaf(NodeKind.Name);
    else if (p.kind === T.String) {
      p.error('An alias in single quotes is a string; write it in double quotes or without', p.range(), {
        title: 'Write the alias in double quotes',
        range: p.range(),
        text: `"${p.word().slice(1, -1)}"`,
      });
      p.bump();
    } else p.expected('an alias');
  } else if (p.kind === T.OpenParen && isNameList(p)) aliasNames(p);
  else if (p.nth(1) !== T.OpenParen && takesImplicitAlias(p)) p.leaf(NodeKind.Name);
  else {
    p.drop(mark);
    return false;
  }
  p.close(mark, NodeKind.Alias);
  return true;
}

function aliasNames(p: Parser): void {
  const opener = p.index;
  p.bump();
  commaList(p, (q) => name(q, 'an alias'));
  closeBracket(p, opener);
}
