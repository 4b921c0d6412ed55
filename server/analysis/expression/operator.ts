import type { DataType } from '../../catalog/types';
import type { SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { isTrivia, TokenKind as T } from '../../sql/tokenKind';
import { tokenText, type Statement } from '../../sql/tree';
import { expressionsIn } from '../expressionKinds';
import { arithmeticType, type ArithmeticOperator, type Operand } from '../types/arithmeticType';
import * as is from '../types/builtinTypes';
import { concatType } from '../types/concatType';
import { digitsOf } from '../types/literalType';
import { widerNumeric } from '../types/widerType';
import type { Walker } from '../walker';
import type { Scope, Typed } from '../model';

const arithmetic: Partial<Record<T, ArithmeticOperator>> = {
  [T.Plus]: '+',
  [T.Minus]: '-',
  [T.Star]: '*',
  [T.Slash]: '/',
  [T.Percent]: '%',
};

/** The operator token between the operands of a Binary. */
export function operatorOf(statement: Statement, node: SyntaxNode): T {
  const [left] = expressionsIn(node);
  for (let at = left?.end ?? node.first; at < node.end; at++) {
    const kind = statement.tokens.kinds[at] as T;
    if (!isTrivia(kind)) return kind;
  }
  return T.Unknown;
}

/**
 * A chain such as `a AND b AND c` leans to the left and may be thousands of operands long, so it is walked from its
 * innermost pair outwards instead of by recursion.
 */
export function binaryType(walker: Walker, node: SyntaxNode, scope: Scope): Typed {
  const chain: SyntaxNode[] = [];
  let first: SyntaxNode | undefined = node;
  while (first?.kind === K.Binary) {
    chain.push(first);
    first = expressionsIn(first)[0];
  }
  let left = operand(walker, first, scope);
  for (const binary of chain.reverse()) {
    const right = operand(walker, expressionsIn(binary)[1], scope);
    const typed = pairType(operatorOf(walker.statement, binary), left, right);
    walker.model.types.set(binary, typed);
    left = typed;
  }
  return left;
}

function pairType(operator: T, left: Operand, right: Operand): Typed {
  const nullable = left.nullable || right.nullable;
  const sign = arithmetic[operator];
  if (sign) {
    const type = arithmeticType(sign, left, right) ?? is.unknown;
    return { type, nullable: nullable || sign === '/' || sign === '%' };
  }
  switch (operator) {
    case T.NullSafeEqual:
      return { type: is.boolean, nullable: false };
    case T.DIV:
      return { type: is.bigint, nullable: true };
    case T.Concat:
      return { type: concatType([left.type, right.type]), nullable };
    case T.Ampersand:
    case T.Pipe:
    case T.Caret:
      return { type: bitwiseType(left.type, right.type), nullable };
    case T.ShiftLeft:
    case T.ShiftRight:
    case T.ShiftRightUnsigned:
      return { type: is.isUnknown(left.type) ? is.unknown : left.type, nullable };
    default:
      return { type: is.boolean, nullable };
  }
}

function operand(walker: Walker, node: SyntaxNode | undefined, scope: Scope): Operand {
  if (!node) return { type: is.unknown, nullable: true };
  const typed = walker.expression(node, scope);
  return { ...typed, digits: literalDigits(walker.statement, node) };
}

/** The digits of a whole number literal. */
function literalDigits(statement: Statement, node: SyntaxNode): number | undefined {
  if (node.kind !== K.Literal) return undefined;
  const text = tokenText(statement, node.end - 1);
  return /^\d+$/.test(text) ? digitsOf(text) : undefined;
}

function bitwiseType(left: DataType, right: DataType): DataType {
  return is.isIntegral(left) && is.isIntegral(right) ? widerNumeric(left, right) : is.unknown;
}

export function unaryType(walker: Walker, node: SyntaxNode, scope: Scope): Typed {
  const [child] = expressionsIn(node);
  const typed: Typed = child ? walker.expression(child, scope) : { type: is.unknown, nullable: true };
  switch (walker.statement.tokens.kinds[node.first] as T) {
    case T.NOT:
    case T.Bang:
      return { type: is.boolean, nullable: typed.nullable };
    case T.Minus:
    case T.Plus:
      return is.isString(typed.type) ? { ...typed, type: is.double } : typed;
    default:
      return typed;
  }
}
