import type { DataType } from '../../catalog/types';
import { childOf, childrenOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { TokenKind as T } from '../../sql/tokenKind';
import { ownToken } from '../../sql/tree';
import { expressionIn } from '../expressionKinds';
import { mayBeConstant } from '../functions/mayBeConstant';
import * as is from '../types/builtinTypes';
import type { Walker } from '../walker';

/** The offsets of a window's frame, once its expressions are typed: ROWS counts rows, RANGE measures the sort key. */
export function checkFrame(walker: Walker, window: SyntaxNode): void {
  const frame = childOf(window, K.WindowFrame);
  const offsets = frame ? childrenOf(frame, K.FrameBound).flatMap((bound) => expressionIn(bound) ?? []) : [];
  if (!frame || offsets.length === 0) return;
  if (ownToken(walker.statement, frame, T.ROWS) >= 0) {
    for (const offset of offsets) checkRows(walker, offset);
  } else if (ownToken(walker.statement, frame, T.RANGE) >= 0) checkSortKey(walker, window);
}

function checkRows(walker: Walker, offset: SyntaxNode): void {
  const found = typeOf(walker, offset);
  if (is.isUnknown(found)) return;
  if (!mayBeConstant(walker, offset)) {
    walker.model.refuse(offset, { kind: 'notConstant', what: 'ROWS', parameter: 'the number of rows' });
  } else if (!is.isIntegral(found)) {
    walker.model.refuse(offset, { kind: 'value', what: 'ROWS', expected: 'integral', found });
  }
}

function checkSortKey(walker: Walker, window: SyntaxNode): void {
  const order = childOf(window, K.OrderByClause);
  const [item, second] = order ? childrenOf(order, K.SortItem) : [];
  const key = item && !second ? expressionIn(item) : undefined;
  const found = key ? typeOf(walker, key) : is.unknown;
  const isMeasured = found.kind === 'unknown' || is.isNumeric(found) || is.isDateOrTime(found);
  if (key && !isMeasured)
    walker.model.refuse(key, { kind: 'value', what: 'RANGE', expected: 'measure', found });
}

function typeOf(walker: Walker, node: SyntaxNode): DataType {
  return walker.model.types.get(node)?.type ?? is.unknown;
}
