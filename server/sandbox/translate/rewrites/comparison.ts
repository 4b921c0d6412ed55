import type { DataType } from '../../../catalog/types';
import { scalar } from '../../../catalog/typeText';
import type { SyntaxNode } from '../../../sql/node';
import { TokenKind as T } from '../../../sql/tokenKind';
import { isScalar } from '../duckdbType';
import { isOrderedByParts, orderedValue } from '../functions/orderedValue';
import type { Fragment } from '../fragment';
import type { Translation } from '../translation';

const signs: ReadonlyMap<T, string> = new Map([
  [T.Equal, '='],
  [T.EqualEqual, '='],
  [T.NullSafeEqual, 'IS NOT DISTINCT FROM'],
  [T.NotEqual, '<>'],
  [T.Less, '<'],
  [T.LessEqual, '<='],
  [T.Greater, '>'],
  [T.GreaterEqual, '>='],
]);

/**
 * A comparison of nested values, and of a text with something else: the text is read as a value of the other's type, and is null when it is
 * none, where DuckDB fails. `undefined` for all other comparisons, which DuckDB does as Spark does.
 */
export function comparison(
  t: Translation,
  node: SyntaxNode,
  operator: T,
  operands: readonly [SyntaxNode, SyntaxNode],
): Fragment | undefined {
  const sign = signs.get(operator);
  const [left, right] = operands.map((operand) => t.environment.typeOf(operand));
  const type = comparedAs(left, right);
  if (sign === undefined) return undefined;
  const [a, b] = operands;
  if (isOrderedByParts(left) && isOrderedByParts(right) && /^[<>]=?$/.test(sign))
    return t.make(node)`(${orderedValue(t, a, t.emit(a))} ${sign} ${orderedValue(t, b, t.emit(b))})`;
  if (!type) return undefined;
  return t.make(node)`(${t.emitAs(a, type)} ${sign} ${t.emitAs(b, type)})`;
}

/** The type as which a text and something else are compared. */
export function comparedAs(left: DataType | undefined, right: DataType | undefined): DataType | undefined {
  const texts = [left, right].filter((type) => isScalar(type, 'string')).length;
  if (texts !== 1) return undefined;
  const other = isScalar(left, 'string') ? right : left;
  if (other?.kind === 'decimal') return scalar('double');
  return other?.kind === 'scalar' && other.name !== 'binary' ? other : undefined;
}
