import { NodeKind } from '../nodeKind';
import type { Parser } from '../parser';
import { isKeyword, TokenKind as T } from '../tokenKind';
import { block } from './block';
import { create } from './create';
import { insert } from './insert';
import { otherRest } from './other';
import {
  closeCursor,
  deallocate,
  declareCursor,
  execute,
  explain,
  fetch,
  prepare,
  set,
  show,
  transaction,
} from './session';
import { startsQuery } from './startsQuery';

/** The rule for each first word of a statement. */
const rules = new Map<T, (p: Parser) => void>([
  [T.SELECT, queryStatement],
  [T.WITH, queryStatement],
  [T.VALUES, queryStatement],
  [T.FROM, queryStatement],
  [T.TABLE, queryStatement],
  [T.OpenParen, queryStatement],
  [T.Template, queryStatement],
  [T.CREATE, create],
  [T.INSERT, insert],
  [T.SET, set],
  [T.SHOW, show],
  [T.BEGIN, transaction],
  [T.START, transaction],
  [T.COMMIT, transaction],
  [T.ROLLBACK, transaction],
  [T.EXPLAIN, explain],
  [T.DECLARE, declareCursor],
  [T.FETCH, fetch],
  [T.CLOSE, closeCursor],
  [T.PREPARE, prepare],
  [T.EXECUTE, execute],
  [T.DEALLOCATE, deallocate],
  [T.BlockDelimiter, block],
]);

/** One statement, without its `;`. */
export function statement(p: Parser): void {
  const rule = rules.get(p.kind);
  if (rule) return rule(p);
  if (p.isSlipOf(T.SELECT)) return queryStatement(p);
  otherRest(p, p.open(), NodeKind.UnknownStatement);
}

/** Query */
function queryStatement(p: Parser): void {
  const mark = p.open();
  p.rules.query(p);
  p.close(mark, NodeKind.QueryStatement);
}

/** The current token may begin a statement. */
export function startsStatement(p: Parser): boolean {
  return startsQuery(p) || (isKeyword(p.kind) && rules.has(p.kind));
}
