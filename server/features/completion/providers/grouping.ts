import { expressionIn } from '../../../analysis/expressionKinds';
import { isAggregated } from '../../../analysis/isAggregated';
import { ancestorOf, childOf } from '../../../sql/node';
import { NodeKind as K } from '../../../sql/nodeKind';
import { textOf } from '../../../sql/tree';
import type { Proposal } from '../completionItem';
import type { Typing } from '../place';
import { rank } from '../rank';

/** After GROUP BY: all expressions of the select list that are no aggregates, as one filler. */
export function* groupingProposals({ place, model }: Typing): Generator<Proposal> {
  if (place.kind !== 'expression' || place.node.parent?.kind !== K.GroupByClause) return;
  const select = ancestorOf(place.node, K.Select);
  const list = select && childOf(select, K.SelectClause);
  const given = new Set(
    (place.node.parent?.children ?? [])
      .filter((child) => child !== place.node)
      .map((child) => textOf(model.statement, child).toLowerCase()),
  );
  const keys = (list?.children ?? []).flatMap((item) => {
    const expression = item.kind === K.Projection ? expressionIn(item) : undefined;
    if (!expression || expression.kind === K.Literal || isAggregated(model, expression)) return [];
    const text = textOf(model.statement, expression);
    return given.has(text.toLowerCase()) ? [] : [text];
  });
  if (keys.length === 0) return;
  yield {
    label: keys.join(', '),
    kind: 'snippet',
    rank: rank.joinCondition,
    detail: 'all that is not aggregated',
  };
}
