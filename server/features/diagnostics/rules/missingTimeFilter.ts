import { operatorOf } from '../../../analysis/expression/operator';
import { expressionIn, isRelation } from '../../../analysis/expressionKinds';
import { hasWindow, isAggregated } from '../../../analysis/isAggregated';
import { isDamaged } from '../../../analysis/isDamaged';
import type { Source, StatementModel, TableUse } from '../../../analysis/model';
import { quoted } from '../../../analysis/names';
import { ancestorOf, childOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind as K } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { ownToken, rangeOf } from '../../../sql/tree';
import type { Fix } from '../diagnostic';
import type { Finding, Rule, RuleContext } from '../rule';
import { isEventDataset, isEventTime } from '../time/eventTime';
import { originsOfColumn, rowsOf, selectsOf } from '../time/origins';
import { snapshotSlice } from '../time/snapshotSlice';
import { boundedTables, isOpenCondition } from '../time/timeBounds';

/**
 * Events read without a bound on their time.
 *
 * Why: event data is stored by day and batch. Without a condition on `timestamp` the query reads everything since the
 * first event: it takes longest, costs most, and on data of the Analytics connector may give nothing.
 * What to do: bound `timestamp` in WHERE or ON, in this query or in one around it.
 *
 *     SELECT eventType, count(*) FROM web_events GROUP BY eventType
 *
 * What counts as a bound: a comparison, BETWEEN or IN on `timestamp` or on a function of it (`to_date`, `date_trunc`,
 * `year`; not `hour` and what else comes round again), on `_ACP_DATE`, `_ACP_BATCHID` or `_acp_system_metadata`, in
 * every branch of an OR; also a comparison with the bounded time of another table.
 *
 * Not reported: SNAPSHOT SINCE and BETWEEN (a slice), samples, a plain preview with LIMIT, which stops as soon as it
 * has its rows, conditions that no row meets, a view that passes `timestamp` on to those who read it, EXPLAIN,
 * and whatever a template or parameter may bound.
 */
export const missingTimeFilter: Rule = { code: 'missing-time-filter', severity: 'information', check };

function* check({ model }: RuleContext): Generator<Finding> {
  const readings = model.tables.filter(isReadingOfEvents);
  if (readings.length === 0) return;
  const bounded = boundedTables(model);
  for (const { node, names } of readings) {
    const table = node.parent as SyntaxNode;
    if (bounded.has(table) || isExcused(model, table)) continue;
    yield {
      range: rangeOf(model.statement, node),
      message: `${names.join('.')} is read from its first event on: add a condition on timestamp`,
      fixes: fixes(model, table),
    };
  }
}

function isReadingOfEvents({ node, use, meaning }: TableUse): boolean {
  if (use !== 'read' || meaning.kind !== 'dataset' || meaning.dataset.kind === 'sample') return false;
  const { dataset } = meaning;
  const kind = node.parent?.kind;
  return (
    isEventDataset(dataset) &&
    dataset.columns.some((column) => column.name.toLowerCase() === 'timestamp') &&
    (kind === K.TableRef || kind === K.TableQuery)
  );
}

function isExcused(model: StatementModel, table: SyntaxNode): boolean {
  const { statement } = model;
  if (snapshotSlice(statement, table) || childOf(table, K.SampleClause)) return true;
  if (ancestorOf(table, K.Explain) || isShownByView(model, table) || isPreview(model, table)) return true;
  for (let at: SyntaxNode | undefined = table; at; at = at.parent) {
    if (at.kind === K.Query && ownToken(statement, at, T.WITHAPPROXIMATE) >= 0) return true;
    if (at.kind === K.Join && joinsByTime(model, at)) return true;
    if (at.kind === K.Select && (isDamaged(statement, at) || hasOpenCondition(model, at))) return true;
  }
  return false;
}

/** Joined by equal time to something else, under one name. */
function joinsByTime(model: StatementModel, join: SyntaxNode): boolean {
  const using = childOf(join, K.UsingClause);
  const text = using && model.statement.text.slice(...span(model, using)).toLowerCase();
  return text?.includes('timestamp') === true || ownToken(model.statement, join, T.NATURAL) >= 0;
}

function span(model: StatementModel, node: SyntaxNode): [number, number] {
  const { start, end } = rangeOf(model.statement, node);
  return [start, end];
}

function hasOpenCondition(model: StatementModel, select: SyntaxNode): boolean {
  const where = childOf(select, K.WhereClause);
  const condition = where && expressionIn(where);
  return condition !== undefined && isOpenCondition(model, condition);
}

/** Those who read the view can bound the time that it shows. */
function isShownByView(model: StatementModel, table: SyntaxNode): boolean {
  const view = ancestorOf(table, K.CreateView);
  const query = view && childOf(view, K.Query);
  if (!query) return false;
  return selectsOf(query).some((select) =>
    rowsOf(model, select).some((source) => showsTime(model, select, source, table)),
  );
}

function showsTime(model: StatementModel, select: SyntaxNode, source: Source, table: SyntaxNode): boolean {
  const shown = new Set(model.selects.get(select)?.output.columns);
  return source.schema.columns.some(
    (column) =>
      shown.has(column) &&
      originsOfColumn(model, source, column).some((origin) => origin.table === table && isEventTime(origin)),
  );
}

/** Rows come out as they are read, up to a LIMIT, so that the reading ends early. */
function isPreview(model: StatementModel, table: SyntaxNode): boolean {
  let at = table.parent;
  while (at?.kind === K.FromClause && at.children.filter(isRelation).length === 1) {
    const select = at.parent;
    const query = select && isStreaming(model, select) ? select.parent : undefined;
    if (query?.kind !== K.Query || childOf(query, K.OrderByClause) || childOf(query, K.ClusterClause))
      return false;
    const limit = childOf(query, K.LimitClause);
    if (limit && expressionIn(limit)) return true;
    at = query.parent?.kind === K.DerivedTable ? query.parent.parent : undefined;
  }
  return false;
}

function isStreaming(model: StatementModel, select: SyntaxNode): boolean {
  const list = childOf(select, K.SelectClause);
  const gathers = [K.GroupByClause, K.HavingClause, K.QualifyClause].some((kind) => childOf(select, kind));
  if (!list || gathers || ownToken(model.statement, list, T.DISTINCT) >= 0) return false;
  return !isAggregated(model, list) && !hasWindow(model, list);
}

function fixes(model: StatementModel, table: SyntaxNode): readonly Fix[] {
  const from = table.parent?.kind === K.FromClause ? table.parent : ancestorOf(table, K.FromClause);
  const select = from?.parent;
  const source = select && rowsOf(model, select).find((each) => each.node === table);
  if (!from || !select || !source || source.outerJoined) return [];
  const alone = rowsOf(model, select).length === 1;
  const owner = alone ? '' : `${source.qualifier.map(quoted).join('.')}.`;
  const condition = `${owner}timestamp >= date_sub(current_date(), 30)`;
  const where = childOf(select, K.WhereClause);
  const present = where && expressionIn(where);
  const edits = present ? besides(model, present, condition) : [asWhere(model, select, from, condition)];
  return [{ title: 'Read the last 30 days only', edits }];
}

function besides(model: StatementModel, present: SyntaxNode, condition: string): Fix['edits'] {
  const { start, end } = rangeOf(model.statement, present);
  const either = present.kind === K.Binary && operatorOf(model.statement, present) === T.OR;
  const before = { range: { start, end: start }, text: `${condition} AND ${either ? '(' : ''}` };
  return either ? [before, { range: { start: end, end }, text: ')' }] : [before];
}

function asWhere(
  model: StatementModel,
  select: SyntaxNode,
  from: SyntaxNode,
  condition: string,
): Fix['edits'][number] {
  const last = select.children.findLast((child) => child === from || child.kind === K.LateralView) ?? from;
  const { end } = rangeOf(model.statement, last);
  return { range: { start: end, end }, text: ` WHERE ${condition}` };
}
