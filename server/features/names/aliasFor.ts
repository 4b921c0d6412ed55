import type { Meanings } from '../../analysis/model';
import { nameOf } from '../../analysis/names';
import { childOf, childrenOf, descendants, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';

/**
 * A name for the column that an expression gives: of a call the function with the field that it is about
 * (`sum_priceTotal`, `count`), else the last name of the first path; `undefined` where it has neither.
 */
export function aliasFor(model: Meanings, expression: SyntaxNode): string | undefined {
  const call = expression.kind === K.FunctionCall ? model.calls.get(expression) : undefined;
  const leaf = firstLeaf(model, expression);
  const name = call?.name.toLowerCase() ?? '';
  const parts = [/^\w+$/.test(name) ? name : '', leaf ?? ''].filter((part) => part !== '');
  return parts.length > 0 ? parts.join('_') : undefined;
}

/** Not of a window: what a function is ordered or grouped by is not what it is about. */
function firstLeaf(model: Meanings, expression: SyntaxNode): string | undefined {
  const window = childOf(expression, K.OverClause);
  for (const node of descendants(expression)) {
    if (node.kind !== K.Path || (window && node.first >= window.first)) continue;
    const name = childrenOf(node, K.Name).at(-1);
    const text = name && nameOf(model.statement, name);
    if (text !== undefined && /^\w+$/.test(text)) return text;
  }
  return undefined;
}
