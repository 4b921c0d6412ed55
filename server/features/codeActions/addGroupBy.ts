import { ungrouped, type Ungrouped } from '../../analysis/grouping/ungrouped';
import { expressionIn, isExpression } from '../../analysis/expressionKinds';
import { hasWindow, isAggregated } from '../../analysis/isAggregated';
import type { StatementModel } from '../../analysis/model';
import { childOf, childrenOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { rangeOf, textOf } from '../../sql/tree';
import { changedStatement } from './changedStatement';
import { editIn, type ActionContext, type CodeAction } from './codeAction';

/** Columns beside aggregates that are not grouped: group by all of them, or take one value of each group. */
export function* addGroupBy(context: ActionContext): Generator<CodeAction> {
  const { placed, touched } = context;
  const { model, statement } = placed;
  const diagnostic = touched.find(({ code }) => code === 'not-aggregated');
  const start = (diagnostic?.range.start ?? 0) - placed.offset;
  const all = diagnostic ? [...ungrouped(model)] : [];
  const found = all.find(({ node }) => rangeOf(statement, node).start === start && node.kind !== K.Star);
  if (!diagnostic || !found) return;
  const edits = [
    groupByEdit(
      context,
      found.select.node,
      all.filter(({ select }) => select === found.select),
    ),
  ];
  const [own] = diagnostic.fixes;
  const mended = (changes: CodeAction['edits']) => all.length - countUngrouped(context, changes);
  if (!own || mended(edits) > mended(own.edits)) {
    yield { title: 'Group by all columns that are not aggregated', kind: 'quickfix', edits, diagnostic };
  }
  yield { ...takeOne(context, found), kind: 'quickfix', diagnostic };
}

function countUngrouped(context: ActionContext, edits: CodeAction['edits']): number {
  return [...ungrouped(changedStatement(context, edits))].length;
}

/** Whole items of the list where they hold no aggregate, else the columns beside it; each once. */
function keysOf(model: StatementModel, found: readonly Ungrouped[]): readonly string[] {
  const nodes = found.flatMap(({ node, item }) => {
    const whole = item && item.kind !== K.Star ? expressionIn(item) : undefined;
    if (node.kind === K.Star) return [];
    return [whole && !isAggregated(model, whole) && !hasWindow(model, whole) ? whole : node];
  });
  return [...new Set(nodes.map((node) => textOf(model.statement, node)))];
}

function groupByEdit(
  { placed }: ActionContext,
  select: SyntaxNode,
  found: readonly Ungrouped[],
): CodeAction['edits'][number] {
  const { statement, model } = placed;
  const texts = keysOf(model, found).join(', ');
  const clause = childOf(select, K.GroupByClause);
  if (clause) {
    const { end } = rangeOf(statement, clause.children.findLast(isExpression) ?? clause);
    return editIn(placed, end, end, `, ${texts}`);
  }
  const before: readonly K[] = [K.SelectClause, K.IntoClause, K.FromClause, K.LateralView, K.WhereClause];
  const last = select.children.findLast(({ kind }) => before.includes(kind)) ?? select;
  const { start, end } = rangeOf(statement, last);
  const lineStart = statement.text.lastIndexOf('\n', start - 1) + 1;
  const indent = statement.text.slice(lineStart, start);
  const isOnOwnLine = indent.trim() === '' && lineStart > 0;
  return editIn(placed, end, end, `${isOnOwnLine ? `\n${indent}` : ' '}GROUP BY ${texts}`);
}

/** The greatest value of the group, under the name that the column had; maps cannot be compared and have none. */
function takeOne(
  { placed }: ActionContext,
  { node, column }: Ungrouped,
): Pick<CodeAction, 'title' | 'edits'> {
  const { statement } = placed;
  const type = placed.model.types.get(node)?.type ?? column.type;
  const name = type.kind === 'map' ? 'first' : 'max';
  const { start, end } = rangeOf(statement, node);
  const isItem = node.parent?.kind === K.Projection && !childOf(node.parent, K.Alias);
  const lent = isItem && node.kind === K.Path ? childrenOf(node, K.Name).at(-1) : undefined;
  const alias = lent ? ` AS ${textOf(statement, lent)}` : '';
  const text = `${name}(${textOf(statement, node)})${alias}`;
  return { title: `Take ${name} of each group`, edits: [editIn(placed, start, end, text)] };
}
