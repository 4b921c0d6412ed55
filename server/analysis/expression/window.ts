import type { DataType } from '../../catalog/types';
import { childrenOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { isExpression } from '../expressionKinds';
import { isOrderable } from '../types/comparison';
import type { Walker } from '../walker';
import { checkFrame } from './frame';
import type { Scope } from '../model';

const clauses: readonly K[] = [
  K.PartitionByClause,
  K.OrderByClause,
  K.ClusterClause,
  K.SortItem,
  K.WindowFrame,
  K.FrameBound,
];

/** The expressions of a window: PARTITION BY, ORDER BY and the bounds of its frame. */
export function walkWindow(walker: Walker, node: SyntaxNode, scope: Scope): void {
  for (const child of node.children) {
    if (isExpression(child)) {
      const { type } = walker.expression(child, scope);
      if (node.kind === K.SortItem) orderedBy(walker, child, type, 'ORDER BY');
      else if (node.kind === K.PartitionByClause) orderedBy(walker, child, type, 'PARTITION BY');
    } else if (clauses.includes(child.kind)) walkWindow(walker, child, scope);
  }
  if (node.kind === K.WindowSpec) checkFrame(walker, node);
}

/** Rows are sorted and grouped by values that can be compared. */
export function orderedBy(walker: Walker, node: SyntaxNode, type: DataType, what: string): void {
  if (!isOrderable(type)) walker.model.refuse(node, { kind: 'unordered', what, type });
}

/** The windows that a select names. */
export function namedWindows(clause: SyntaxNode | undefined): readonly SyntaxNode[] {
  return clause ? childrenOf(clause, K.NamedWindow) : [];
}
