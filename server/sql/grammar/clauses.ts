import { isMisspelled } from '../misspelling';
import type { Parser } from '../parser';
import { certainlyStarts } from '../statementStart';
import { TokenKind as T } from '../tokenKind';
import { isImplicitAlias, isName } from './names';

/** The keyword of the clause, set operation or join that begins at the current token, if one does. */
export function clauseAt(p: Parser): T | undefined {
  const { kind } = p;
  switch (kind) {
    case T.FROM:
    case T.WHERE:
    case T.HAVING:
    case T.QUALIFY:
    case T.INTO:
    case T.UNION:
    case T.INTERSECT:
    case T.MINUS:
    case T.EXCEPT:
    case T.LIMIT:
    case T.SNAPSHOT:
    case T.WITHAPPROXIMATE:
      return kind;
    case T.GROUP:
    case T.ORDER:
    case T.CLUSTER:
    case T.DISTRIBUTE:
    case T.SORT:
      return p.nth(1) === T.BY || (isWordOfBy(kind) && showsClause(p.nth(1))) ? kind : undefined;
    case T.LATERAL:
      return p.nth(1) === T.VIEW ? kind : undefined;
    case T.WINDOW:
      return p.nth(2) === T.AS ? kind : undefined;
    case T.OFFSET:
    case T.FETCH:
      return isImplicitAlias(p) ? undefined : kind;
    default:
      return isJoinWord(p) ? T.JOIN : undefined;
  }
}

/** GROUP and ORDER lack their BY, rather than being names, where nothing or another name follows them. */
function isWordOfBy(kind: T): boolean {
  return kind === T.GROUP || kind === T.ORDER;
}

function showsClause(next: T): boolean {
  switch (next) {
    case T.EndOfText:
    case T.Semicolon:
    case T.CloseParen:
    case T.Identifier:
    case T.BackQuoted:
    case T.DoubleQuoted:
    case T.Number:
      return true;
    default:
      return false;
  }
}

/** `clauseAt`, and also where the keyword is misspelt. Ask only where no name can stand. */
export function clauseOrSlipAt(p: Parser): T | undefined {
  return clauseAt(p) ?? misspelledClause(p);
}

/** A join begins here: JOIN, or one of the words before it. */
export function isJoinWord(p: Parser): boolean {
  switch (p.kind) {
    case T.JOIN:
    case T.NATURAL:
    case T.INNER:
    case T.CROSS:
    case T.ANTI:
    case T.SEMI:
      return true;
    case T.LEFT:
    case T.RIGHT:
    case T.FULL:
      return p.nth(1) !== T.OpenParen;
    default:
      return false;
  }
}

/** Nothing of a list or expression can follow: the end, a closing bracket, or the next clause. */
export function isListEnd(p: Parser): boolean {
  switch (p.kind) {
    case T.EndOfText:
    case T.Semicolon:
    case T.CloseParen:
    case T.CloseBracket:
    case T.CloseBrace:
    case T.BlockDelimiter:
    case T.SELECT:
      return true;
    default:
      return clauseAt(p) !== undefined || startsNewStatement(p);
  }
}

/** Here the `;` of a statement is missing, as only the next one can begin with these words. */
export function startsNewStatement(p: Parser): boolean {
  return certainlyStarts(p.kind, p.nth(1)) && p.isFirstOnLine;
}

/** The current word is an alias without AS, rather than the next keyword misspelt. */
export function takesImplicitAlias(p: Parser): boolean {
  if (!isImplicitAlias(p) || startsNewStatement(p)) return false;
  return p.kind !== T.Identifier || !canBeSlip(p.nth(1)) || misspelledClause(p) === undefined;
}

/** What follows the word cannot follow an alias. */
function canBeSlip(next: T): boolean {
  switch (next) {
    case T.Identifier:
    case T.BackQuoted:
    case T.DoubleQuoted:
    case T.String:
    case T.Number:
    case T.Variable:
    case T.BY:
    case T.SELECT:
    case T.ALL:
    case T.OpenParen:
      return true;
    default:
      return false;
  }
}

const clauseWords: readonly T[] = [
  T.FROM,
  T.WHERE,
  T.GROUP,
  T.ORDER,
  T.HAVING,
  T.LIMIT,
  T.JOIN,
  T.UNION,
  T.INTERSECT,
  T.EXCEPT,
  T.LATERAL,
  T.QUALIFY,
  T.SNAPSHOT,
];

function misspelledClause(p: Parser): T | undefined {
  if (p.kind !== T.Identifier) return undefined;
  const word = p.word();
  const next = p.nth(1);
  return clauseWords.find((keyword) => isMisspelled(word, T[keyword]) && fits(p, keyword, next));
}

function fits(p: Parser, keyword: T, next: T): boolean {
  if (keyword === T.GROUP || keyword === T.ORDER) return next === T.BY;
  if (keyword === T.LATERAL) return next === T.VIEW;
  if (keyword === T.LIMIT) return next === T.Number || next === T.ALL;
  if (keyword === T.UNION || keyword === T.INTERSECT || keyword === T.EXCEPT)
    return next === T.ALL || next === T.SELECT;
  return (
    next === T.OpenParen || next === T.String || next === T.Number || next === T.Variable || isName(p, 1)
  );
}
