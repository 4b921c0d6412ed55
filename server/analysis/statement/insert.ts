import { childOf, childrenOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import type { Walker } from '../walker';
import { queryOutput } from './createTable';
import { existingTable } from './target';

/** INSERT INTO t (columns)? query */
export function insert(walker: Walker, node: SyntaxNode): void {
  const name = childOf(node, K.QualifiedName);
  const table = name && existingTable(walker, name, 'write');
  const output = queryOutput(walker, node);
  const list = childOf(node, K.ColumnList);
  const columns = list ? childrenOf(list, K.Name) : [];
  walker.model.writes.push({ node, table, output, columns });
}
