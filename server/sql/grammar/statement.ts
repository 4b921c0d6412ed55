import { NodeKind } from '../nodeKind';
import type { Parser } from '../parser';
import { isKeyword, TokenKind as T } from '../tokenKind';
import { alter } from './alter';
import { analyze } from './analyze';
import { block } from './block';
import { copy } from './copy';
import { create } from './create';
import { drop } from './drop';
import { insert } from './insert';
import { updateModel } from './model';
import { cache, describe, other, use } from './other';
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
import { strayStart, unknownStatement } from './unknown';
import { unsupported } from './unsupported';

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
  [T.DROP, drop],
  [T.ALTER, alter],
  [T.ANALYZE, analyze],
  [T.COPY, copy],
  [T.UPDATE, unsupported],
  [T.DELETE, unsupported],
  [T.MERGE, unsupported],
  [T.TRUNCATE, unsupported],
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
  [T.DESC, describe],
  [T.DESCRIBE, describe],
  [T.CACHE, cache],
  [T.USE, use],
  ...[
    T.ADD,
    T.CALL,
    T.CLEAR,
    T.COMMENT,
    T.EXPORT,
    T.GRANT,
    T.IMPORT,
    T.LIST,
    T.LOAD,
    T.LOCK,
    T.MAP,
    T.MSCK,
    T.REDUCE,
    T.REFRESH,
    T.REPAIR,
    T.RESET,
    T.REVOKE,
    T.UNCACHE,
    T.UNLOCK,
  ].map((kind) => [kind, other] as const),
]);

/** Words that are looked for when the first word of a statement is misspelt. */
const frequent: readonly T[] = [
  T.SELECT,
  T.CREATE,
  T.INSERT,
  T.DROP,
  T.ALTER,
  T.ANALYZE,
  T.SHOW,
  T.EXPLAIN,
  T.PREPARE,
  T.EXECUTE,
  T.DECLARE,
  T.DESCRIBE,
];

/** One statement, without its `;`. */
export function statement(p: Parser): void {
  if (isStraySign(p)) strayStart(p);
  if (p.kind === T.UPDATE && p.nth(1) === T.MODEL) return updateModel(p);
  const kind = frequent.find((word) => p.isSlipOf(word)) ?? p.kind;
  const rule = rules.get(kind);
  if (!rule) return unknownStatement(p);
  if (kind !== p.kind && kind !== T.SELECT) p.reportMisspelled(kind);
  rule(p);
}

function isStraySign(p: Parser): boolean {
  return (p.kind === T.Greater || p.kind === T.Percent || p.kind === T.Unknown) && rules.has(p.nth(1));
}

/** Query */
function queryStatement(p: Parser): void {
  const mark = p.open();
  p.rules.query(p);
  p.close(mark, NodeKind.QueryStatement);
}

/** The current token begins a statement, as far as its first word tells. */
export function startsStatement(p: Parser): boolean {
  return isKeyword(p.kind) && rules.has(p.kind);
}
