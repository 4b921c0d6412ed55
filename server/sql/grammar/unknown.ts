import { NodeKind } from '../nodeKind';
import type { Parser } from '../parser';
import { TokenKind as T } from '../tokenKind';
import { otherRest } from './other';

/** First words that are wrong where a statement begins, and why. */
const reasons = new Map<T, string>([
  [T.TRANSFORM, 'TRANSFORM is a clause of CREATE MODEL or CREATE TABLE; it cannot stand alone'],
  [T.OPTIONS, 'OPTIONS is a clause of CREATE MODEL; it cannot stand alone'],
  [T.IF, 'IF works only inside a block: $$ BEGIN ... END $$'],
  [T.ELSE, 'ELSE has no IF before it'],
  [T.ELSEIF, 'ELSEIF has no IF before it'],
  [T.EXCEPTION, 'EXCEPTION works only inside a block: $$ BEGIN ... END $$'],
  [T.END, 'END has no BEGIN before it'],
  [T.BlockDelimiter, '$$ has no block before it to close'],
  [T.CloseParen, 'There is no ( for this )'],
]);

/** Clauses that belong behind SELECT. */
const clauses: ReadonlySet<T> = new Set([
  T.WHERE,
  T.GROUP,
  T.ORDER,
  T.HAVING,
  T.LIMIT,
  T.JOIN,
  T.UNION,
  T.INTERSECT,
  T.EXCEPT,
  T.AND,
  T.OR,
  T.ON,
  T.AS,
]);

/** What begins with none of the words of a statement: one mistake, and all of it is skipped. */
export function unknownStatement(p: Parser): void {
  const mark = p.open();
  const reason = reasons.get(p.kind);
  if (isRestOfIf(p)) {
    // The IF before it has been reported.
  } else if (reason) p.error(reason);
  else if (clauses.has(p.kind)) p.error(`${p.word().toUpperCase()} has no SELECT before it`);
  else if (p.kind === T.Identifier) p.error(`No statement begins with ${p.word()}`);
  else p.error(`Expected a statement, found ${p.word()}`);
  otherRest(p, mark, NodeKind.UnknownStatement);
}

function isRestOfIf(p: Parser): boolean {
  return p.kind === T.END && p.nth(1) === T.IF;
}

/** A sign that was copied in front of a statement, such as a prompt: reported and taken. */
export function strayStart(p: Parser): void {
  const range = p.range();
  const mark = p.open();
  const sign = p.word();
  p.bump();
  p.error(`${sign} does not belong before ${p.word()}`, range, { title: `Remove ${sign}`, range, text: '' });
  p.recovered();
  p.close(mark, NodeKind.Error);
}
