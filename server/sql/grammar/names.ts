import { NodeKind } from '../nodeKind';
import type { Parser } from '../parser';
import { isKeyword, TokenKind as T } from '../tokenKind';

/** Keywords that never stand as a bare name, as they could then not be told from the clause or operator they begin. */
const reserved: ReadonlySet<T> = new Set([
  T.AND,
  T.AS,
  T.BETWEEN,
  T.BY,
  T.CASE,
  T.CAST,
  T.DISTINCT,
  T.ELSE,
  T.ELSEIF,
  T.END,
  T.EXCEPT,
  T.FROM,
  T.HAVING,
  T.ILIKE,
  T.IN,
  T.INTERSECT,
  T.INTO,
  T.IS,
  T.JOIN,
  T.LATERAL,
  T.LIKE,
  T.MINUS,
  T.NOT,
  T.ON,
  T.OR,
  T.QUALIFY,
  T.RLIKE,
  T.SELECT,
  T.THEN,
  T.TRY_CAST,
  T.UNION,
  T.USING,
  T.WHEN,
  T.WHERE,
  T.WITH,
  T.WITHAPPROXIMATE,
]);

const reservedFlags = flags(reserved);

/** Keywords that may be names, but not of an alias without AS: there they begin what follows. */
const aliasStops = flags([
  ...reserved,
  T.ANTI,
  T.ASC,
  T.CROSS,
  T.DESC,
  T.DIV,
  T.EXCEPTION,
  T.FOR,
  T.FULL,
  T.GROUP,
  T.INNER,
  T.LEFT,
  T.LIMIT,
  T.NATURAL,
  T.ORDER,
  T.REGEXP,
  T.RIGHT,
  T.SEMI,
  T.SNAPSHOT,
  T.TABLESAMPLE,
]);

function flags(kinds: Iterable<T>): Uint8Array {
  const result = new Uint8Array(T.ZONE + 1);
  for (const kind of kinds) result[kind] = 1;
  return result;
}

/** The current token can be a bare or quoted name. */
export function isName(p: Parser, distance = 0): boolean {
  const kind = p.nth(distance);
  if (!isKeyword(kind)) return isPlainName(kind);
  if (reservedFlags[kind]) return isPatternFunction(kind) && p.nth(distance + 1) === T.OpenParen;
  return (kind !== T.GROUP && kind !== T.ORDER) || p.nth(distance + 1) !== T.BY;
}

/** The operators that are functions too, as in `like(name, 'a%')`. */
function isPatternFunction(kind: T): boolean {
  return kind === T.LIKE || kind === T.ILIKE || kind === T.RLIKE;
}

function isPlainName(kind: T): boolean {
  return kind === T.Identifier || kind === T.BackQuoted || kind === T.DoubleQuoted;
}

/** A name, or what stands for one. */
export function isNameLike(p: Parser, distance = 0): boolean {
  return isName(p, distance) || isStandIn(p.nth(distance));
}

/** A template, parameter or variable whose text is put into the statement before it runs. */
export function isStandIn(kind: T): boolean {
  return kind === T.Template || kind === T.Parameter || kind === T.Variable;
}

/** The current token can be an alias that has no AS before it. */
export function isImplicitAlias(p: Parser): boolean {
  const { kind } = p;
  if (!isKeyword(kind)) return isPlainName(kind);
  if (aliasStops[kind]) return false;
  const next = p.nth(1);
  switch (kind) {
    case T.CLUSTER:
    case T.DISTRIBUTE:
    case T.SORT:
      return next !== T.BY;
    case T.OFFSET:
      return !startsNumber(next);
    case T.FETCH:
      return next !== T.FIRST && next !== T.NEXT;
    case T.WINDOW:
      return p.nth(2) !== T.AS;
    case T.PIVOT:
      return next !== T.OpenParen;
    case T.UNPIVOT:
      return next !== T.OpenParen && next !== T.INCLUDE && next !== T.EXCLUDE;
    default:
      return true;
  }
}

/** What follows is the number of rows of OFFSET, and OFFSET no alias. */
function startsNumber(next: T): boolean {
  switch (next) {
    case T.Number:
    case T.Positional:
    case T.Identifier:
    case T.String:
    case T.NULL:
    case T.CAST:
    case T.Plus:
    case T.Minus:
    case T.Star:
      return true;
    default:
      return isStandIn(next);
  }
}

/** Name: one identifier, or a template, parameter or variable in its place. */
export function name(p: Parser, what: string): boolean {
  if (!isNameLike(p)) {
    p.expected(what);
    return false;
  }
  p.leaf(NodeKind.Name);
  return true;
}

/** After AS any word is a name unless it clearly begins the next clause. */
export function isNameAfterAs(p: Parser): boolean {
  const { kind } = p;
  if (!isKeyword(kind) || !reservedFlags[kind]) return isNameLike(p);
  return (
    kind === T.END ||
    kind === T.ELSE ||
    kind === T.THEN ||
    kind === T.INTO ||
    kind === T.MINUS ||
    kind === T.DISTINCT
  );
}

/** Name (`.` Name)*: after a dot any word is a name. */
export function qualifiedName(p: Parser, what: string): boolean {
  if (!isNameLike(p)) {
    p.expected(what);
    return false;
  }
  const mark = p.open();
  p.leaf(NodeKind.Name);
  while (p.kind === T.Dot) {
    p.bump();
    if (!fieldName(p, 'the rest of the name')) break;
  }
  p.close(mark, NodeKind.QualifiedName);
  return true;
}

/** The current token opens a bracket that holds names and commas alone. */
export function isNameList(p: Parser): boolean {
  for (let at = 1; at < longestNameList; at += 2) {
    if (!isName(p, at)) return false;
    const next = p.nth(at + 1);
    if (next === T.CloseParen) return true;
    if (next !== T.Comma) return false;
  }
  return false;
}

/** Twice the names of a list up to which its end is looked for. */
const longestNameList = 2000;

/** Name after a dot. A keyword that begins clauses counts only right behind the dot: in `a. FROM t` the name is missing. */
export function fieldName(p: Parser, what: string): boolean {
  const { kind } = p;
  if (isPlainName(kind) || isStandIn(kind) || (isKeyword(kind) && (p.isAdjacent || isImplicitAlias(p)))) {
    p.leaf(NodeKind.Name);
    return true;
  }
  p.expected(what);
  return false;
}
