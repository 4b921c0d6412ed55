import { childOf, childrenOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { TokenKind } from '../../../sql/tokenKind';
import { identifier } from '../../store/sqlText';
import type { KnownTable } from '../environment';
import { joined, made, type Fragment } from '../fragment';
import { namesOf } from '../nodes';
import { notSupported, tableNotFound } from '../refusal';
import { snapshotRows } from '../snapshotRows';
import { sampledRows } from '../sampledRows';
import type { Translation } from '../translation';

/** A table by its name: a common table, or what the environment knows under it. */
export function tableRef(t: Translation, node: SyntaxNode): Fragment {
  const name = childOf(node, NodeKind.QualifiedName) as SyntaxNode;
  const names = namesOf(t.statement, name);
  const timeTravel = childOf(node, NodeKind.TimeTravel);
  if (timeTravel) throw notSupported(t.statement, timeTravel, 'AS OF');
  const sample = childOf(node, NodeKind.SampleClause);
  const snapshots = childrenOf(node, NodeKind.SnapshotClause);
  if (names.length === 1 && t.commonTables.has(names[0] as string)) {
    if (snapshots[0]) throw notSupported(t.statement, snapshots[0], 'SNAPSHOT of a common table');
    if (sample) return named(t, node, sampledRows(t, sample, t.emit(name)));
    return node.kind === NodeKind.TableRef ? t.copy(node) : t.emit(name);
  }
  const table = t.environment.table(names);
  if (!table) throw tableNotFound(t.statement, name, names.join('.'));
  const source = snapshots[0]
    ? snapshotRows(t, snapshots[0], table)
    : t.make(node)`${readOf(t, node, table)}`;
  return named(t, node, sample ? sampledRows(t, sample, source) : source);
}

/** TABLE t is all of t. */
export function tableQuery(t: Translation, node: SyntaxNode): Fragment {
  return t.make(node)`SELECT * FROM ${tableRef(t, node)}`;
}

/** The rows under the alias of the table, or under its name. */
function named(t: Translation, node: SyntaxNode, source: Fragment): Fragment {
  const name = childOf(node, NodeKind.QualifiedName) as SyntaxNode;
  const names = namesOf(t.statement, name);
  const alias = childOf(node, NodeKind.TableAlias);
  return joined([
    source,
    alias ? made(' ', 0) : t.make(node)` AS ${identifier(names.at(-1) as string)}`,
    alias ? t.emit(alias) : made('', 0),
  ]);
}

/** WITHAPPROXIMATE reads the newest sample of each table in the place of the table. */
function readOf(t: Translation, node: SyntaxNode, table: KnownTable): string {
  const { kinds } = t.statement.tokens;
  if (!kinds.includes(TokenKind.WITHAPPROXIMATE)) return table.sql;
  const sample = table.history?.newestSample;
  if (sample === undefined)
    throw notSupported(t.statement, node, 'WITHAPPROXIMATE on a table without a sample');
  return sample;
}

/** ( query ) or ( relation ): a sample stands before the alias, where DuckDB takes none. */
export function bracketed(t: Translation, node: SyntaxNode): Fragment {
  const sample = childOf(node, NodeKind.SampleClause);
  if (!sample) return t.copy(node);
  const alias = childOf(node, NodeKind.TableAlias);
  const rows = t.copyWithout(node, (child) => child === sample || child === alias);
  return joined([sampledRows(t, sample, rows), made(' ', 0), alias ? t.emit(alias) : made('AS sampled', 0)]);
}
