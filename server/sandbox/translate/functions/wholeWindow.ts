import { childOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { separated, type Fragment } from '../fragment';
import { calledName } from '../nodes';
import { analysisError, notSupported } from '../refusal';
import type { Translation } from '../translation';

/** The rows that a windowed call looks at, beside the partition and the order that the author says. */
export interface RowsSeen {
  readonly frame: string;
  /** In place of the author's order. */
  readonly orderBy?: Fragment;
}

export const upToHere = 'ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW';
export const wholePartition = 'ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING';

/**
 * OVER ( ... ) of a call with another frame: the functions of the Platform look at the same rows whatever frame is
 * written, as they know which ones they need.
 */
export function overRows(t: Translation, call: SyntaxNode, seen: RowsSeen): Fragment {
  const { window, partition, order } = windowParts(t, call);
  const orderBy = seen.orderBy ? t.make(order)`ORDER BY ${seen.orderBy}` : t.emit(order);
  const parts = [...(partition ? [t.emit(partition)] : []), orderBy, t.make(window)`${seen.frame}`];
  return t.make(window)`OVER (${separated(parts, ' ', t.statement.tokens.starts[window.first] as number)})`;
}

/** The clauses of the window of a call, which must be written with it and be ordered. */
export function windowParts(
  t: Translation,
  call: SyntaxNode,
): { readonly window: SyntaxNode; readonly partition: SyntaxNode | undefined; readonly order: SyntaxNode } {
  const name = calledName(t.statement, call);
  const over = childOf(call, NodeKind.OverClause);
  if (!over) throw analysisError(t.statement, call, `${name} needs OVER ( ... )`);
  const window = childOf(over, NodeKind.WindowSpec);
  if (!window || childOf(window, NodeKind.Name))
    throw notSupported(t.statement, over, `${name} over a named window`);
  const order = childOf(window, NodeKind.OrderByClause);
  if (!order) throw analysisError(t.statement, over, `${name} needs ORDER BY in its window`);
  return { window, partition: childOf(window, NodeKind.PartitionByClause), order };
}
