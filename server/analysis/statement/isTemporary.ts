import type { SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { TokenKind as T } from '../../sql/tokenKind';
import { ownToken, type Statement } from '../../sql/tree';

/** What a CREATE TABLE, CREATE VIEW or INTO makes lives no longer than the session. */
export function isTemporary(statement: Statement, node: SyntaxNode): boolean {
  if (node.kind !== K.CreateTable && node.kind !== K.CreateView && node.kind !== K.IntoClause) return false;
  return ownToken(statement, node, T.TEMP) >= 0 || ownToken(statement, node, T.TEMPORARY) >= 0;
}
