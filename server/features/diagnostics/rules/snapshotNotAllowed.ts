import { childOf } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { rangeOf } from '../../../sql/tree';
import type { TableMeaning } from '../../../analysis/model';
import type { Finding, Rule, RuleContext } from '../rule';

/**
 * SNAPSHOT on a view or a common table expression.
 *
 * Why: only data sets have snapshots.
 * What to do: put SNAPSHOT next to the table inside the view or the query.
 *
 *     SELECT * FROM open_stores SNAPSHOT SINCE 123
 */
export const snapshotNotAllowed: Rule = { code: 'snapshot-not-allowed', severity: 'error', check };

function* check({ model }: RuleContext): Generator<Finding> {
  for (const { node, names, meaning } of model.tables) {
    const clause = node.parent && childOf(node.parent, NodeKind.SnapshotClause);
    const kind = clause && kindWithoutSnapshots(meaning);
    if (!kind) continue;
    yield {
      range: rangeOf(model.statement, clause),
      message: `${names.join('.')} is a ${kind} and has no snapshots: put SNAPSHOT next to the table that it reads`,
    };
  }
}

function kindWithoutSnapshots(meaning: TableMeaning): string | undefined {
  if (meaning.kind === 'dataset') return meaning.dataset.kind === 'view' ? 'view' : undefined;
  if (meaning.kind !== 'definition') return undefined;
  const { kind } = meaning.definition;
  return kind === 'view' ? 'view' : kind === 'cte' ? 'common table expression' : undefined;
}
