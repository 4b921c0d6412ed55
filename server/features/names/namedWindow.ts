import { nameOf } from '../../analysis/names';
import { childOf, childrenOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import type { Statement } from '../../sql/tree';

/** The NamedWindow that a Name in OVER or in another window stands for. */
export function namedWindow(statement: Statement, node: SyntaxNode): SyntaxNode | undefined {
  const wanted = nameOf(statement, node).toLowerCase();
  for (let at = node.parent; at; at = at.parent) {
    const clause = childOf(at, K.WindowClause);
    const found = (clause ? childrenOf(clause, K.NamedWindow) : []).find((window) => {
      const name = childOf(window, K.Name);
      return name && name !== node && nameOf(statement, name).toLowerCase() === wanted;
    });
    if (found) return found;
  }
  return undefined;
}
