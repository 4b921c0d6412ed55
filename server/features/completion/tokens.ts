import { isKeyword, isTrivia, TokenKind as T } from '../../sql/tokenKind';
import { nodeOfToken } from '../../sql/nodeAt';
import { NodeKind as K } from '../../sql/nodeKind';
import type { Statement } from '../../sql/tree';

/** The token before another one, white space and comments left out; -1 when there is none. */
export function previousToken(statement: Statement, token: number): number {
  let at = token - 1;
  while (at >= 0 && isTrivia(statement.tokens.kinds[at] as T)) at--;
  return at;
}

/** What a keyword belongs to when an operand, relation or sort key is complete with it: `END`, `DESC`, `NULL`. */
const completeWithKeyword: ReadonlySet<K> = new Set([
  K.Name,
  K.Literal,
  K.FunctionCall,
  K.Case,
  K.SortItem,
  K.FrameBound,
  K.IsTest,
  K.Interval,
]);

/** An operand, relation or sort key may be complete with this token. */
export function endsOperand(statement: Statement, token: number): boolean {
  const kind = statement.tokens.kinds[token] as T;
  if (kind === T.CloseParen || kind === T.CloseBracket || kind === T.Star) return true;
  if (kind >= T.Identifier && kind <= T.Template) return true;
  return (
    isKeyword(kind) && kind !== T.CASE && completeWithKeyword.has(nodeOfToken(statement.root, token).kind)
  );
}

/** The token follows a bracket in which nothing but a query can stand: of a CTE, a new table or EXISTS. */
export function beginsQuery(statement: Statement, token: number): boolean {
  const bracket = previousToken(statement, token);
  if (bracket < 0 || statement.tokens.kinds[bracket] !== T.OpenParen) return false;
  const before = previousToken(statement, bracket);
  const kind = before < 0 ? T.EndOfText : (statement.tokens.kinds[before] as T);
  if (kind !== T.AS) return kind === T.EXISTS;
  const { keyword } = clauseAt(statement, bracket);
  return keyword === T.WITH || keyword === T.CREATE;
}

/** The keyword that begins the clause around a token, at the same depth of brackets. */
export interface Clause {
  readonly keyword: T;
  readonly token: number;
  /** The bracket that is open around the token, before any clause keyword was met. */
  readonly bracket: number;
}

const clauseKeywords: ReadonlySet<T> = new Set([
  T.SELECT,
  T.FROM,
  T.JOIN,
  T.ON,
  T.WHERE,
  T.GROUP,
  T.HAVING,
  T.QUALIFY,
  T.ORDER,
  T.PARTITION,
  T.LIMIT,
  T.WINDOW,
  T.WITH,
  T.INSERT,
  T.CREATE,
  T.DROP,
  T.ALTER,
  T.ANALYZE,
  T.SHOW,
  T.CASE,
  T.WHEN,
  T.THEN,
  T.ELSE,
  T.ROWS,
  T.RANGE,
  T.SNAPSHOT,
  T.VALUES,
  T.IF,
  T.EXCEPTION,
]);

export function clauseAt(statement: Statement, token: number): Clause {
  const { kinds } = statement.tokens;
  let depth = 0;
  let cases = 0;
  for (let at = token - 1; at >= 0; at--) {
    const kind = kinds[at] as T;
    if (kind === T.CloseParen || kind === T.CloseBracket) depth++;
    else if (kind === T.OpenParen || kind === T.OpenBracket) {
      if (depth === 0) return { keyword: T.OpenParen, token: at, bracket: at };
      depth--;
    } else if (depth > 0) continue;
    else if (kind === T.END) cases++;
    else if (kind === T.CASE && cases > 0) cases--;
    else if (cases === 0 && clauseKeywords.has(kind)) return { keyword: kind, token: at, bracket: -1 };
    else if (kind === T.Semicolon) break;
  }
  return { keyword: T.EndOfText, token: -1, bracket: -1 };
}
