import type { DataType } from '../../catalog/types';
import type { SyntaxNode } from '../../sql/node';
import { boolean, isBoolean, isNothing, isUnknown } from '../types/builtinTypes';
import { canCast } from '../types/canCast';
import type { Walker } from '../walker';
import type { Scope } from '../model';

/** Types a condition, which must be true or false: nothing else is turned into a boolean. */
export function conditionType(walker: Walker, node: SyntaxNode, scope: Scope, what: string): void {
  takesBoolean(walker, node, walker.expression(node, scope).type, what);
}

/** HAVING alone takes whatever a cast makes a boolean of. */
export function havingType(walker: Walker, node: SyntaxNode, scope: Scope): void {
  const found = walker.expression(node, scope).type;
  if (!canCast(found, boolean)) takesBoolean(walker, node, found, 'HAVING');
}

/** Notes an operand or condition that is no boolean. */
export function takesBoolean(
  walker: Walker,
  node: SyntaxNode | undefined,
  found: DataType,
  what: string,
): void {
  if (!node || isBoolean(found) || isNothing(found) || isUnknown(found)) return;
  walker.model.refuse(node, { kind: 'value', what, expected: 'boolean', found });
}

/** A condition for which NULL written out is no boolean either. */
export function strictConditionType(walker: Walker, node: SyntaxNode, scope: Scope, what: string): void {
  const found = walker.expression(node, scope).type;
  if (isNothing(found)) walker.model.refuse(node, { kind: 'null', what });
  else takesBoolean(walker, node, found, what);
}
