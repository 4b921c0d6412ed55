import { NodeKind } from '../nodeKind';
import type { Mark, Parser } from '../parser';
import { TokenKind as T } from '../tokenKind';
import { closeBracket, commaList } from './lists';
import { text } from './literals';
import { operatorSlip } from './operatorSlip';
import { operand } from './primary';
import { isBracketedQuery } from './startsQuery';

/** How tightly an operator binds, from OR up; 0 is no operator. */
const enum Level {
  None,
  Or,
  And,
  Not,
  Predicate,
  Comparison,
  BitOr,
  BitXor,
  BitAnd,
  Shift,
  Additive,
  Multiplicative,
  Sign,
}

/** Expr */
export function expression(p: Parser, what = 'an expression'): boolean {
  if (!p.enter()) return true;
  const known = binary(p, Level.Or, what);
  p.leave();
  return known;
}

/** Expr of arithmetic and comparisons */
export function value(p: Parser, what = 'an expression'): boolean {
  if (!p.enter()) return true;
  const known = binary(p, Level.Comparison, what);
  p.leave();
  return known;
}

/** Operators of one level and above, from left to right, around their operands. */
function binary(p: Parser, level: Level, what: string): boolean {
  const mark = p.open();
  const isExists = p.kind === T.EXISTS;
  if (!prefixed(p, level, what)) {
    p.drop(mark);
    return false;
  }
  // What stands to the left now binds no tighter than this, so a tighter operator cannot follow: `a IS NULL = b`.
  let ceiling = isExists && p.lastKind === NodeKind.Exists ? Level.Not : Level.Sign;
  for (;;) {
    const found = infixLevel(p);
    if (found === Level.Comparison || found === Level.BitAnd || p.kind === T.FatArrow) {
      if (foreignOperator(p, mark, level)) continue;
    }
    if (found < level || found > ceiling || found === Level.None) break;
    ceiling = found === Level.Predicate ? Level.Not : found;
    if (found === Level.Predicate) predicate(p, mark);
    else if (isAssociative(p.kind)) chain(p, mark, found);
    else {
      p.bump();
      binary(p, found + 1, 'an expression');
      p.wrap(mark, NodeKind.Binary);
    }
  }
  p.drop(mark);
  return true;
}

/** An operator of another language, which is reported and read as the one that is meant. */
function foreignOperator(p: Parser, mark: Mark, level: Level): boolean {
  const slip = operatorSlip(p);
  const meant = slip?.meant === 'AND' ? Level.And : Level.Comparison;
  if (!slip || meant < level) return false;
  const range = { start: p.range().start, end: p.range(slip.tokens - 1).end };
  p.mistake(`${slip.written} is written ${slip.meant}`, range, {
    title: `Write ${slip.meant}`,
    range,
    text: slip.meant,
  });
  for (let taken = 0; taken < slip.tokens; taken++) p.bump();
  binary(p, meant + 1, 'an expression');
  p.wrap(mark, NodeKind.Binary);
  return true;
}

/** Expr (operator Expr)+ for one operator for which it does not matter how the operands are grouped. */
function chain(p: Parser, mark: Mark, level: Level): void {
  const operator = p.kind;
  do {
    p.bump();
    if (!binary(p, level + 1, level <= Level.And ? 'a condition' : 'an expression')) {
      p.wrap(mark, NodeKind.Binary);
      return;
    }
  } while (p.kind === operator);
  p.fold(mark, NodeKind.Binary);
}

function isAssociative(kind: T): boolean {
  return kind === T.AND || kind === T.OR || kind === T.Concat || kind === T.Plus;
}

/** (NOT | ! | - | + | ~) Expr, or an operand */
function prefixed(p: Parser, level: Level, what: string): boolean {
  const { kind } = p;
  const isNegation = kind === T.NOT || kind === T.Bang;
  if (!isNegation && kind !== T.Minus && kind !== T.Plus && kind !== T.Tilde) {
    const { start, end } = p.range();
    const known = operand(p, what);
    if (kind === T.EXISTS && level > Level.Not && p.lastKind === NodeKind.Exists)
      p.mistake('Put brackets around EXISTS and its query here', { start, end });
    return known;
  }
  if (!p.enter()) return true;
  if (isNegation && level > Level.Not) p.error(`Put brackets around ${p.word()} and its condition here`);
  const mark = p.open();
  p.bump();
  binary(p, isNegation ? Level.Not : Level.Sign, isNegation ? 'a condition' : 'an expression');
  p.close(mark, NodeKind.Unary);
  p.leave();
  return true;
}

/** NOT? (BETWEEN ... | IN ... | LIKE ... | IS ...) */
function predicate(p: Parser, mark: Mark): void {
  if (p.kind === T.NOT && p.nth(1) === T.NULL) return notNull(p, mark);
  p.eat(T.NOT);
  switch (p.kind) {
    case T.BETWEEN:
      return between(p, mark);
    case T.IN:
      return inList(p, mark);
    case T.IS:
      return isTest(p, mark);
    default:
      return like(p, mark);
  }
}

/** NOT NULL, where IS has been left out. */
function notNull(p: Parser, mark: Mark): void {
  const { start } = p.range();
  p.mistake(
    'IS is missing before NOT NULL',
    { start, end: p.range(1).end },
    {
      title: 'Insert IS',
      range: { start, end: start },
      text: 'IS ',
    },
  );
  p.bump();
  p.bump();
  p.wrap(mark, NodeKind.IsTest);
}

/** BETWEEN Expr AND Expr */
function between(p: Parser, mark: Mark): void {
  p.bump();
  if (p.kind === T.SYMMETRIC && p.nth(1) !== T.AND && p.nth(1) !== T.Dot) {
    p.mistake('BETWEEN takes its bounds in order, the lower one first; SYMMETRIC is not known', p.range());
    p.bump();
  }
  binary(p, Level.Comparison, 'the lower bound');
  if (p.expect(T.AND, 'AND and the upper bound')) binary(p, Level.Comparison, 'the upper bound');
  p.wrap(mark, NodeKind.Between);
}

/** IN ( Query | Expr, ... ) */
function inList(p: Parser, mark: Mark): void {
  p.bump();
  if (p.kind === T.OpenParen) {
    const opener = p.index;
    const isQuery = isBracketedQuery(p, 0);
    p.bump();
    if (isQuery) p.rules.query(p);
    else commaList(p, inItem);
    closeBracket(p, opener);
  } else if (p.kind === T.Variable || p.kind === T.Parameter || p.kind === T.Template) operand(p);
  else p.expected('a list or query in brackets');
  p.wrap(mark, NodeKind.In);
}

function inItem(p: Parser): boolean {
  return expression(p, 'a value');
}

/** (LIKE | ILIKE | RLIKE | REGEXP | ~~) (ANY | ALL | SOME)? Expr (ESCAPE string)? */
function like(p: Parser, mark: Mark): void {
  if (p.kind === T.SIMILAR) {
    p.mistake('SIMILAR TO is not known; RLIKE takes a regular expression, LIKE a pattern with %', p.range());
    p.bump();
    p.expect(T.TO);
  } else p.bump();
  if ((p.kind === T.ANY || p.kind === T.ALL || p.kind === T.SOME) && p.nth(1) === T.OpenParen) {
    p.bump();
    patterns(p);
  } else binary(p, Level.Comparison, 'a pattern');
  if (p.eat(T.ESCAPE)) escapeCharacter(p);
  p.wrap(mark, NodeKind.Like);
}

/** A string of one character, which may itself be written with a backslash. */
function escapeCharacter(p: Parser): void {
  if (p.kind === T.String && !/^'(?:\\?[^]|'')'$/u.test(p.word()))
    p.mistake('ESCAPE takes one character', p.range());
  text(p, 'the escape character in quotes');
}

/** ( Expr, ... ) */
function patterns(p: Parser): void {
  const mark = p.open();
  const opener = p.index;
  p.bump();
  commaList(p, inItem);
  closeBracket(p, opener);
  p.close(mark, NodeKind.Tuple);
}

/** IS NOT? (NULL | TRUE | FALSE | UNKNOWN | DISTINCT FROM Expr) */
function isTest(p: Parser, mark: Mark): void {
  p.bump();
  p.eat(T.NOT);
  if (p.kind === T.DISTINCT) {
    p.bump();
    if (p.expect(T.FROM)) binary(p, Level.Comparison, 'what to compare with');
    return p.wrap(mark, NodeKind.IsDistinctFrom);
  }
  if (!p.eat(T.NULL) && !p.eat(T.TRUE) && !p.eat(T.FALSE) && !p.eat(T.UNKNOWN)) {
    p.expect(T.NULL, 'NULL, TRUE, FALSE or DISTINCT FROM');
  }
  p.wrap(mark, NodeKind.IsTest);
}

/** The level of the operator at the current token. */
function infixLevel(p: Parser): Level {
  const { kind } = p;
  if (kind === T.NOT) return isPredicateWord(p.nth(1)) || p.nth(1) === T.NULL ? Level.Predicate : Level.None;
  return levels[kind] as Level;
}

function isPredicateWord(kind: T): boolean {
  return levels[kind] === Level.Predicate && kind !== T.IS && kind !== T.Match;
}

const levels = new Uint8Array(T.ZONE + 1);
const operators: readonly (readonly [Level, ...T[]])[] = [
  [Level.Or, T.OR],
  [Level.And, T.AND],
  [Level.Predicate, T.BETWEEN, T.IN, T.IS, T.LIKE, T.ILIKE, T.RLIKE, T.REGEXP, T.SIMILAR, T.Match],
  [Level.Comparison, T.Equal, T.EqualEqual, T.NullSafeEqual, T.NotEqual],
  [Level.Comparison, T.Less, T.LessEqual, T.Greater, T.GreaterEqual],
  [Level.BitOr, T.Pipe],
  [Level.BitXor, T.Caret],
  [Level.BitAnd, T.Ampersand],
  [Level.Shift, T.ShiftLeft, T.ShiftRight, T.ShiftRightUnsigned],
  [Level.Additive, T.Plus, T.Minus, T.Concat],
  [Level.Multiplicative, T.Star, T.Slash, T.Percent, T.DIV],
];
for (const [level, ...kinds] of operators) for (const kind of kinds) levels[kind] = level;
