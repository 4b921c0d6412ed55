import { expressionIn } from '../../../analysis/expressionKinds';
import type { Column } from '../../../analysis/model';
import { ancestorOf, childOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { rangeOf } from '../../../sql/tree';
import type { Finding, Rule, RuleContext } from '../rule';

/**
 * A computed column without alias in CREATE TABLE ... AS.
 *
 * Why: the text of the expression is no name that a column of a data set can have.
 * What to do: name it with AS. The cast of a plain column keeps its name.
 *
 *     CREATE TABLE counts AS SELECT count(1) FROM web_events
 */
export const unaliasedColumn: Rule = { code: 'unaliased-column', severity: 'error', check };

function* check({ model }: RuleContext): Generator<Finding> {
  for (const { node, output } of model.writes) {
    // A column list gives other names than the query's.
    if (node.kind !== NodeKind.CreateTable || childOf(node, NodeKind.ColumnDefinitions)) continue;
    const unnamed = new Set(output?.columns.filter((column) => column.unnamed));
    for (const column of unnamed) {
      const item = projectionOf(column);
      const value = item && expressionIn(item);
      if (!item || !value || !isIn(item, node) || isCastColumn(value)) continue;
      const range = rangeOf(model.statement, value);
      const place = { start: range.end, end: range.end };
      yield {
        range,
        message: 'A computed column of a new table needs a name: add AS and an alias',
        fixes: [{ title: 'Add an alias', edits: [{ range: place, text: ` AS ${aliasFor(model, item)}` }] }],
      };
    }
  }
}

/** Of a set operation, the names come from its first query. */
function projectionOf({ origin }: Column): SyntaxNode | undefined {
  if (origin.kind === 'columns') return origin.columns[0] && projectionOf(origin.columns[0]);
  return origin.kind === 'expression' && origin.node.kind === NodeKind.Projection ? origin.node : undefined;
}

/** The cast of a column keeps the column's name. */
function isCastColumn(value: SyntaxNode): boolean {
  const inner = value.kind === NodeKind.Cast ? expressionIn(value) : undefined;
  return inner?.kind === NodeKind.Path || (inner !== undefined && isCastColumn(inner));
}

function isIn(item: SyntaxNode, statement: SyntaxNode): boolean {
  return ancestorOf(item, NodeKind.CreateTable) === statement;
}

/** The name of the function, or else the place in the list. */
function aliasFor(model: RuleContext['model'], item: SyntaxNode): string {
  const call = childOf(item, NodeKind.FunctionCall);
  const name = call && model.calls.get(call)?.name.toLowerCase();
  const place = (item.parent?.children.indexOf(item) ?? 0) + 1;
  return name !== undefined && /^\w+$/.test(name) ? `${name}_${place}` : `column_${place}`;
}
