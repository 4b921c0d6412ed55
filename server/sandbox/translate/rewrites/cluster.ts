import { childrenOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { nothing, separated, type Fragment } from '../fragment';
import { ownTokens } from '../nodes';
import type { Translation } from '../translation';

/**
 * SORT BY and CLUSTER BY order the rows of each of Spark's partitions, and DISTRIBUTE BY says which partition they go
 * to. Here there is one partition, so the first two order all rows, which is one of the orders that Spark may give.
 */
export function cluster(t: Translation, node: SyntaxNode): Fragment {
  if (node.parent?.kind === NodeKind.WindowSpec) return inWindow(t, node);
  if (ownTokens(t.statement, node).includes(T.DISTRIBUTE)) return nothing;
  return t.make(node)` ORDER BY ${items(t, node)}`;
}

/** Spark's words for PARTITION BY and ORDER BY. */
function inWindow(t: Translation, node: SyntaxNode): Fragment {
  const words = ownTokens(t.statement, node);
  if (words.includes(T.SORT)) return t.make(node)` ORDER BY ${items(t, node)}`;
  const partition = t.make(node)`PARTITION BY ${items(t, node)}`;
  return words.includes(T.CLUSTER) ? t.make(node)`${partition} ORDER BY ${items(t, node)}` : partition;
}

function items(t: Translation, node: SyntaxNode): Fragment {
  const sorted = childrenOf(node, NodeKind.SortItem);
  const all = sorted.length > 0 ? sorted : node.children;
  return separated(
    all.map((item) => t.emit(item)),
    ', ',
    t.statement.tokens.starts[node.first] as number,
  );
}
