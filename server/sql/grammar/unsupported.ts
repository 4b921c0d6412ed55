import { NodeKind } from '../nodeKind';
import type { Parser } from '../parser';
import { TokenKind as T } from '../tokenKind';
import { otherRest } from './other';

const advice = new Map<T, string>([
  [
    T.UPDATE,
    'Query Service cannot change rows. Write the changed rows to a new table with CREATE TABLE ... AS SELECT, or append them with INSERT INTO and read the newest',
  ],
  [
    T.DELETE,
    'Query Service cannot delete rows. Keep the others in a new table with CREATE TABLE ... AS SELECT ... WHERE, or hide them behind a view',
  ],
  [
    T.MERGE,
    'Query Service cannot merge into a table. Append with INSERT INTO ... SELECT what SNAPSHOT SINCE finds new, and read the newest row of each key through a view',
  ],
  [
    T.TRUNCATE,
    'Query Service cannot empty a table. Drop it with DROP TABLE and create it again with CREATE TABLE ... AS SELECT',
  ],
]);

/** UPDATE | DELETE | MERGE | TRUNCATE, taken whole: what to do instead is said once. */
export function unsupported(p: Parser): void {
  const mark = p.open();
  const text = advice.get(p.kind);
  if (text) p.unsupported(text, p.range());
  otherRest(p, mark, NodeKind.UnsupportedStatement);
}
