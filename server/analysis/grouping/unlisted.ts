import { childOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { TokenKind as T } from '../../sql/tokenKind';
import { ownToken } from '../../sql/tree';
import { expressionIn } from '../expressionKinds';
import { isDamaged } from '../isDamaged';
import type { SelectUse, StatementModel } from '../model';
import { keyIndex } from './keyIndex';
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
    const items = [...select.projected.keys()].flatMap((item) =>
      item.kind === K.Projection ? (expressionIn(item) ?? []) : [],
    );
    yield* loosePaths({ model, select, isListed: keyIndex(model, items) }, order);
  }
}

interface Search {
  readonly model: StatementModel;
  readonly select: SelectUse;
  /** An expression, or what it is a field of, is an item of the list. */
  readonly isListed: (node: SyntaxNode) => boolean;
}

function* loosePaths(search: Search, node: SyntaxNode): Generator<SyntaxNode> {
  if (node.kind === K.Query || search.isListed(node)) return;
  const path = node.kind === K.Path ? rowPath(search.model, node) : undefined;
  if (path && isOwn(search.select, path) && !isInStar(search.select, path)) yield node;
  for (const child of node.children) yield* loosePaths(search, child);
}

function isOwn({ rows }: SelectUse, { found }: RowPath): boolean {
  return rows.frame.kind === 'rows' && rows.frame.rows.sources.some((source) => source === found.source);
}

function isInStar({ projected }: SelectUse, path: RowPath): boolean {
  return [...projected].some(
    ([item, columns]) => item.kind === K.Star && columns.some((column) => sameColumn(column, path.column)),
  );
}
