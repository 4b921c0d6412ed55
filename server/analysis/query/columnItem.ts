import { childOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { expressionIn, isQuery } from '../expressionKinds';
import type { Meanings } from '../model';

/** The expression of a select that makes its column at an index; the list of the select where no single one does. */
export function columnItem(model: Pick<Meanings, 'selects'>, query: SyntaxNode, index: number): SyntaxNode {
  const inner =
    query.kind === K.ParenQuery || query.kind === K.Query ? query.children.find(isQuery) : undefined;
  if (inner) return columnItem(model, inner, index);
  let left = index;
  for (const [item, columns] of model.selects.get(query)?.projected ?? []) {
    if (left < columns.length) return expressionIn(item) ?? item;
    left -= columns.length;
  }
  return childOf(query, K.SelectClause) ?? query;
}
