import { childOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { identifier } from '../../store/sqlText';
import { joined, nothing, type Fragment } from '../fragment';
import { intoClause } from '../intoClause';
import { metadataRows } from '../metadataRows';
import { columnName } from '../columnName';
import { notSupported } from '../refusal';
import type { Translation } from '../translation';

/** A function such as `history_meta('t')` alone in the list gives rows of its own. */
export function select(t: Translation, node: SyntaxNode): Fragment {
  return metadataRows(t, node) ?? t.copy(node);
}

/** What makes the table of INTO has read it; it stands in the outermost SELECT only. */
export function into(t: Translation, node: SyntaxNode): Fragment {
  if (intoClause(t.statement.root.children[0] as SyntaxNode) === node) return nothing;
  throw notSupported(t.statement, node, 'INTO in a part of a query');
}

/** An expression without alias gets the name that Spark gives it, or DuckDB would name it by the translated text. */
export function projection(t: Translation, node: SyntaxNode): Fragment {
  const isColumn = node.parent?.kind === NodeKind.SelectClause;
  const value = node.children[0];
  if (!isColumn || !value || childOf(node, NodeKind.Alias)) return t.copy(node);
  const name = columnName(t.statement, value);
  return name === undefined ? t.copy(node) : joined([t.copy(node), t.make(node)` AS ${identifier(name)}`]);
}

/** DuckDB keeps the columns that it leaves out of a star under EXCLUDE. */
export function star(t: Translation, node: SyntaxNode): Fragment {
  const excluded = childOf(node, NodeKind.ColumnList);
  if (!excluded) return t.copy(node);
  const table = childOf(node, NodeKind.QualifiedName);
  const prefix = table ? joined([t.emit(table), t.make(node)`.`]) : t.make(node)``;
  const replaced = node.children.filter(({ kind }) => kind === NodeKind.Projection);
  const replace =
    replaced.length > 0 ? t.make(node)` REPLACE (${joinedList(t, node, replaced)})` : t.make(node)``;
  return t.make(node)`${prefix}* EXCLUDE ${t.emit(excluded)}${replace}`;
}

function joinedList(t: Translation, node: SyntaxNode, items: readonly SyntaxNode[]): Fragment {
  return joined(
    items.flatMap((item, index) => (index === 0 ? [t.emit(item)] : [t.make(node)`, `, t.emit(item)])),
  );
}
