import { childrenOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { isExpression } from '../expressionKinds';
import type { Walker } from '../walker';
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
    if (isExpression(child)) walker.expression(child, scope);
    else if (clauses.includes(child.kind)) walkWindow(walker, child, scope);
  }
}

/** The windows that a select names. */
export function namedWindows(clause: SyntaxNode | undefined): readonly SyntaxNode[] {
  return clause ? childrenOf(clause, K.NamedWindow) : [];
}
