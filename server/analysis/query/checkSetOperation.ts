import type { SyntaxNode } from '../../sql/node';
import { TokenKind as T } from '../../sql/tokenKind';
import { ownToken, tokenText } from '../../sql/tree';
import { holdsMap } from '../types/holdsMap';
import { sameStructure } from '../types/sameStructure';
import { widerType } from '../types/widerType';
import type { Walker } from '../walker';
import type { Schema } from '../model';
import { columnItem } from './columnItem';

/** Both sides have as many columns, of types that widen to one; rows that are compared hold no maps. */
export function checkSetOperation(
  walker: Walker,
  node: SyntaxNode,
  left: Schema,
  rightNode: SyntaxNode,
  right: Schema,
): void {
  if (left.open || right.open) return;
  const what = operatorOf(walker, node);
  const [wanted, found] = [left.columns.length, right.columns.length];
  if (wanted !== found) {
    walker.model.refuse(rightNode, { kind: 'columns', what, wanted, found });
    return;
  }
  const compares = what !== 'UNION' || ownToken(walker.statement, node, T.ALL) < 0;
  for (const [index, column] of right.columns.entries()) {
    const [one, other] = [left.columns[index]?.type ?? column.type, column.type];
    const place = () => columnItem(walker.model, rightNode, index);
    if (!widerType(one, other) && !sameStructure(one, other)) {
      walker.model.refuse(place(), { kind: 'alike', what: `The columns of ${what}`, one, other });
    } else if (compares && holdsMap(other))
      walker.model.refuse(place(), { kind: 'unordered', what, type: other });
  }
}

function operatorOf(walker: Walker, node: SyntaxNode): string {
  for (const word of [T.UNION, T.INTERSECT, T.EXCEPT, T.MINUS]) {
    const at = ownToken(walker.statement, node, word);
    if (at >= 0) return tokenText(walker.statement, at).toUpperCase();
  }
  return 'UNION';
}
