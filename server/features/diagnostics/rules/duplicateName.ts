import type { StatementModel, WriteUse } from '../../../analysis/model';
import { nameOf } from '../../../analysis/names';
import { childOf, childrenOf, descendants, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { rangeOf } from '../../../sql/tree';
import type { Finding, Rule, RuleContext } from '../rule';

/**
 * Two columns of a new table or view, or two common table expressions, under one name.
 *
 * Why: a table cannot hold both, and of two CTEs nobody could say which is read.
 * What to do: give one of them another alias.
 *
 *     CREATE TABLE t AS SELECT _id, eventType AS _id FROM web_events
 */
export const duplicateName: Rule = { code: 'duplicate-name', severity: 'error', check };

function* check({ model }: RuleContext): Generator<Finding> {
  for (const write of model.writes) {
    if (write.node.kind === NodeKind.CreateTable || write.node.kind === NodeKind.CreateView) {
      yield* duplicateColumns(model, write);
    }
    yield* listedTwice(model, write.columns);
  }
  for (const node of descendants(model.statement.root)) {
    if (node.kind !== NodeKind.WithClause) continue;
    const seen = new Set<string>();
    for (const common of childrenOf(node, NodeKind.CommonTable)) {
      const name = childOf(common, NodeKind.Name);
      if (!name) continue;
      const text = nameOf(model.statement, name);
      if (seen.has(text.toLowerCase())) {
        yield { range: rangeOf(model.statement, name), message: `There is another ${text} in this WITH` };
      }
      seen.add(text.toLowerCase());
    }
  }
}

/** The list of an INSERT gives each column one value. */
function* listedTwice({ statement }: StatementModel, list: readonly SyntaxNode[]): Generator<Finding> {
  const seen = new Set<string>();
  for (const node of list) {
    const name = nameOf(statement, node);
    if (seen.has(name.toLowerCase()))
      yield { range: rangeOf(statement, node), message: `The column ${name} is in the list twice` };
    seen.add(name.toLowerCase());
  }
}

function* duplicateColumns(model: StatementModel, { node, output }: WriteUse): Generator<Finding> {
  // A column list gives other names than the query's.
  if (!output || childOf(node, NodeKind.ColumnList)) return;
  const query = childOf(node, NodeKind.Query);
  const select = query && childOf(query, NodeKind.Select);
  const projected = select && model.selects.get(select)?.projected;
  const seen = new Set<string>();
  for (const [item, columns] of projected ?? []) {
    for (const column of columns) {
      const key = column.name.toLowerCase();
      if (seen.has(key) && !column.unnamed) {
        const alias = childOf(item, NodeKind.Alias);
        const message = `The column ${column.name} is there twice: give one of them another alias`;
        yield { range: rangeOf(model.statement, alias ?? item), message };
      }
      seen.add(key);
    }
  }
}
