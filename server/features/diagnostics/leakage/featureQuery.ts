import type { CallUse, StatementModel } from '../../../analysis/model';
import { childOf, childrenOf, descendants, type SyntaxNode } from '../../../sql/node';
import { NodeKind as K } from '../../../sql/nodeKind';
import { eventTimesIn, readsEvents } from '../time/eventTime';
import { windowShape, type WindowShape } from '../time/windowShape';

/** A function with OVER in the select list, over rows of events. */
export interface FeatureWindow {
  readonly call: CallUse;
  readonly shape: WindowShape;
  /** The Projection that it stands in. */
  readonly item: SyntaxNode;
  /** Which events it takes in, seen from its row: earlier ones, also later ones, or all of the partition. */
  readonly sees: 'past' | 'future' | 'all';
  /** It counts or picks events by a condition. */
  readonly isConditional: boolean;
}

/** One statement (of a block, each of its own) and the windows over events in it. */
export interface FeatureQuery {
  readonly root: SyntaxNode;
  readonly selects: readonly SyntaxNode[];
  readonly windows: readonly FeatureWindow[];
}

export function featureQueries(model: StatementModel): readonly FeatureQuery[] {
  const windows = windowsOf(model);
  const selects = [...model.selects.keys()];
  return [...new Set(selects.map(statementOf))].map((root) => ({
    root,
    selects: selects.filter((select) => statementOf(select) === root),
    windows: windows.filter(({ item }) => statementOf(item) === root),
  }));
}

function statementOf(node: SyntaxNode): SyntaxNode {
  let at = node;
  while (at.parent && at.kind !== K.BlockStatement) at = at.parent;
  return at;
}

function windowsOf(model: StatementModel): readonly FeatureWindow[] {
  return [...model.calls.values()].flatMap((call): readonly FeatureWindow[] => {
    const shape = call.windowed ? windowShape(model.statement, call) : undefined;
    const item = itemOf(call.node);
    if (!shape || !item || !isOverEvents(model, call, shape)) return [];
    const sees = !shape.order ? 'all' : shape.seesAfter ? 'future' : 'past';
    return [{ call, shape, item, sees, isConditional: hasCondition(call.node) }];
  });
}

/** Ordered by the time of events; without an order, over their columns. */
function isOverEvents(model: StatementModel, call: CallUse, { order }: WindowShape): boolean {
  if (order) return eventTimesIn(model, order).length > 0;
  return [call.node, ...childrenOf(call.node, K.OverClause)].some((part) => readsEvents(model, part));
}

/** The item of the select list that a node stands in, not counting what is around a subquery. */
export function itemOf(node: SyntaxNode): SyntaxNode | undefined {
  for (let at: SyntaxNode | undefined = node; at && at.kind !== K.Query; at = at.parent) {
    if (at.kind === K.Projection && at.parent?.kind === K.SelectClause) return at;
  }
  return undefined;
}

const conditions: ReadonlySet<K> = new Set([K.Case, K.Binary, K.In, K.Like, K.Between, K.IsTest]);

function hasCondition(call: SyntaxNode): boolean {
  if (childOf(call, K.FilterClause)) return true;
  return childrenOf(call, K.Arguments).some((list) =>
    [...descendants(list)].some((node) => conditions.has(node.kind)),
  );
}
