import { childOf, childrenOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { TokenKind as T } from '../../sql/tokenKind';
import { ownToken } from '../../sql/tree';
import { expressionIn } from '../expressionKinds';
import { isDamaged } from '../isDamaged';
import type { SelectUse, StatementModel } from '../model';
import { sameExpression } from './sameExpression';
import { rowPath, sameColumn, type RowPath } from './rowPath';

/** The columns that SELECT DISTINCT is sorted by and does not list: of the rows that it gives they are gone. */
export function* unlisted(model: StatementModel): Generator<SyntaxNode> {
  for (const select of model.selects.values()) {
    const { node } = select;
    const clause = childOf(node, K.SelectClause);
    const order = node.parent?.kind === K.Query ? childOf(node.parent, K.OrderByClause) : undefined;
    if (!clause || !order || ownToken(model.statement, clause, T.DISTINCT) < 0) continue;
    // A grouped select is judged by its keys.
    if (childOf(node, K.GroupByClause) || isDamaged(model.statement, node)) continue;
    for (const item of childrenOf(order, K.SortItem)) {
      const key = expressionIn(item);
      if (key && !isListed(model, select, key)) yield* loosePaths(model, select, key);
    }
  }
}

function isListed(model: StatementModel, { projected }: SelectUse, key: SyntaxNode): boolean {
  return [...projected.keys()].some((item) => {
    const expression = item.kind === K.Projection ? expressionIn(item) : undefined;
    return expression !== undefined && sameExpression(model, expression, key);
  });
}

function* loosePaths(model: StatementModel, select: SelectUse, node: SyntaxNode): Generator<SyntaxNode> {
  if (node.kind === K.Query) return;
  const path = node.kind === K.Path ? rowPath(model, node) : undefined;
  if (path && isOwn(select, path) && !isGiven(model, select, path)) yield node;
  for (const child of node.children) yield* loosePaths(model, select, child);
}

function isOwn({ rows }: SelectUse, { found }: RowPath): boolean {
  return rows.frame.kind === 'rows' && rows.frame.rows.sources.some((source) => source === found.source);
}

/** The column, or what it is a field of, is in the list. */
function isGiven(model: StatementModel, { projected }: SelectUse, path: RowPath): boolean {
  return [...projected].some(([item, columns]) => {
    if (item.kind === K.Star) return columns.some((column) => sameColumn(column, path.column));
    const expression = expressionIn(item);
    const listed = expression && rowPath(model, expression);
    return (
      listed !== undefined &&
      sameColumn(listed.column, path.column) &&
      listed.fields.every((field, index) => path.fields[index] === field)
    );
  });
}
