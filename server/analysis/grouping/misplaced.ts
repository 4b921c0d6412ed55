import { childOf, childrenOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { TokenKind as T } from '../../sql/tokenKind';
import { ownToken } from '../../sql/tree';
import { isQuery } from '../expressionKinds';
import { isAggregateCall, isAggregated } from '../isAggregated';
import { isDamaged } from '../isDamaged';
import { isDynamic, nameOf, namesOf } from '../names';
import type { CallUse, StatementModel } from '../model';
import { frames } from '../scope';
import { groupKeys } from './groupKeys';
import { rowPath } from './rowPath';

/** A call that works on many rows, or gives many, where it cannot stand; or a clause that its function does not take. */
export interface Misplaced {
  readonly node: SyntaxNode;
  readonly call: CallUse;
  readonly problem: Problem;
}

export type Problem =
  | { readonly kind: 'aggregate' | 'window' | 'generator'; readonly clause: string }
  /** An aggregate or window function inside an aggregate. */
  | { readonly kind: 'nested' }
  | { readonly kind: 'nestedGenerator' }
  | { readonly kind: 'needsOver' | 'needsOrder' | 'noOver' | 'noFilter' | 'noDistinct' }
  /** DISTINCT or FILTER beside OVER. */
  | { readonly kind: 'besideOver'; readonly word: 'DISTINCT' | 'FILTER' }
  | { readonly kind: 'needsSets' }
  | { readonly kind: 'unknownWindow'; readonly name: string };

export function* misplaced(model: StatementModel): Generator<Misplaced> {
  for (const call of model.calls.values()) {
    if (!call.info || isDamaged(model.statement, call.node)) continue;
    const problem = problemOf(model, call);
    if (problem) yield { node: call.node, call, problem };
  }
  yield* keysOfAggregates(model);
}

function problemOf(model: StatementModel, call: CallUse): Problem | undefined {
  const kind = call.info?.kind;
  if (call.windowed) return windowProblem(model, call);
  if (childOf(call.node, K.FilterClause) && kind !== 'aggregate') return { kind: 'noFilter' };
  switch (kind) {
    case 'window':
      return { kind: 'needsOver' };
    case 'aggregate':
      return aggregateProblem(model, call);
    case 'generator':
      return generatorProblem(model, call);
    case 'scalar':
      return isDistinct(model, call) ? { kind: 'noDistinct' } : undefined;
    default:
      return undefined;
  }
}

function isDistinct(model: StatementModel, { node }: CallUse): boolean {
  const list = childOf(node, K.Arguments);
  return list !== undefined && ownToken(model.statement, list, T.DISTINCT) >= 0;
}

/** Window functions that have no meaning without an order of the rows. */
const ordered = /^(row_number|rank|dense_rank|percent_rank|cume_dist|ntile|lag|lead)$/i;

function windowProblem(model: StatementModel, call: CallUse): Problem | undefined {
  const { node, info, name } = call;
  const missing = missingWindow(model, call);
  if (missing !== undefined) return { kind: 'unknownWindow', name: missing };
  if (info?.kind !== 'aggregate' && info?.kind !== 'window') return { kind: 'noOver' };
  if (isDistinct(model, call)) return { kind: 'besideOver', word: 'DISTINCT' };
  if (childOf(node, K.FilterClause)) return { kind: 'besideOver', word: 'FILTER' };
  const place = placeOf(model, call);
  if (place.inAggregate) return { kind: 'nested' };
  if (place.clause !== undefined && place.clause !== 'FILTER')
    return { kind: 'window', clause: place.clause };
  const needsOrder = ordered.test(name) || hasRange(model, node);
  return needsOrder && hasNoOrder(node) ? { kind: 'needsOrder' } : undefined;
}

/** The name behind OVER, or at the start of its window, that no WINDOW clause defines. */
function missingWindow(model: StatementModel, { node, scope }: CallUse): string | undefined {
  const over = childOf(node, K.OverClause);
  const window = over && (childOf(over, K.WindowSpec) ?? over);
  const name = window && childOf(window, K.Name);
  if (!name || isDynamic(model.statement, name)) return undefined;
  const text = nameOf(model.statement, name);
  const defined = [...scope.windows, ...windowsOfQuery(model, node)];
  return defined.some((each) => each.toLowerCase() === text.toLowerCase()) ? undefined : text;
}

/** The WINDOW clause may also stand behind the whole query. */
function windowsOfQuery(model: StatementModel, node: SyntaxNode): readonly string[] {
  let at: SyntaxNode | undefined = node;
  while (at && at.kind !== K.Query) at = at.parent;
  return (at?.children ?? [])
    .filter((child) => child.kind === K.WindowClause)
    .flatMap((clause) => childrenOf(clause, K.NamedWindow))
    .flatMap((window) => namesOf(model.statement, window).slice(0, 1));
}

/** A frame that measures a distance of the sort key. */
function hasRange(model: StatementModel, node: SyntaxNode): boolean {
  const window = childOf(childOf(node, K.OverClause) ?? node, K.WindowSpec);
  const frame = window && childOf(window, K.WindowFrame);
  return (
    frame !== undefined &&
    ownToken(model.statement, frame, T.RANGE) >= 0 &&
    childrenOf(frame, K.FrameBound).some((bound) => bound.children.length > 0)
  );
}

/** A window that is spelled out, builds on no other and sorts nothing. */
function hasNoOrder(node: SyntaxNode): boolean {
  const over = childOf(node, K.OverClause);
  const window = over && childOf(over, K.WindowSpec);
  return (
    window !== undefined &&
    ![K.Name, K.OrderByClause, K.ClusterClause].some((kind) => childOf(window, kind) !== undefined)
  );
}

function aggregateProblem(model: StatementModel, call: CallUse): Problem | undefined {
  if (/^grouping(_id)?$/i.test(call.name)) return hasSets(call.node) ? undefined : { kind: 'needsSets' };
  const place = placeOf(model, call);
  if (place.inAggregate) return { kind: 'nested' };
  const { clause } = place;
  if (clause === undefined || clause === 'HAVING') return undefined;
  return mayBeOfOuterRows(model, call) ? undefined : { kind: 'aggregate', clause };
}

/** The rows are grouped in more than one way. */
function hasSets(node: SyntaxNode): boolean {
  let at: SyntaxNode | undefined = node;
  while (at && at.kind !== K.Select && at.kind !== K.Query) at = at.parent;
  const select = at?.kind === K.Query ? childOf(at, K.Select) : at;
  const clause = select && childOf(select, K.GroupByClause);
  // WITH CUBE and WITH ROLLUP are words of the clause itself.
  return (
    clause !== undefined &&
    (childOf(clause, K.GroupingSets) !== undefined || clause.children.at(-1)?.end !== clause.end)
  );
}

/** In a subquery, an aggregate that reads none of its rows may belong to the query around it. */
function mayBeOfOuterRows(model: StatementModel, { node, scope }: CallUse): boolean {
  const paths = pathsIn(node);
  const [own, ...around] = frames(scope);
  if (paths.length === 0 || !around.some((frame) => frame.kind === 'rows' && !frame.bare)) return false;
  const sources = own?.kind === 'rows' ? own.rows.sources : [];
  return !paths.some((path) => {
    const found = rowPath(model, path)?.found;
    return found !== undefined && sources.some((source) => source === found.source);
  });
}

function pathsIn(node: SyntaxNode): readonly SyntaxNode[] {
  return node.kind === K.Path ? [node] : node.children.flatMap(pathsIn);
}

interface Place {
  /** In the arguments of an aggregate. */
  readonly inAggregate: boolean;
  /** The clause, where many rows are not yet there: WHERE, ON, GROUP BY, HAVING, FILTER. */
  readonly clause: string | undefined;
}

const clauses: Partial<Record<K, string>> = {
  [K.WhereClause]: 'WHERE',
  [K.OnClause]: 'ON',
  [K.GroupByClause]: 'GROUP BY',
  [K.HavingClause]: 'HAVING',
  [K.FilterClause]: 'FILTER',
  [K.LateralView]: 'LATERAL VIEW',
};

function placeOf(model: StatementModel, { node }: CallUse): Place {
  for (let at = node.parent; at && !isQuery(at); at = at.parent) {
    const isFilter = at.kind === K.WhereClause && at.parent?.kind === K.FilterClause;
    const clause = isFilter ? undefined : clauses[at.kind];
    if (clause !== undefined) return { inAggregate: false, clause };
    if (isAggregateCall(model.calls.get(at))) return { inAggregate: true, clause: undefined };
  }
  return { inAggregate: false, clause: undefined };
}

function generatorProblem(model: StatementModel, call: CallUse): Problem | undefined {
  const { node, info } = call;
  if (info?.family !== 'generator') return undefined;
  const { parent } = node;
  const isItem = parent?.kind === K.Projection && parent.parent?.kind === K.SelectClause;
  if (isItem || parent?.kind === K.LateralView || parent?.kind === K.TableFunction) return undefined;
  const { clause } = placeOf(model, call);
  return clause === undefined ? { kind: 'nestedGenerator' } : { kind: 'generator', clause };
}

/** Keys that are aggregates of the list, by place or by alias. */
function* keysOfAggregates(model: StatementModel): Generator<Misplaced> {
  for (const select of model.selects.values()) {
    for (const { node, expression } of groupKeys(model, select) ?? []) {
      if (!expression || expression === node || !isAggregated(model, expression)) continue;
      const call = firstAggregate(model, expression);
      if (call) yield { node, call, problem: { kind: 'aggregate', clause: 'GROUP BY' } };
    }
  }
}

function firstAggregate(model: StatementModel, node: SyntaxNode): CallUse | undefined {
  const call = model.calls.get(node);
  if (isAggregateCall(call)) return call;
  for (const child of node.children) {
    const found = isQuery(child) ? undefined : firstAggregate(model, child);
    if (found) return found;
  }
  return undefined;
}
