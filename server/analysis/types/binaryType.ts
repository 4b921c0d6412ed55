import type { DataType } from '../../catalog/types';
import { TokenKind as T } from '../../sql/tokenKind';
import { arithmeticType, type ArithmeticOperator, type Operand } from './arithmeticType';
import * as is from './builtinTypes';
import { castMayFail } from './castMayFail';
import { comparedAs, equatedAs, isOrderable } from './comparison';
import { concatenates, concatType } from './concatType';
import { widerNumeric } from './widerType';
import type { Typed } from '../model';

/** What `left operator right` gives, and whether the engine takes these types at all. */
export interface BinaryResult extends Typed {
  /** The operands do not go together; `unordered` when values of their type cannot be compared. */
  readonly refused?: 'operands' | 'unordered' | undefined;
}

const arithmetic: Partial<Record<T, ArithmeticOperator>> = {
  [T.Plus]: '+',
  [T.Minus]: '-',
  [T.Star]: '*',
  [T.Slash]: '/',
  [T.Percent]: '%',
};

const comparisons: ReadonlySet<T> = new Set([T.Less, T.LessEqual, T.Greater, T.GreaterEqual]);
const equalities: ReadonlySet<T> = new Set([T.Equal, T.EqualEqual, T.NotEqual, T.NullSafeEqual]);

export function binaryResult(operator: T, left: Operand, right: Operand): BinaryResult {
  const sign = arithmetic[operator];
  if (sign) return arithmeticResult(sign, left, right);
  if (comparisons.has(operator) || equalities.has(operator)) return comparisonResult(operator, left, right);
  const nullable = left.nullable || right.nullable;
  switch (operator) {
    case T.DIV: {
      const refused = dividesWhole(left.type) && dividesWhole(right.type) ? undefined : 'operands';
      return { type: is.bigint, nullable: true, refused };
    }
    case T.Concat: {
      const types = [left.type, right.type];
      return { type: concatType(types), nullable, refused: concatenates(types) ? undefined : 'operands' };
    }
    case T.Ampersand:
    case T.Pipe:
    case T.Caret: {
      const refused = hasBits(left.type) && hasBits(right.type) ? undefined : 'operands';
      return { type: bitwiseType(left.type, right.type), nullable, refused };
    }
    case T.ShiftLeft:
    case T.ShiftRight:
    case T.ShiftRightUnsigned:
      return { type: is.isUnknown(left.type) ? is.unknown : left.type, nullable };
    default:
      return { type: is.boolean, nullable };
  }
}

function arithmeticResult(sign: ArithmeticOperator, left: Operand, right: Operand): BinaryResult {
  const type = arithmeticType(sign, left, right);
  // A decimal that overflows is null; so is a text that is no number, and a quotient by zero.
  const mayFail =
    (sign === '/' && !is.isInterval(left.type)) ||
    sign === '%' ||
    type?.kind === 'decimal' ||
    is.isString(left.type) ||
    is.isString(right.type);
  return {
    type: type ?? is.unknown,
    nullable: left.nullable || right.nullable || mayFail,
    refused: type ? undefined : 'operands',
  };
}

function comparisonResult(operator: T, left: Operand, right: Operand): BinaryResult {
  const common = equalities.has(operator)
    ? equatedAs(left.type, right.type)
    : comparedAs(left.type, right.type);
  const refused = !common ? 'operands' : isOrderable(common) ? undefined : 'unordered';
  if (operator === T.NullSafeEqual) return { type: is.boolean, nullable: false, refused };
  const nullable = left.nullable || right.nullable || comparisonMayFail(left.type, right.type);
  return { type: is.boolean, nullable, refused };
}

/** A text is compared as what stands on the other side, and is null when it cannot be read as that. */
export function comparisonMayFail(left: DataType, right: DataType): boolean {
  return castMayFail(left, right) ? is.isString(left) : is.isString(right) && castMayFail(right, left);
}

/** DIV takes whole numbers, decimals and intervals, and reads no text. */
function dividesWhole(type: DataType): boolean {
  return type.kind === 'unknown' || type.kind === 'decimal' || is.isIntegral(type);
}

function hasBits(type: DataType): boolean {
  return is.isUnknown(type) || is.isNothing(type) || is.isIntegral(type);
}

function bitwiseType(left: DataType, right: DataType): DataType {
  if (is.isNothing(left) && is.isNothing(right)) return is.int;
  if (is.isNothing(left) && is.isIntegral(right)) return right;
  if (is.isNothing(right) && is.isIntegral(left)) return left;
  return is.isIntegral(left) && is.isIntegral(right) ? widerNumeric(left, right) : is.unknown;
}
