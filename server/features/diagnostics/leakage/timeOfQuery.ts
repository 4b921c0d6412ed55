import type { StatementModel } from '../../../analysis/model';
import { isQuery } from '../../../analysis/expressionKinds';
import type { SyntaxNode } from '../../../sql/node';
import { readsEvents } from '../time/eventTime';

const clocks = new Set(`now current_timestamp current_date curdate localtimestamp`.split(' '));

/**
 * The call of now() or its like in an item that is computed from columns of events as well. Alone it only notes when
 * the query ran.
 */
export function timeOfQuery(model: StatementModel, item: SyntaxNode): SyntaxNode | undefined {
  const clock = clockIn(model, item);
  return clock && readsEvents(model, item) ? clock : undefined;
}

function clockIn(model: StatementModel, node: SyntaxNode): SyntaxNode | undefined {
  const call = model.calls.get(node);
  if (call && clocks.has(call.name.toLowerCase())) return node;
  if (isQuery(node)) return undefined;
  for (const child of node.children) {
    const found = clockIn(model, child);
    if (found) return found;
  }
  return undefined;
}
