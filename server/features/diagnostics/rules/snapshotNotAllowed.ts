import { findDataset } from '../../../catalog/catalog';
import { childOf } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { rangeOf } from '../../../sql/tree';
import type { TableMeaning } from '../../../analysis/model';
import type { Finding, Rule, RuleContext } from '../rule';

/**
 * SNAPSHOT on a view or a common table expression, or history_meta of a view.
 *
 * Why: only data sets have snapshots.
 * What to do: put SNAPSHOT next to the table inside the view or the query, and ask for that table's history.
 *
 *     SELECT * FROM open_stores SNAPSHOT SINCE 123
 */
export const snapshotNotAllowed: Rule = { code: 'snapshot-not-allowed', severity: 'error', check };

function* check({ model, catalog }: RuleContext): Generator<Finding> {
  for (const { node, names, meaning } of model.tables) {
    const clause = node.parent && childOf(node.parent, NodeKind.SnapshotClause);
    const kind = clause && kindWithoutSnapshots(meaning);
    if (!kind) continue;
    yield {
      range: rangeOf(model.statement, clause),
      message: `${names.join('.')} is a ${kind} and has no snapshots: put SNAPSHOT next to the table that it reads`,
    };
  }
  for (const { name, arguments: given } of model.calls.values()) {
    const [table] = name.toLowerCase() === 'history_meta' ? given : [];
    const dataset = table?.literal === undefined ? undefined : findDataset(catalog, table.literal.split('.'));
    if (!table || dataset?.kind !== 'view') continue;
    const message = `${dataset.table} is a view and has no history: ask for that of the table that it reads`;
    yield { range: rangeOf(model.statement, table.node), message };
  }
}

function kindWithoutSnapshots(meaning: TableMeaning): string | undefined {
  if (meaning.kind === 'dataset') return meaning.dataset.kind === 'view' ? 'view' : undefined;
  if (meaning.kind !== 'definition') return undefined;
  const { kind } = meaning.definition;
  return kind === 'view' ? 'view' : kind === 'cte' ? 'common table expression' : undefined;
}
