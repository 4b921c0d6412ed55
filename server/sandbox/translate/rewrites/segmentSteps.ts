import { childOf, childrenOf, descendants, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { identifier } from '../../store/sqlText';
import { upToHere, windowParts } from '../functions/wholeWindow';
import { opensSegment } from '../functions/opensSegment';
import { joined, separated, type Fragment } from '../fragment';
import { argumentsOf, calledName, nameOf, namesOf } from '../nodes';
import { segmentColumns } from '../segments';
import type { Translation } from '../translation';
import { select, star } from './select';

// A window function cannot look at the result of another one, so that segments take steps: the first tells which rows
// open one, the second counts them, and the SELECT itself takes its columns from there. That is linear in the rows of a
// partition. Where FROM is not one relation the functions collect the rows of the window in a list instead.

/** A SELECT, with the steps before it that its functions of segments need. */
export function selectInSteps(t: Translation, node: SyntaxNode): Fragment {
  const from = childOf(node, NodeKind.FromClause);
  const relation = from && onlyRelation(from);
  const calls = relation && takesSteps(t, node) ? segmentCalls(t, node) : [];
  if (!from || !relation || calls.length === 0) return select(t, node);
  const where = childOf(node, NodeKind.WhereClause);
  const alias = identifier(relationName(t, relation));
  const source = joined([t.emit(from), t.make(from)` `, ...(where ? [t.emit(where)] : [])]);
  const list = (columns: readonly Fragment[]): Fragment =>
    separated(columns, ', ', t.statement.tokens.starts[node.first] as number);
  const first = t.make(from)`SELECT *, ${list(calls.flatMap((call) => firstStep(t, call)))} ${source}`;
  const second = t.make(
    from,
  )`SELECT *, ${list(calls.flatMap((call) => secondStep(t, call)))} FROM (${first}) AS ${alias}`;
  for (const call of calls) t.segments.set(call, segmentColumns(call.first));
  return joined(
    node.children.map((child) =>
      child === from
        ? t.make(from)` FROM (${second}) AS ${alias} `
        : child === where
          ? t.make(child)``
          : joined([t.make(child)` `, t.emit(child)]),
    ),
  );
}

/** A star leaves out the columns of the steps. */
export function starInSteps(t: Translation, node: SyntaxNode): Fragment {
  const clause = node.parent?.kind === NodeKind.Projection ? node.parent.parent : node.parent;
  const calls = clause?.kind === NodeKind.SelectClause ? segmentCallsIn(t, clause) : [];
  const columns = calls.flatMap((call) => Object.values<string>({ ...t.segments.get(call) }));
  return columns.length === 0
    ? star(t, node)
    : joined([star(t, node), t.make(node)` EXCLUDE (${columns.map(identifier).join(', ')})`]);
}

function onlyRelation(from: SyntaxNode): SyntaxNode | undefined {
  const [relation, ...more] = from.children;
  const isPlain =
    relation?.kind === NodeKind.TableRef ||
    relation?.kind === NodeKind.DerivedTable ||
    relation?.kind === NodeKind.InlineTable;
  return isPlain && more.length === 0 ? relation : undefined;
}

/** Groups, and stars that leave columns out, stand in the way. */
function takesSteps(t: Translation, node: SyntaxNode): boolean {
  const clauses = [NodeKind.GroupByClause, NodeKind.HavingClause, NodeKind.LateralView, NodeKind.IntoClause];
  if (node.children.some(({ kind }) => clauses.includes(kind))) return false;
  const list = childOf(node, NodeKind.SelectClause);
  const stars = list ? [...descendants(list)].filter(({ kind }) => kind === NodeKind.Star) : [];
  if (t.environment.hidesSystemColumns) return stars.length === 0;
  return stars.every(
    ({ children }) => children.length === 0 || children.every(({ kind }) => kind === NodeKind.QualifiedName),
  );
}

function segmentCalls(t: Translation, node: SyntaxNode): readonly SyntaxNode[] {
  const list = childOf(node, NodeKind.SelectClause);
  const aliases = new Set(
    (list ? childrenOf(list, NodeKind.Projection) : []).flatMap((item) => aliasOf(t, item)),
  );
  const calls = segmentCallsIn(t, node);
  return calls.some((call) => mentions(t, call, aliases)) ? [] : calls;
}

function aliasOf(t: Translation, item: SyntaxNode): readonly string[] {
  const alias = childOf(item, NodeKind.Alias);
  const name = alias && childOf(alias, NodeKind.Name);
  return name ? [nameOf(t.statement, name).toLowerCase()] : [];
}

/** An alias of the list is no column of a step before it. */
function mentions(t: Translation, call: SyntaxNode, names: ReadonlySet<string>): boolean {
  for (const node of descendants(call)) {
    const [first = ''] = node.kind === NodeKind.Path ? namesOf(t.statement, node) : [];
    if (names.has(first.toLowerCase())) return true;
  }
  return false;
}

/** The calls under a node, without those of queries in it. */
function segmentCallsIn(t: Translation, node: SyntaxNode): readonly SyntaxNode[] {
  if (node.kind === NodeKind.Query) return [];
  const isCall = node.kind === NodeKind.FunctionCall && opensSegment(calledName(t.statement, node));
  return isCall ? [node] : node.children.flatMap((child) => segmentCallsIn(t, child));
}

function firstStep(t: Translation, call: SyntaxNode): readonly Fragment[] {
  const columns = segmentColumns(call.first);
  const { window, partition, order } = windowParts(t, call);
  const over = t.make(window)`OVER (${partition ? t.emit(partition) : ''} ${t.emit(order)})`;
  const before = (value: Fragment): Fragment => t.make(call)`lag(${value}) ${over}`;
  const [time] = argumentsOf(call);
  const moment = t.make(call)`epoch_us(${time ? t.emit(time) : 'NULL'})`;
  const opens = opensSegment(calledName(t.statement, call))?.(t, call, before) ?? t.make(call)`false`;
  return [
    t.make(call)`row_number() ${over} AS ${columns.place}`,
    t.make(call)`${moment} - ${before(moment)} AS ${columns.gap}`,
    t.make(call)`(row_number() ${over} = 1 OR coalesce(${opens}, false)) AS ${columns.opens}`,
  ];
}

/** Rows of one time have the order that they had in the first step. */
function secondStep(t: Translation, call: SyntaxNode): readonly Fragment[] {
  const { place, opens, number, start } = segmentColumns(call.first);
  const { partition } = windowParts(t, call);
  const over = t.make(call)`OVER (${partition ? t.emit(partition) : ''} ORDER BY ${place} ${upToHere})`;
  return [
    t.make(call)`sum(CASE WHEN ${opens} THEN 1 ELSE 0 END) ${over} AS ${number}`,
    t.make(call)`max(CASE WHEN ${opens} THEN ${place} END) ${over} AS ${start}`,
  ];
}

function relationName(t: Translation, relation: SyntaxNode): string {
  const alias = childOf(relation, NodeKind.TableAlias);
  const name = alias && childOf(alias, NodeKind.Name);
  if (name) return nameOf(t.statement, name);
  const table = childOf(relation, NodeKind.QualifiedName);
  return (table && namesOf(t.statement, table).at(-1)) ?? 'steps';
}
