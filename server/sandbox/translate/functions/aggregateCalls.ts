import { childOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { joined, type Fragment } from '../fragment';
import type { Translation } from '../translation';

/** The FILTER of a call, with a blank before it. */
export function filterOf(t: Translation, call: SyntaxNode): Fragment {
  const filter = childOf(call, NodeKind.FilterClause);
  return filter ? t.make(call)` ${t.emit(filter)}` : t.make(call)``;
}

/** Another call in the same window. */
export function rebuilt(t: Translation, call: SyntaxNode, head: Fragment): Fragment {
  const over = childOf(call, NodeKind.OverClause);
  return over ? joined([head, t.make(over)` `, t.emit(over)]) : head;
}
