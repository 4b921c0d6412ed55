import { expressionIn } from '../../../analysis/expressionKinds';
import { isDamaged } from '../../../analysis/isDamaged';
import type { Column, StatementModel } from '../../../analysis/model';
import { quoted } from '../../../analysis/names';
import { ancestorOf, childOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { rangeOf } from '../../../sql/tree';
import { uniqueNames } from '../../../base/uniqueNames';
import { aliasFor } from '../../names/aliasFor';
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
    for (const [item, alias] of missingAliases(model, output?.columns ?? [])) {
      const value = expressionIn(item);
      if (!value || !isIn(item, node) || isCastColumn(value) || isDamaged(model.statement, item)) continue;
      const range = rangeOf(model.statement, value);
      const place = { start: range.end, end: range.end };
      yield {
        range,
        message: 'A computed column of a new table needs a name: add AS and an alias',
        fixes: [{ title: 'Add an alias', edits: [{ range: place, text: ` AS ${quoted(alias)}` }] }],
      };
    }
  }
}

/**
 * An alias for each column that has none: what its expression is about, or else its place in the list, and none that
 * another column has or gets.
 */
function missingAliases(model: StatementModel, columns: readonly Column[]): ReadonlyMap<SyntaxNode, string> {
  const items = columns.flatMap((column) => (column.unnamed && projectionOf(column)) || []);
  const wanted = items.map((item) => {
    const value = expressionIn(item);
    const place = (item.parent?.children.indexOf(item) ?? 0) + 1;
    return (value && aliasFor(model, value)) ?? `column_${place}`;
  });
  const named = columns.flatMap(({ unnamed, name }) => (unnamed ? [] : [name]));
  const aliases = uniqueNames([...named, ...wanted]).slice(named.length);
  return new Map(items.map((item, at) => [item, aliases[at] ?? '']));
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
