import { childOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { TokenKind as T } from '../../sql/tokenKind';
import { ownToken, textOf } from '../../sql/tree';
import { expressionIn, isExpression } from '../expressionKinds';
import { isDynamic } from '../names';
import type { SelectUse, StatementModel } from '../model';

/** An expression that rows are grouped by. */
export interface GroupKey {
  /** As GROUP BY has it: an expression, a place in the select list, an alias of it. */
  readonly node: SyntaxNode;
  /** What it stands for; `undefined` where the place is outside the list. */
  readonly expression: SyntaxNode | undefined;
}

/** The keys of a select; `undefined` when we cannot tell all of them. Without GROUP BY there are none. */
export function groupKeys(model: StatementModel, select: SelectUse): readonly GroupKey[] | undefined {
  const clause = childOf(select.node, K.GroupByClause);
  if (!clause) return [];
  const isAll = ownToken(model.statement, clause, T.ALL) >= 0;
  if (isAll || isDynamic(model.statement, clause)) return undefined;
  const keys: GroupKey[] = [];
  for (const node of keyNodes(clause)) {
    const expression = meant(model, select, node);
    if (expression === 'unknown') return undefined;
    keys.push({ node, expression });
  }
  return keys;
}

/** The keys as they are written, those of grouping sets and lists included. */
function keyNodes(clause: SyntaxNode): readonly SyntaxNode[] {
  return clause.children.flatMap((child) => {
    if (child.kind === K.GroupingSets || child.kind === K.Tuple) return keyNodes(child);
    return isExpression(child) ? [child] : [];
  });
}

function meant(
  model: StatementModel,
  select: SelectUse,
  node: SyntaxNode,
): SyntaxNode | undefined | 'unknown' {
  const place = placeOf(model, node);
  if (place !== undefined) return itemAt(select, place);
  const resolution = node.kind === K.Path ? model.paths.get(node)?.resolution : undefined;
  if (node.kind !== K.Path || !resolution) return node;
  if (resolution.status !== 'found') return 'unknown';
  if (resolution.from !== 'aliases') return node;
  const { origin } = resolution.column;
  const isItem = origin.kind === 'expression' && select.projected.has(origin.node);
  const expression = isItem ? expressionIn(origin.node) : undefined;
  return resolution.fields.length > 0 || !expression ? 'unknown' : expression;
}

/** A whole number stands for a place in the select list. */
export function placeOf(model: StatementModel, node: SyntaxNode): number | undefined {
  const text = node.kind === K.Literal ? textOf(model.statement, node) : '';
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** The expression that makes the output column at a place, counted from 1. */
function itemAt(select: SelectUse, place: number): SyntaxNode | undefined | 'unknown' {
  if (select.output.open) return 'unknown';
  let left = place;
  for (const [item, columns] of select.projected) {
    if (left >= 1 && left <= columns.length) {
      const expression = item.kind === K.Projection ? expressionIn(item) : undefined;
      return expression ?? 'unknown';
    }
    left -= columns.length;
  }
  return undefined;
}
