import type { SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { isExpression } from '../expressionKinds';
import { emptyScope } from '../scope';
import type { Walker } from '../walker';

const parts: readonly K[] = [K.BlockStatement, K.If, K.ElseIf, K.ElseBranch, K.ExceptionHandler, K.Block];

/**
 * A block: its statements in order, so that what one makes resolves in those after it. Branches count as if all
 * were run.
 */
export function block(
  walker: Walker,
  node: SyntaxNode,
  statement: (walker: Walker, node: SyntaxNode) => void,
): void {
  for (const child of node.children) {
    if (isExpression(child)) walker.expression(child, emptyScope);
    else if (parts.includes(child.kind)) block(walker, child, statement);
    else statement(walker, child);
  }
}
