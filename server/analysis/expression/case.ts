import { childOf, childrenOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { expressionIn, expressionsIn } from '../expressionKinds';
import { unknown } from '../types/builtinTypes';
import { widestType } from '../types/widerType';
import type { Walker } from '../walker';
import type { Scope, Typed } from '../model';

/** CASE: the type that all its results widen to; null when a result is, or when no branch need apply. */
export function caseType(walker: Walker, node: SyntaxNode, scope: Scope): Typed {
  const operand = expressionIn(node);
  if (operand) walker.expression(operand, scope);
  const results: Typed[] = [];
  for (const when of childrenOf(node, K.When)) {
    const [condition, result] = expressionsIn(when);
    if (condition) walker.expression(condition, scope);
    if (result) results.push(walker.expression(result, scope));
  }
  const otherwise = childOf(node, K.Else);
  const last = otherwise && expressionIn(otherwise);
  if (last) results.push(walker.expression(last, scope));
  return {
    type: widestType(results.map((result) => result.type)) ?? unknown,
    nullable: !last || results.some((result) => result.nullable),
  };
}
