import type { DataType } from '../../../catalog/types';
import { scalar } from '../../../catalog/typeText';
import type { SyntaxNode } from '../../../sql/node';
import { TokenKind as T } from '../../../sql/tokenKind';
import { duckdbType, isNumeric, isScalar, isVoid } from '../duckdbType';
import type { Fragment } from '../fragment';
import type { Translation } from '../translation';
import { widerType } from '../widerType';
import { intervalArithmetic } from './intervals';

const signs: ReadonlyMap<T, string> = new Map([
  [T.Plus, '+'],
  [T.Minus, '-'],
  [T.Star, '*'],
  [T.Slash, '/'],
  [T.Percent, '%'],
]);

const wrapping: ReadonlySet<T> = new Set([T.Plus, T.Minus, T.Star]);

/**
 * `+ - * / %` of numbers and texts: both sides become what Spark makes of them before it computes, and the result has
 * Spark's type. `undefined` for other operators, and where a type is not known or is no number.
 */
export function arithmetic(
  t: Translation,
  node: SyntaxNode,
  operator: T,
  [left, right]: readonly [SyntaxNode, SyntaxNode],
): Fragment | undefined {
  const sign = signs.get(operator);
  const type = t.environment.typeOf(node);
  const operands = [left, right].map((operand) => ({ operand, type: t.environment.typeOf(operand) }));
  if (sign === undefined || !type) return undefined;
  const moved = intervalArithmetic(t, node, sign, [left, right]);
  if (moved) return moved;
  if (isScalar(type, 'date')) return t.make(node)`CAST((${t.emit(left)} ${sign} ${t.emit(right)}) AS DATE)`;
  if (!isNumeric(type)) return undefined;
  if (!operands.every((each) => isNumeric(each.type) || isScalar(each.type, 'string') || isVoid(each.type)))
    return undefined;
  if (type.kind === 'decimal') return ofDecimals(t, node, sign, { type, left, right });
  const wider = wrapping.has(operator) ? widerType(type) : undefined;
  const [a, b] = [t.emitAs(left, type), t.emitAs(right, type)];
  return wider
    ? t.make(node)`${wider.narrow}(CAST(${a} AS ${wider.type}) ${sign} CAST(${b} AS ${wider.type}))`
    : t.make(node)`(${a} ${sign} ${b})`;
}

/** DuckDB's decimals grow by other rules than Spark's, and it divides them as doubles. */
function ofDecimals(
  t: Translation,
  node: SyntaxNode,
  sign: string,
  { type, left, right }: { readonly type: DataType; readonly left: SyntaxNode; readonly right: SyntaxNode },
): Fragment {
  const [a, b] = [t.emit(left), t.emit(right)];
  return sign === '/'
    ? quotient(t, node, type, a, b)
    : t.make(node)`TRY_CAST((${a} ${sign} ${b}) AS ${duckdbType(type) as string})`;
}

/** The exact quotient of two whole numbers or decimals, rounded to the decimal type; null for a divisor of 0. */
export function quotient(
  t: Translation,
  node: SyntaxNode,
  type: DataType,
  dividend: Fragment,
  divisor: Fragment,
): Fragment {
  const scale = type.kind === 'decimal' ? type.scale : 0;
  return t.make(
    node,
  )`TRY_CAST(spark.quotient(${dividend}, ${divisor}, ${String(scale)}) AS ${duckdbType(type) as string})`;
}

/** `-x` and `abs(x)`: of the least whole number they are that number again. */
export function withoutOverflow(
  t: Translation,
  node: SyntaxNode,
  operand: SyntaxNode,
  compute: (value: Fragment) => Fragment,
): Fragment {
  const wider = widerType(t.environment.typeOf(operand));
  const value = t.emit(operand);
  return wider
    ? t.make(node)`${wider.narrow}(${compute(t.make(node)`CAST(${value} AS ${wider.type})`)})`
    : compute(value);
}

/** `a DIV b` of whole numbers and decimals; of nothing it is a bigint too. */
export function wholeQuotient(
  t: Translation,
  node: SyntaxNode,
  operands: readonly [SyntaxNode, SyntaxNode],
): Fragment {
  const [a, b] = operands.map((operand) =>
    isVoid(t.environment.typeOf(operand)) ? t.emitAs(operand, scalar('long')) : t.emit(operand),
  ) as [Fragment, Fragment];
  return t.make(node)`spark.div(${a}, ${b})`;
}
