import type { DataType } from '../../../catalog/types';
import { printType } from '../../../catalog/typeText';
import type { SyntaxNode } from '../../../sql/node';
import { duckdbType, isInterval, isScalar, isVoid } from '../duckdbType';
import type { Fragment } from '../fragment';
import type { Translation } from '../translation';
import { intervalText } from './intervals';
import { conversions, conversionTo } from './casts';

/**
 * A value of the type `from` as one of the type `to`, converted as Spark does it unasked; null when it cannot be.
 * Of an unknown type it stays as it is.
 */
export function converted(
  t: Translation,
  node: SyntaxNode,
  value: Fragment,
  { from, to }: { readonly from: DataType | undefined; readonly to: DataType },
): Fragment {
  if (!from || printType(from) === printType(to)) return value;
  if (isInterval(from)) return isScalar(to, 'string') ? intervalText(t, node, value, from.text) : value;
  // DuckDB folds a typed null away at once, where a macro may not.
  const macro = isVoid(from) ? undefined : conversions[printType(to)];
  // Functions of texts that take bytes as well look at the type themselves.
  if (isScalar(from, 'binary') && isScalar(to, 'string')) return value;
  if (isScalar(from, 'string') && isScalar(to, 'binary')) return t.make(node)`encode(${value})`;
  if (macro) return conversionTo(t, node, value, { from, to: macro });
  const type = duckdbType(to);
  return type === undefined ? value : t.make(node)`TRY_CAST(${value} AS ${type})`;
}
