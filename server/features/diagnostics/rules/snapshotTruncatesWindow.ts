import type { Source, StatementModel } from '../../../analysis/model';
import { ancestorOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind as K } from '../../../sql/nodeKind';
import { rangeOf } from '../../../sql/tree';
import type { Finding, Rule, RuleContext } from '../rule';
import { pathsIn, queryOf, rowsOf, selectsOf } from '../time/origins';
import { snapshotSlice, type SnapshotSlice } from '../time/snapshotSlice';
import { windowShape } from '../time/windowShape';

/**
 * A window that looks back, over a slice of a table's snapshots.
 *
 * Why: SNAPSHOT SINCE and BETWEEN give only the rows that were added after a snapshot. A running count, a session or
 * the time since the last match begins anew there, as if the history before the slice had never been.
 * What to do: take from the slice who is to be computed, and read their history without SNAPSHOT, bounded by a
 * look-back on timestamp as long as the features need.
 *
 *     SELECT count(*) OVER (PARTITION BY _acme.user_id ORDER BY timestamp) AS visits
 *     FROM web_events SNAPSHOT BETWEEN @from AND @to
 *
 * Told once a slice. Not reported: a start of 'HEAD'; numbering of rows (row_number and its like, which often remove
 * duplicates); lead and what else looks ahead only; a slice that is united with other rows, or that stands in a
 * condition.
 */
export const snapshotTruncatesWindow: Rule = {
  code: 'snapshot-truncates-window',
  severity: 'warning',
  check,
};

function* check({ model }: RuleContext): Generator<Finding> {
  const windows = new Map<SyntaxNode, number>();
  for (const call of model.calls.values()) {
    const shape = call.windowed ? windowShape(model.statement, call) : undefined;
    if (!shape?.seesBefore) continue;
    for (const { node } of slicesBehind(model, call.node, shape.order)) {
      windows.set(node, (windows.get(node) ?? 0) + 1);
    }
  }
  for (const [node, count] of windows) {
    const subject = count === 1 ? 'A window sees' : `${count} windows see`;
    yield {
      range: rangeOf(model.statement, node),
      message: `${subject} only this slice, without the history before it: read the history without SNAPSHOT, with a look-back on timestamp`,
    };
  }
}

/** The slices behind what a window is ordered by; where that says nothing, behind the only source of its select. */
function slicesBehind(
  model: StatementModel,
  call: SyntaxNode,
  order: SyntaxNode | undefined,
): readonly SnapshotSlice[] {
  const select = ancestorOf(call, K.Select);
  const ordering = (order ? pathsIn(order) : []).flatMap((path) => {
    const resolution = model.paths.get(path)?.resolution;
    return (resolution?.status === 'found' && resolution.source) || [];
  });
  if (ordering[0]) return slicesUnder(model, ordering[0], 8);
  const [only, other] = select ? rowsOf(model, select) : [];
  return only && !other ? slicesUnder(model, only, 8) : [];
}

/** The slices that all rows of a source come from, judged by what stands first in each FROM; else none. */
function slicesUnder(model: StatementModel, source: Source, depth: number): readonly SnapshotSlice[] {
  const own = snapshotSlice(model.statement, source.node);
  if (own) return [own];
  const query = depth > 0 ? queryOf(model, source) : undefined;
  const sides = (query ? selectsOf(query) : []).map((select) => {
    const [first] = rowsOf(model, select);
    return first ? slicesUnder(model, first, depth - 1) : [];
  });
  return sides.every((slices) => slices.length > 0) ? sides.flat() : [];
}
