import { parseType } from '../../catalog/typeText';
import { childOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { TokenKind } from '../../sql/tokenKind';
import { ownToken, textOf } from '../../sql/tree';
import { expressionIn } from '../expressionKinds';
import * as is from '../types/builtinTypes';
import { canCast } from '../types/canCast';
import { castMayFail } from '../types/castMayFail';
import type { Walker } from '../walker';
import type { Scope, Typed } from '../model';

/** CAST, TRY_CAST and `::`. */
export function castType(walker: Walker, node: SyntaxNode, scope: Scope): Typed {
  const operand = expressionIn(node);
  const from = operand && walker.expression(operand, scope);
  const typeName = childOf(node, K.TypeName);
  const type = typeName ? parseType(textOf(walker.statement, typeName)) : is.unknown;
  if (from && operand && !canCast(from.type, type)) {
    walker.model.refuse(operand, { kind: 'cast', from: from.type, to: type });
  }
  const lenient = ownToken(walker.statement, node, TokenKind.TRY_CAST) >= 0;
  return { type, nullable: lenient || !from || from.nullable || castMayFail(from.type, type) };
}
