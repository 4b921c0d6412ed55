import type { DataType } from '../../catalog/types';
import type { SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { isTrivia, TokenKind as T } from '../../sql/tokenKind';
import { ownToken, tokenText, type Statement } from '../../sql/tree';
import { expressionsIn } from '../expressionKinds';
import type { Operand } from '../types/arithmeticType';
import { binaryResult } from '../types/binaryType';
import * as is from '../types/builtinTypes';
import { digitsOf, numberType } from '../types/literalType';
import type { Walker } from '../walker';
import { takesBoolean } from './condition';
import type { Scope, Typed } from '../model';

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
  let leftNode = first;
  for (const binary of chain.reverse()) {
    const rightNode = expressionsIn(binary)[1];
    const right = operand(walker, rightNode, scope);
    const operator = operatorOf(walker.statement, binary);
    const result = binaryResult(operator, left, right);
    if (operator === T.AND || operator === T.OR) {
      takesBoolean(walker, leftNode, left.type, T[operator]);
      takesBoolean(walker, rightNode, right.type, T[operator]);
    } else if (result.refused) refuse(walker, binary, operator, result.refused, left.type, right.type);
    const typed: Typed = { type: result.type, nullable: result.nullable };
    walker.model.types.set(binary, typed);
    left = typed;
    leftNode = binary;
  }
  return left;
}

function refuse(
  walker: Walker,
  node: SyntaxNode,
  operator: T,
  why: 'operands' | 'unordered',
  left: DataType,
  right: DataType,
): void {
  const what = operatorText(walker.statement, node, operator);
  if (why === 'operands') walker.model.refuse(node, { kind: 'operands', operator: what, left, right });
  else walker.model.refuse(node, { kind: 'unordered', what, type: is.isNothing(left) ? right : left });
}

function operatorText(statement: Statement, node: SyntaxNode, operator: T): string {
  const at = ownToken(statement, node, operator);
  return at >= 0 ? tokenText(statement, at).toUpperCase() : '';
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

export function unaryType(walker: Walker, node: SyntaxNode, scope: Scope): Typed {
  const [child] = expressionsIn(node);
  const negative = negativeNumber(walker, node, child);
  if (negative) return negative;
  const typed: Typed = child ? walker.expression(child, scope) : { type: is.unknown, nullable: true };
  switch (walker.statement.tokens.kinds[node.first] as T) {
    case T.NOT:
    case T.Bang:
      takesBoolean(walker, child, typed.type, 'NOT');
      return { type: is.boolean, nullable: typed.nullable };
    case T.Minus:
    case T.Plus:
      if (child && !hasSign(typed.type)) refuseValue(walker, child, 'sign', typed.type);
      return signedType(typed);
    case T.Tilde:
      if (child && !hasBits(typed.type)) refuseValue(walker, child, '~', typed.type);
      return is.isNothing(typed.type) ? { type: is.int, nullable: true } : typed;
    default:
      return typed;
  }
}

function refuseValue(walker: Walker, node: SyntaxNode, operator: 'sign' | '~', found: DataType): void {
  const what = operator === '~' ? '~' : 'A sign';
  const expected = operator === '~' ? 'integral' : 'numeric';
  walker.model.refuse(node, { kind: 'value', what, expected, found });
}

function hasSign(type: DataType): boolean {
  return type.kind === 'unknown' || is.isNumeric(type) || is.isString(type);
}

function hasBits(type: DataType): boolean {
  return is.isUnknown(type) || is.isNothing(type) || is.isIntegral(type);
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
