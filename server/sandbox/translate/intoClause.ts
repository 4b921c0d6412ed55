import { childOf, type SyntaxNode } from '../../sql/node';
import { NodeKind } from '../../sql/nodeKind';

/** The INTO of the outermost SELECT of a statement that is a query. */
export function intoClause(statement: SyntaxNode): SyntaxNode | undefined {
  const query = statement.kind === NodeKind.QueryStatement ? childOf(statement, NodeKind.Query) : undefined;
  const select = query && childOf(query, NodeKind.Select);
  return select && childOf(select, NodeKind.IntoClause);
}
