import type { SyntaxNode } from '../../sql/node';
import { NodeKind } from '../../sql/nodeKind';
import { TokenKind } from '../../sql/tokenKind';
import { ownToken, rangeOf, textOf } from '../../sql/tree';
import { SqlError, sqlStates } from '../session/sqlError';
import { snapshotColumn } from '../store/metadataTables';
import type { KnownTable, TableHistory } from './environment';
import type { Fragment } from './fragment';
import { stringValue, wholeNumber } from './nodes';
import { notSupported } from './refusal';
import type { Translation } from './translation';

/** An end of a range of snapshots. */
type Edge = 'head' | 'tail' | bigint;

/** The rows of a table that were added in a range of snapshots: after the first, up to and with the last. */
export function snapshotRows(t: Translation, clause: SyntaxNode, table: KnownTable): Fragment {
  const { history } = table;
  if (!history) throw notSupported(t.statement, clause, 'SNAPSHOT of a view');
  const [first, last] = clause.children;
  const edges = first ? rangeOfClause(t, clause, history, first, last) : undefined;
  if (!edges) throw notSupported(t.statement, clause, 'this form of SNAPSHOT');
  const [after, upTo] = edges;
  const conditions = [
    ...(after === undefined ? [] : [`${snapshotColumn} > ${after}`]),
    ...(upTo === undefined ? [] : [`${snapshotColumn} <= ${upTo}`]),
  ];
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  return t.make(clause)`(SELECT ${history.columns} FROM ${history.lakeTable} AS nested${where})`;
}

/** SINCE s is after s; AS OF e up to e; BETWEEN s AND e both. An absent end is open. */
function rangeOfClause(
  t: Translation,
  clause: SyntaxNode,
  history: TableHistory,
  first: SyntaxNode,
  last: SyntaxNode | undefined,
): readonly [bigint | undefined, bigint | undefined] {
  if (last) {
    const from = startAfter(startEdge(t, first, history), history);
    return [from, endAt(edge(t, last, history))];
  }
  return ownToken(t.statement, clause, TokenKind.SINCE) >= 0
    ? [startAfter(startEdge(t, first, history), history), undefined]
    : [undefined, endAt(edge(t, first, history))];
}

/** From before the first snapshot nothing is left out; after the last one there is nothing. */
function startAfter(from: Edge, { snapshots }: TableHistory): bigint | undefined {
  if (from === 'head') return undefined;
  return from === 'tail' ? snapshots.reduce((last, id) => (id > last ? id : last), 0n) : from;
}

function endAt(to: Edge): bigint | undefined {
  if (to === 'tail') return undefined;
  return to === 'head' ? 0n : to;
}

/** Snapshots expire: a session may ask to start with the first one then. */
function startEdge(t: Translation, node: SyntaxNode, history: TableHistory): Edge {
  const id = snapshotId(t, node);
  const isLost = id !== undefined && !history.snapshots.includes(id);
  return isLost && t.environment.fallsBackToFirstSnapshot ? 'head' : edge(t, node, history);
}

function snapshotId(t: Translation, node: SyntaxNode): bigint | undefined {
  const text = stringValue(t.statement, node) ?? textOf(t.statement, node);
  return /^\d+$/.test(text) ? BigInt(text) : wholeNumber(t.statement, node);
}

function edge(t: Translation, node: SyntaxNode, history: TableHistory): Edge {
  const text = stringValue(t.statement, node) ?? textOf(t.statement, node);
  if (node.kind === NodeKind.SnapshotEdge || /^(head|tail)$/i.test(text)) {
    return text.toLowerCase() as 'head' | 'tail';
  }
  const id = snapshotId(t, node);
  if (id === undefined)
    throw notSupported(t.statement, node, `a snapshot id other than a number, 'HEAD' or 'TAIL'`);
  if (history.snapshots.includes(id)) return id;
  throw new SqlError(sqlStates.systemError, 'Snapshot not found', {
    detail: String(id),
    offset: rangeOf(t.statement, node).start,
  });
}
