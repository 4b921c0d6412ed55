import type { DataType } from '../../catalog/types';
import type { SyntaxNode } from '../../sql/node';
import { textOf } from '../../sql/tree';
import { mayBeConstant } from '../functions/mayBeConstant';
import { isIntegral, isUnknown } from '../types/builtinTypes';
import type { Walker } from '../walker';

/** LIMIT and OFFSET take a whole number, not below zero, that is known before the query runs. */
export function checkCount(walker: Walker, node: SyntaxNode, found: DataType, what: string): void {
  if (isUnknown(found)) return;
  if (!mayBeConstant(walker, node)) {
    walker.model.refuse(node, { kind: 'notConstant', what, parameter: 'the number of rows' });
  } else if (!isIntegral(found)) {
    walker.model.refuse(node, { kind: 'value', what, expected: 'integral', found });
  } else if (/^-\s*\d+$/.test(textOf(walker.statement, node))) {
    walker.model.refuse(node, { kind: 'negative', what });
  }
}
