import { childOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { joined, separated, type Fragment } from '../fragment';
import { isOrderedByParts, orderedValue } from '../functions/orderedValue';
import { ownTokens } from '../nodes';
import { notSupported } from '../refusal';
import type { Translation } from '../translation';

/** GROUP BY a, b WITH ROLLUP is GROUP BY ROLLUP (a, b); Spark's GROUP BY a, b GROUPING SETS (...) names a and b twice. */
export function groupBy(t: Translation, node: SyntaxNode): Fragment {
  const words = ownTokens(t.statement, node);
  const commas = words.filter((word) => word === T.Comma).length;
  const last = node.children.at(-1);
  if (last?.kind === NodeKind.GroupingSets && commas === node.children.length - 2) {
    return t.make(node)`GROUP BY ${t.emit(last)}`;
  }
  const kind = words.find((word) => word === T.ROLLUP || word === T.CUBE);
  if (kind === undefined) return t.copy(node);
  const items = separated(
    node.children.map((child) => t.emit(child)),
    ', ',
    t.statement.tokens.starts[node.first] as number,
  );
  return t.make(node)`GROUP BY ${T[kind] as string} (${items})`;
}

/** A value that rows are ordered by. */
export function sortItem(t: Translation, node: SyntaxNode): Fragment {
  const [value] = node.children;
  if (value && ownTokens(t.statement, node).includes(T.USING)) return sortedUsing(t, node, value);
  if (!value || !isOrderedByParts(t.environment.typeOf(value))) return t.copy(node);
  if (ordersResult(t, node))
    throw notSupported(t.statement, node, 'ORDER BY a nested value of distinct or united rows');
  return joined([orderedValue(t, value, t.emit(value)), t.copyWithout(node, (child) => child === value)]);
}

/** PostgreSQL's ORDER BY x USING < is ASC, and USING > is DESC. */
function sortedUsing(t: Translation, node: SyntaxNode, value: SyntaxNode): Fragment {
  const words = ownTokens(t.statement, node);
  const order = words.includes(T.Less) ? 'ASC' : words.includes(T.Greater) ? 'DESC' : undefined;
  if (order === undefined || isOrderedByParts(t.environment.typeOf(value)))
    throw notSupported(t.statement, node, 'ORDER BY with USING of this operator or value');
  const nulls = words.includes(T.FIRST) ? ' NULLS FIRST' : words.includes(T.LAST) ? ' NULLS LAST' : '';
  return t.make(node)`${t.emit(value)} ${order}${nulls}`;
}

/** Rows that are distinct, or of a set operation, can be ordered by their own columns only. */
function ordersResult(t: Translation, node: SyntaxNode): boolean {
  const clause = node.parent;
  const query = clause?.kind === NodeKind.OrderByClause ? clause.parent : undefined;
  if (query?.kind !== NodeKind.Query) return false;
  if (childOf(query, NodeKind.SetOperation)) return true;
  const select = childOf(query, NodeKind.Select);
  const list = select && childOf(select, NodeKind.SelectClause);
  return list !== undefined && ownTokens(t.statement, list).includes(T.DISTINCT);
}
