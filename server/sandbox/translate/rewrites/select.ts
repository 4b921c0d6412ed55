import { childOf, childrenOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { scalar } from '../../../catalog/typeText';
import { identifier, quoted } from '../../store/sqlText';
import { systemColumnNames } from '../../store/systemColumns';
import { isInterval } from '../duckdbType';
import { joined, nothing, separated, type Fragment } from '../fragment';
import { generatedColumns } from '../generatedRows';
import { intoClause } from '../intoClause';
import { metadataRows } from '../metadataRows';
import { columnName } from '../columnName';
import { nameOf } from '../nodes';
import { analysisError, notSupported } from '../refusal';
import type { Translation } from '../translation';
import { isOutermost } from './query';

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
  const generated = isColumn && value ? generatedColumns(t, value) : undefined;
  if (generated) return generator(t, node, generated);
  if (isColumn && value && isInterval(t.environment.typeOf(value)) && isSent(node))
    t.expect(value, scalar('string'));
  if (!isColumn || !value || childOf(node, NodeKind.Alias)) return t.copy(node);
  const name = columnName(t.statement, value);
  return name === undefined ? t.copy(node) : joined([t.copy(node), t.make(node)` AS ${identifier(name)}`]);
}

/** A column whose values go to the client as they are. Rows that are yet to be ordered need the values. */
function isSent(column: SyntaxNode): boolean {
  const within: readonly (NodeKind | undefined)[] = [
    NodeKind.Select,
    NodeKind.SetOperation,
    NodeKind.ParenQuery,
  ];
  let query = column.parent?.parent;
  while (within.includes(query?.kind)) query = query?.parent;
  return query?.kind === NodeKind.Query && isOutermost(query) && !childOf(query, NodeKind.OrderByClause);
}

/** The columns of `explode(map)` and its kin, with the names of the alias when there is one. */
function generator(
  t: Translation,
  node: SyntaxNode,
  columns: readonly { readonly name: string; readonly sql: Fragment }[],
): Fragment {
  const alias = childOf(node, NodeKind.Alias);
  const names = alias ? childrenOf(alias, NodeKind.Name).map((name) => nameOf(t.statement, name)) : [];
  if (alias && names.length !== columns.length) {
    const reason = `The number of aliases supplied in the AS clause does not match the number of columns: expected ${columns.length}, got ${names.length}`;
    throw analysisError(t.statement, alias, reason);
  }
  const list = columns.map(
    ({ name, sql }, index) => t.make(node)`${sql} AS ${identifier(names[index] ?? name)}`,
  );
  return separated(list, ', ', t.statement.tokens.starts[node.first] as number);
}

/** DuckDB keeps the columns that it leaves out of a star under EXCLUDE. */
export function star(t: Translation, node: SyntaxNode): Fragment {
  if (t.environment.hidesSystemColumns && node.parent?.kind === NodeKind.SelectClause)
    return starOfOwnColumns(t, node);
  const excluded = childOf(node, NodeKind.ColumnList);
  if (!excluded) return t.copy(node);
  const table = childOf(node, NodeKind.QualifiedName);
  const prefix = table ? joined([t.emit(table), t.make(node)`.`]) : t.make(node)``;
  const replaced = node.children.filter(({ kind }) => kind === NodeKind.Projection);
  const replace =
    replaced.length > 0 ? t.make(node)` REPLACE (${joinedList(t, node, replaced)})` : t.make(node)``;
  return t.make(node)`${prefix}* EXCLUDE ${t.emit(excluded)}${replace}`;
}

/** All columns but those that the Platform adds, which may or may not be among them. */
function starOfOwnColumns(t: Translation, node: SyntaxNode): Fragment {
  if (node.children.length > 0)
    throw notSupported(t.statement, node, 'this star beside a column of the system. Name the columns');
  const names = systemColumnNames.map(quoted).join(', ');
  return t.make(node)`COLUMNS(lambda own: lower(own) NOT IN (${names}))`;
}

function joinedList(t: Translation, node: SyntaxNode, items: readonly SyntaxNode[]): Fragment {
  return joined(
    items.flatMap((item, index) => (index === 0 ? [t.emit(item)] : [t.make(node)`, `, t.emit(item)])),
  );
}
