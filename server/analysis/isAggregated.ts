import { descendants, type SyntaxNode } from '../sql/node';
import { NodeKind } from '../sql/nodeKind';
import type { CallUse, Meanings } from './model';

/** A call that makes one value of the rows of a group: an aggregate function without OVER. */
export function isAggregateCall(call: CallUse | undefined): boolean {
  return call?.info?.kind === 'aggregate' && !call.windowed;
}

/** An aggregate stands in an expression, not counting those of subqueries. */
export function isAggregated(model: Pick<Meanings, 'calls'>, node: SyntaxNode): boolean {
  if (node.kind === NodeKind.Query) return false;
  if (isAggregateCall(model.calls.get(node))) return true;
  return node.children.some((child) => isAggregated(model, child));
}

/** A function with OVER stands in an expression. */
export function hasWindow(model: Pick<Meanings, 'calls'>, node: SyntaxNode): boolean {
  for (const each of descendants(node)) if (model.calls.get(each)?.windowed) return true;
  return false;
}
