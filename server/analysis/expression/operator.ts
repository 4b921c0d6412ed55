import type { DataType } from '../../catalog/types';
import type { SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { isTrivia, TokenKind as T } from '../../sql/tokenKind';
import { tokenText, type Statement } from '../../sql/tree';
import { expressionsIn } from '../expressionKinds';
import { arithmeticType, type ArithmeticOperator, type Operand } from '../types/arithmeticType';
import * as is from '../types/builtinTypes';
import { castMayFail } from '../types/castMayFail';
import { concatType } from '../types/concatType';
import { digitsOf, numberType } from '../types/literalType';
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
    // A decimal that overflows is null; so is a text that is no number, and a quotient by zero.
    const mayFail =
      sign === '/' ||
      sign === '%' ||
      type.kind === 'decimal' ||
      is.isString(left.type) ||
      is.isString(right.type);
    return { type, nullable: nullable || mayFail };
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
      return { type: is.boolean, nullable: nullable || comparisonMayFail(left.type, right.type) };
  }
}

/** A text is compared as what stands on the other side, and is null when it cannot be read as that. */
function comparisonMayFail(left: DataType, right: DataType): boolean {
  return castMayFail(left, right) ? is.isString(left) : is.isString(right) && castMayFail(right, left);
}

function operand(walker: Walker, node: SyntaxNode | undefined, scope: Scope): Operand {
  if (!node) return { type: is.unknown, nullable: true };
  const typed = walker.expression(node, scope);
  return { ...typed, digits: literalDigits(walker.statement, node) };
}

/** The digits of a whole number literal. */
function literalDigits(statement: Statement, node: SyntaxNode): number | undefined {
  const [inner] = node.kind === K.Unary ? node.children : [node];
  if (inner?.kind !== K.Literal) return undefined;
  const text = tokenText(statement, node.end - 1);
  return /^\d+[LSY]?$/i.test(text) ? digitsOf(text) : undefined;
}

function bitwiseType(left: DataType, right: DataType): DataType {
  if (is.isNothing(left) && is.isIntegral(right)) return right;
  if (is.isNothing(right) && is.isIntegral(left)) return left;
  return is.isIntegral(left) && is.isIntegral(right) ? widerNumeric(left, right) : is.unknown;
}

export function unaryType(walker: Walker, node: SyntaxNode, scope: Scope): Typed {
  const [child] = expressionsIn(node);
  const negative = negativeNumber(walker, node, child);
  if (negative) return negative;
  const typed: Typed = child ? walker.expression(child, scope) : { type: is.unknown, nullable: true };
  switch (walker.statement.tokens.kinds[node.first] as T) {
    case T.NOT:
    case T.Bang:
      return { type: is.boolean, nullable: typed.nullable };
    case T.Minus:
    case T.Plus:
      return signedType(typed);
    default:
      return typed;
  }
}

/** The sign makes a number of a text, which is null when it is none. */
function signedType(typed: Typed): Typed {
  if (is.isNothing(typed.type)) return { type: is.double, nullable: true };
  return is.isString(typed.type) ? { type: is.double, nullable: true } : typed;
}

/** `-2147483648` is an int, though the number behind the minus is none. */
function negativeNumber(walker: Walker, node: SyntaxNode, child: SyntaxNode | undefined): Typed | undefined {
  const { tokens } = walker.statement;
  if (tokens.kinds[node.first] !== T.Minus || child?.kind !== K.Literal || child.first !== node.first + 1)
    return undefined;
  const text = tokenText(walker.statement, child.first);
  if (!/^\d+$/.test(text)) return undefined;
  walker.model.types.set(child, { type: numberType(text), nullable: false });
  return { type: numberType(`-${text}`), nullable: false };
}
