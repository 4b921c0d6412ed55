import { ancestorOf, childOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { quoted } from '../../store/sqlText';
import { joined, separated, type Fragment } from '../fragment';
import { argumentsOf, calledName, nameOf, stringValue } from '../nodes';
import { notSupported } from '../refusal';
import type { Translation } from '../translation';

/** window(time, duration, slide, start): the span of time that a row belongs to, as a struct of `start` and `end`. */
export function timeWindow(t: Translation, call: SyntaxNode): Fragment {
  const [time, ...texts] = argumentsOf(call);
  const [duration, slide, start] = texts.map((text) => stringValue(t.statement, text));
  if (!time || duration === undefined || texts.length > 3 || (texts.length === 3 && start === undefined))
    throw notSupported(t.statement, call, 'window with these arguments');
  if (texts.length > 1 && slide !== duration)
    throw notSupported(t.statement, call, 'windows that overlap, or leave time out between them');
  const [width, offset] = [duration, start ?? '0 seconds'].map((text) => `INTERVAL ${quoted(text)}`);
  const opens = t.make(
    call,
  )`time_bucket(${width as string}, spark.to_timestamp(${t.emit(time)}), TIMESTAMP '1970-01-01 00:00:00' + ${offset as string})`;
  return t.make(call)`{start: ${opens}, "end": ${opens} + ${width as string}}`;
}

/** `window` is a column of a query that groups by window(...). */
export function windowColumn(t: Translation, path: SyntaxNode): Fragment | undefined {
  const [first, ...fields] = path.children.filter(({ kind }) => kind === NodeKind.Name);
  if (!first || nameOf(t.statement, first).toLowerCase() !== 'window') return undefined;
  const [call] = windowsOf(t, selectOf(path));
  if (!call) return undefined;
  const names = fields.map((field) => t.make(field)`.${t.emit(field)}`);
  return joined([t.make(path)`(`, t.emit(call), t.make(path)`)`, ...names]);
}

/** FROM, and the condition of a SELECT that has none, where it has windows of time. */
export function from(t: Translation, node: SyntaxNode): Fragment {
  const select = node.parent;
  const condition = select && withinWindows(t, select);
  if (!condition || childOf(select, NodeKind.WhereClause)) return t.copy(node);
  if (childOf(select, NodeKind.LateralView))
    throw notSupported(t.statement, node, 'window beside LATERAL VIEW');
  return joined([t.copy(node), t.make(node)` WHERE ${condition}`]);
}

export function where(t: Translation, node: SyntaxNode): Fragment {
  const [test] = node.children;
  const condition = node.parent && withinWindows(t, node.parent);
  return condition && test ? t.make(node)`WHERE (${t.emit(test)}) AND ${condition}` : t.copy(node);
}

/** Rows without a time are in no window: a condition that keeps the others. */
function withinWindows(t: Translation, select: SyntaxNode): Fragment | undefined {
  const times = windowsOf(t, select).flatMap((call) => argumentsOf(call).slice(0, 1));
  const tests = times.map((time) => t.make(time)`(${t.emit(time)}) IS NOT NULL`);
  return tests.length === 0
    ? undefined
    : separated(tests, ' AND ', t.statement.tokens.starts[select.first] as number);
}

/** The SELECT that an expression stands in, or whose rows it orders. */
function selectOf(node: SyntaxNode): SyntaxNode | undefined {
  const query = ancestorOf(node, NodeKind.Query);
  const select = ancestorOf(node, NodeKind.Select);
  const isWithin = select && query && select.first >= query.first && select.end <= query.end;
  return isWithin ? select : query && childOf(query, NodeKind.Select);
}

/** The calls of window(...) in a SELECT, without those of queries in it. */
function windowsOf(t: Translation, select: SyntaxNode | undefined): readonly SyntaxNode[] {
  if (!select) return [];
  const found: SyntaxNode[] = [];
  const visit = (node: SyntaxNode): void => {
    if (node.kind === NodeKind.Query) return;
    const isCall = node.kind === NodeKind.FunctionCall && calledName(t.statement, node) === 'window';
    if (isCall) found.push(node);
    node.children.forEach(visit);
  };
  visit(select);
  return found;
}
