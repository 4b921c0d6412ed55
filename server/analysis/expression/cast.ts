import { parseType } from '../../catalog/typeText';
import type { DataType } from '../../catalog/types';
import { childOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { TokenKind } from '../../sql/tokenKind';
import { ownToken, textOf } from '../../sql/tree';
import { expressionIn } from '../expressionKinds';
import * as is from '../types/builtinTypes';
import type { Walker } from '../walker';
import type { Scope, Typed } from '../model';

/** CAST, TRY_CAST and `::`. */
export function castType(walker: Walker, node: SyntaxNode, scope: Scope): Typed {
  const operand = expressionIn(node);
  const from = operand && walker.expression(operand, scope);
  const typeName = childOf(node, K.TypeName);
  const type = typeName ? parseType(textOf(walker.statement, typeName)) : is.unknown;
  const lenient = ownToken(walker.statement, node, TokenKind.TRY_CAST) >= 0;
  return { type, nullable: lenient || !from || from.nullable || mayFail(from.type, type) };
}

/** A cast of a value that is not null may still give null. */
function mayFail(from: DataType, to: DataType): boolean {
  if (is.isUnknown(from) || is.isUnknown(to)) return true;
  if (is.isString(from)) return !is.isString(to) && !is.isBinary(to);
  if (is.isFractional(from)) return is.isDateOrTime(to) || to.kind === 'decimal';
  if (from.kind === 'decimal' || is.isIntegral(from)) return to.kind === 'decimal' && !fits(from, to);
  if (from.kind === 'scalar' && from.name === 'timestamp') {
    return to.kind === 'scalar' && ['byte', 'short', 'int'].includes(to.name);
  }
  return from.kind === 'scalar' && from.name === 'date' && (is.isNumeric(to) || is.isBoolean(to));
}

const digits: Readonly<Record<string, number>> = { byte: 3, short: 5, int: 10, long: 20 };

function fits(from: DataType, to: Extract<DataType, { kind: 'decimal' }>): boolean {
  if (from.kind === 'decimal') {
    return from.precision - from.scale <= to.precision - to.scale && from.scale <= to.scale;
  }
  return from.kind === 'scalar' && (digits[from.name] ?? Infinity) <= to.precision - to.scale;
}
