import { childOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { expressionIn, isQuery } from '../expressionKinds';
import { isAggregateCall, isAggregated } from '../isAggregated';
import { isDamaged } from '../isDamaged';
import type { Column, SelectUse, StatementModel } from '../model';
import { groupKeys } from './groupKeys';
import { keyIndex } from './keyIndex';
import { rowPath, sameColumn } from './rowPath';

/** A column that has no single value for a group of rows. */
export interface Ungrouped {
  /** The path, or the star among whose columns it is. */
  readonly node: SyntaxNode;
  readonly column: Column;
  readonly select: SelectUse;
  /** The item of the select list that it stands in. */
  readonly item: SyntaxNode | undefined;
}

/**
 * The columns of grouped selects that are neither keys nor inside an aggregate. A select is grouped by GROUP BY, by
 * HAVING, or by an aggregate in its list.
 */
export function* ungrouped(model: StatementModel): Generator<Ungrouped> {
  for (const select of model.selects.values()) {
    if (isDamaged(model.statement, select.node)) continue;
    const order = orderOf(select);
    if (isGrouped(model, select, order)) yield* ungroupedOf(model, select, order);
  }
}

/** The ORDER BY of the query that is this select. */
function orderOf(select: SelectUse): SyntaxNode | undefined {
  const { parent } = select.node;
  return parent?.kind === K.Query ? childOf(parent, K.OrderByClause) : undefined;
}

function isGrouped(model: StatementModel, select: SelectUse, order: SyntaxNode | undefined): boolean {
  const { node, projected } = select;
  if (childOf(node, K.GroupByClause) || childOf(node, K.HavingClause)) return true;
  return [...projected.keys(), ...(order ? [order] : [])].some((part) => isAggregated(model, part));
}

function* ungroupedOf(
  model: StatementModel,
  select: SelectUse,
  order: SyntaxNode | undefined,
): Generator<Ungrouped> {
  const keys = groupKeys(model, select)?.flatMap(({ expression }) => expression ?? []);
  if (!keys) return;
  const search: Search = { model, select, keys, isKey: keyIndex(model, keys) };
  for (const [item, columns] of select.projected) {
    if (item.kind === K.Star) yield* starColumns(search, item, columns);
    else yield* columnsIn(search, expressionIn(item), item);
  }
  for (const clause of [childOf(select.node, K.HavingClause), childOf(select.node, K.QualifyClause), order]) {
    yield* columnsIn(search, clause, undefined);
  }
}

interface Search {
  readonly model: StatementModel;
  readonly select: SelectUse;
  readonly keys: readonly SyntaxNode[];
  readonly isKey: (node: SyntaxNode) => boolean;
}

function* columnsIn(
  search: Search,
  node: SyntaxNode | undefined,
  item: SyntaxNode | undefined,
): Generator<Ungrouped> {
  if (!node || isQuery(node) || search.isKey(node)) return;
  const { model, select } = search;
  if (node.kind === K.FunctionCall) {
    const call = model.calls.get(node);
    // A function that we do not know may be an aggregate.
    if (!call?.info || isAggregateCall(call)) return;
  }
  const path = node.kind === K.Path ? rowPath(model, node) : undefined;
  if (path && isOwn(select, path.found)) yield { node, column: path.column, select, item };
  for (const child of node.children) yield* columnsIn(search, child, item);
}

/** The column is of the rows of this select, not of a query around it. */
function isOwn(select: SelectUse, found: { readonly source: unknown; readonly column: Column }): boolean {
  const { frame } = select.rows;
  if (frame.kind !== 'rows') return false;
  const { sources, merged } = frame.rows;
  return sources.some((source) => source === found.source) || merged.includes(found.column);
}

/** `t.*` must give keys alone; the fields of a struct are keys when it is one. */
function* starColumns(search: Search, item: SyntaxNode, columns: readonly Column[]): Generator<Ungrouped> {
  const { model, select, keys } = search;
  const qualifier = childOf(item, K.QualifiedName);
  const struct = qualifier && rowPath(model, qualifier);
  if (struct) {
    if (isOwn(select, struct.found) && !search.isKey(qualifier))
      yield { node: item, column: struct.column, select, item };
    return;
  }
  if (qualifier && model.paths.has(qualifier)) return;
  const paths = keys.flatMap((key) => rowPath(model, key) ?? []);
  const loose = columns.find(
    (column) => !paths.some((key) => key.fields.length === 0 && sameColumn(key.column, column)),
  );
  if (loose) yield { node: item, column: loose, select, item };
}
