import { childOf, childrenOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { TokenKind } from '../../../sql/tokenKind';
import { identifier } from '../../store/sqlText';
import type { KnownTable } from '../environment';
import { joined, made, type Fragment } from '../fragment';
import { namesOf } from '../nodes';
import { notSupported, tableNotFound } from '../refusal';
import { snapshotRows } from '../snapshotRows';
import type { Translation } from '../translation';

/** A table by its name: a common table, or what the environment knows under it. */
export function tableRef(t: Translation, node: SyntaxNode): Fragment {
  const name = childOf(node, NodeKind.QualifiedName) as SyntaxNode;
  const names = namesOf(t.statement, name);
  const sample = childOf(node, NodeKind.SampleClause) ?? childOf(node, NodeKind.TimeTravel);
  if (sample)
    throw notSupported(t.statement, sample, sample.kind === NodeKind.SampleClause ? 'TABLESAMPLE' : 'AS OF');
  const snapshots = childrenOf(node, NodeKind.SnapshotClause);
  if (names.length === 1 && t.commonTables.has(names[0] as string)) {
    if (snapshots[0]) throw notSupported(t.statement, snapshots[0], 'SNAPSHOT of a common table');
    return t.copy(node);
  }
  const table = t.environment.table(names);
  if (!table) throw tableNotFound(t.statement, name, names.join('.'));
  const alias = childOf(node, NodeKind.TableAlias);
  const source = snapshots[0]
    ? snapshotRows(t, snapshots[0], table)
    : t.make(node)`${readOf(t, node, table)}`;
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
