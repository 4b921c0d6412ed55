import { expressionsIn } from '../../../analysis/expressionKinds';
import { childOf, childrenOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { TokenKind } from '../../../sql/tokenKind';
import { ownToken, textOf, type Statement } from '../../../sql/tree';

/** SNAPSHOT SINCE or BETWEEN with a start: of a table, only what was added after a snapshot. */
export interface SnapshotSlice {
  /** SnapshotClause */
  readonly node: SyntaxNode;
  /** The snapshot after which the rows begin. */
  readonly start: SyntaxNode;
}

/** The slice that a TableRef reads; `undefined` where it reads from the table's beginning on. */
export function snapshotSlice(statement: Statement, table: SyntaxNode): SnapshotSlice | undefined {
  const node = childOf(table, NodeKind.SnapshotClause);
  if (!node) return undefined;
  const isSlice = [TokenKind.SINCE, TokenKind.BETWEEN].some((word) => ownToken(statement, node, word) >= 0);
  const edges = childrenOf(node, NodeKind.SnapshotEdge);
  const [first] = [...edges, ...expressionsIn(node)].sort((a, b) => a.first - b.first);
  if (!isSlice || !first || isHead(statement, first)) return undefined;
  return { node, start: first };
}

function isHead(statement: Statement, id: SyntaxNode): boolean {
  return textOf(statement, id).replaceAll("'", '').toUpperCase() === 'HEAD';
}
