import { isAggregateCall } from '../../../analysis/isAggregated';
import type { StatementModel } from '../../../analysis/model';
import { childOf, descendants, type SyntaxNode } from '../../../sql/node';
import { NodeKind as K } from '../../../sql/nodeKind';
import { eventTimesIn, readsEvents } from '../time/eventTime';
import { eventConditions } from './eventConditions';

/**
 * The label of a select with GROUP BY that counts events of a kind, where other items count events of a kind as well
 * and no condition on the time keeps the two apart.
 */
export function groupedTogether(
  model: StatementModel,
  select: SyntaxNode,
  labels: ReadonlySet<SyntaxNode>,
): SyntaxNode | undefined {
  if (!childOf(select, K.GroupByClause)) return undefined;
  const items = [...(model.selects.get(select)?.projected.keys() ?? [])].filter((item) =>
    countsKind(model, item),
  );
  const label = items.find((item) => labels.has(item));
  const hasFeature = items.some((item) => !labels.has(item));
  return hasFeature ? label : undefined;
}

/** An aggregate over a condition on the kind of event, at whatever time. */
function countsKind(model: StatementModel, item: SyntaxNode): boolean {
  const calls = [...descendants(item)].filter((node) => isAggregateCall(model.calls.get(node)));
  return (
    calls.some((call) => eventConditions(model.statement, call).length > 0) &&
    readsEvents(model, item) &&
    eventTimesIn(model, item).length === 0
  );
}
