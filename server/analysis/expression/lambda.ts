import type { DataType } from '../../catalog/types';
import { childrenOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { expressionIn } from '../expressionKinds';
import { nameOf } from '../names';
import { within } from '../scope';
import { unknown } from '../types/builtinTypes';
import type { Walker } from '../walker';
import type { Column, Scope, Typed } from '../model';

/** `x -> body`: what the body gives when the parameters have these types. */
export function lambdaType(
  walker: Walker,
  node: SyntaxNode,
  parameters: readonly DataType[],
  scope: Scope,
): Typed {
  const { statement } = walker;
  const columns = childrenOf(node, K.Name).map((name, index): Column => ({
    name: nameOf(statement, name),
    type: parameters[index] ?? unknown,
    nullable: true,
    origin: { kind: 'definition', statement, node: name },
  }));
  const body = expressionIn(node);
  const typed = body && walker.expression(body, within(scope, { kind: 'lambda', columns }));
  return typed ?? { type: unknown, nullable: true };
}
