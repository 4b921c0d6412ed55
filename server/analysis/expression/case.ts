import type { DataType } from '../../catalog/types';
import { childOf, childrenOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { expressionIn, expressionsIn } from '../expressionKinds';
import { unknown } from '../types/builtinTypes';
import { equatedAs, isOrderable } from '../types/comparison';
import { widestType } from '../types/widerType';
import type { Walker } from '../walker';
import { expressionsAlike } from './alike';
import { strictConditionType } from './condition';
import type { Scope, Typed } from '../model';

/** CASE: the type that all its results widen to; null when a result is, or when no branch need apply. */
export function caseType(walker: Walker, node: SyntaxNode, scope: Scope): Typed {
  const operand = expressionIn(node);
  const compared = operand && walker.expression(operand, scope);
  const results: { readonly node: SyntaxNode; readonly typed: Typed }[] = [];
  for (const when of childrenOf(node, K.When)) {
    const [condition, result] = expressionsIn(when);
    if (condition && compared) comparedWith(walker, condition, compared.type, scope);
    else if (condition) strictConditionType(walker, condition, scope, 'WHEN');
    if (result) results.push({ node: result, typed: walker.expression(result, scope) });
  }
  const otherwise = childOf(node, K.Else);
  const last = otherwise && expressionIn(otherwise);
  if (last) results.push({ node: last, typed: walker.expression(last, scope) });
  expressionsAlike(walker, results, 'CASE');
  return {
    type: widestType(results.map(({ typed }) => typed.type)) ?? unknown,
    nullable: !last || results.some(({ typed }) => typed.nullable),
  };
}

/** `CASE operand WHEN value`: an equality. */
function comparedWith(walker: Walker, value: SyntaxNode, left: DataType, scope: Scope): void {
  const right = walker.expression(value, scope).type;
  const common = equatedAs(left, right);
  if (!common) walker.model.refuse(value, { kind: 'operands', operator: 'WHEN', left, right });
  else if (!isOrderable(common))
    walker.model.refuse(value, { kind: 'unordered', what: 'WHEN', type: common });
}
