import { isAggregated } from '../../../analysis/isAggregated';
import type { StatementModel } from '../../../analysis/model';
import { quoted } from '../../../analysis/names';
import { ungrouped, type Ungrouped } from '../../../analysis/grouping/ungrouped';
import { expressionIn } from '../../../analysis/expressionKinds';
import { childOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { rangeOf, textOf } from '../../../sql/tree';
import type { Fix } from '../diagnostic';
import type { Finding, Rule, RuleContext } from '../rule';

/**
 * A column of a grouped query that is neither in GROUP BY nor inside an aggregate.
 *
 * Why: a group has many rows, so the column has no single value for it, and the query fails. Without GROUP BY, an
 * aggregate or HAVING makes one group of all rows.
 * What to do: group by the column, or say which of its values is meant: max, first, collect_set.
 *
 *     SELECT eventType, timestamp, count(*) FROM web_events GROUP BY eventType
 */
export const notAggregated: Rule = { code: 'not-aggregated', severity: 'error', check };

function* check({ model }: RuleContext): Generator<Finding> {
  for (const each of ungrouped(model)) {
    yield {
      range: rangeOf(model.statement, each.node),
      message: message(model, each),
      fixes: fixes(model, each),
    };
  }
}

function message(model: StatementModel, { node, column, select }: Ungrouped): string {
  const isStar = node.kind === NodeKind.Star;
  const name = isStar ? quoted(column.name) : textOf(model.statement, node);
  const said = isStar ? `\`${name}\` of this star` : `\`${name}\``;
  if (childOf(select.node, NodeKind.GroupByClause)) {
    return `${said} is neither in GROUP BY nor in an aggregate. Add it to GROUP BY, or take one of its values: max(${name})`;
  }
  const cause = childOf(select.node, NodeKind.HavingClause) ? 'HAVING' : 'an aggregate';
  return `${said} stands beside ${cause}, and there is no GROUP BY. Group by it, or take one of its values: max(${name})`;
}

function fixes(model: StatementModel, each: Ungrouped): readonly Fix[] {
  if (each.node.kind === NodeKind.Star) return [];
  const clause = childOf(each.select.node, NodeKind.GroupByClause);
  if (clause && childOf(clause, NodeKind.GroupingSets)) return [];
  const place = clause ? rangeOf(model.statement, clause).end : endOfRows(model, each.select.node);
  if (place === undefined) return [];
  const keys = clause ? [textOf(model.statement, each.node)] : plainItems(model, each);
  if (keys.length === 0) return [];
  const text = clause ? `, ${keys.join(', ')}` : ` GROUP BY ${keys.join(', ')}`;
  return [{ title: 'Add to GROUP BY', edits: [{ range: { start: place, end: place }, text }] }];
}

/** Where GROUP BY goes when there is none: behind WHERE, or else behind FROM. */
function endOfRows(model: StatementModel, select: SyntaxNode): number | undefined {
  const kinds = [NodeKind.WhereClause, NodeKind.LateralView, NodeKind.FromClause];
  const last = kinds.flatMap((kind) => select.children.findLast((child) => child.kind === kind) ?? [])[0];
  return last && rangeOf(model.statement, last).end;
}

/** The items of the list without aggregates, which all must be keys. */
function plainItems(model: StatementModel, { select }: Ungrouped): readonly string[] {
  return [...select.projected.keys()].flatMap((item) => {
    const expression = item.kind === NodeKind.Projection ? expressionIn(item) : undefined;
    const isKey = expression && expression.kind !== NodeKind.Literal && !isAggregated(model, expression);
    return isKey ? [textOf(model.statement, expression)] : [];
  });
}
