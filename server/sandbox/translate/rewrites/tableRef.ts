import { childOf, childrenOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { identifier } from '../../store/sqlText';
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
  const source = snapshots[0] ? snapshotRows(t, snapshots[0], table) : t.make(node)`${table.sql}`;
  return joined([
    source,
    alias ? made(' ', 0) : t.make(node)` AS ${identifier(names.at(-1) as string)}`,
    alias ? t.emit(alias) : made('', 0),
  ]);
}
