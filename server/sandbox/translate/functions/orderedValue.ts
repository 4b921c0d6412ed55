import type { DataType } from '../../../catalog/types';
import type { SyntaxNode } from '../../../sql/node';
import { identifier } from '../../store/sqlText';
import type { Fragment } from '../fragment';
import type { Translation } from '../translation';
import type { Build } from './functionRule';

// Nulls within structs and arrays are the least in Spark, and the greatest in DuckDB. A nested value is ordered by a
// value that has, before each of its parts, whether the part is there: false comes before true in both.

/** The value by which DuckDB orders as Spark orders this one; itself when it is not nested. */
export function orderedValue(t: Translation, node: SyntaxNode, value: Fragment): Fragment {
  const key = orderOf(t.environment.typeOf(node));
  return key === undefined ? value : t.make(node)`list_transform([${value}], lambda __whole: ${key})[1]`;
}

/** The key of `__whole`; `undefined` for types that DuckDB orders as Spark does, and those that have no order. */
export function orderOf(type: DataType | undefined): string | undefined {
  return type && isOrderedByParts(type) ? keyOf('__whole', type, 0) : undefined;
}

export function isOrderedByParts(type: DataType | undefined): boolean {
  return type?.kind === 'struct' || type?.kind === 'array';
}

function keyOf(value: string, type: DataType, depth: number): string {
  switch (type.kind) {
    case 'struct': {
      const parts = type.fields.map((field, index) => {
        const part = `(${value}).${identifier(field.name)}`;
        return `p${index}: ${part} IS NOT NULL, k${index}: ${keyOf(part, field.type, depth)}`;
      });
      return `CASE WHEN ${value} IS NOT NULL THEN {${parts.join(', ')}} END`;
    }
    case 'array': {
      const item = `__part${depth}`;
      return `list_transform(${value}, lambda ${item}: {p: ${item} IS NOT NULL, k: ${keyOf(item, type.element, depth + 1)}})`;
    }
    case 'scalar':
    case 'decimal':
    case 'map':
    case 'unknown':
      return value;
  }
}

export type ArrayOrder = 'ascending, nulls first' | 'ascending, nulls last' | 'descending, nulls last';

/** An array of items of a type, sorted as Spark sorts it. */
export function sortedArray(
  make: Parameters<Build>[0],
  array: Fragment,
  type: DataType | undefined,
  order: ArrayOrder,
): Fragment {
  const direction = order.startsWith('asc') ? 'ASC' : 'DESC';
  const key = orderOf(type);
  if (key === undefined)
    return make`list_sort(${array}, '${direction}', '${order.endsWith('first') ? 'NULLS FIRST' : 'NULLS LAST'}')`;
  // The items that are sorted are never null: whether the array's is comes first.
  const present = order === 'ascending, nulls last' ? 'IS NULL' : 'IS NOT NULL';
  return make`list_transform(list_sort(
    list_transform(${array}, lambda __whole: {p: __whole ${present}, k: ${key}, item: __whole}), '${direction}'),
    lambda __sorted: (__sorted).item)`;
}

export function elementType(type: DataType | undefined): DataType | undefined {
  return type?.kind === 'array' ? type.element : undefined;
}
