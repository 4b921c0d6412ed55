import type { SyntaxNode } from '../../../sql/node';
import { textOf } from '../../../sql/tree';
import type { Field } from '../../../catalog/types';
import { identifier } from '../../store/sqlText';
import { lambdaBody } from '../lambdaBody';
import { elementType, isOrderedByParts, sortedArray, type ArrayOrder } from './orderedValue';
import { separated, type Fragment } from '../fragment';
import { nestedDuckdbType } from '../duckdbType';
import { stringValue } from '../nodes';
import { sequence } from './sequenceFunction';
import type { Translation } from '../translation';
import {
  type Build,
  built,
  each,
  macro,
  renamed,
  same,
  type FunctionRule,
  type FunctionTable,
} from './functionRule';

export const collectionFunctions: FunctionTable = [
  ['array', built((make, args) => make`[${separated(args, ', ', 0)}]`)],
  [
    'map',
    built((make, args) => {
      const keys = args.filter((_, index) => index % 2 === 0);
      const values = args.filter((_, index) => index % 2 === 1);
      return keys.length === values.length
        ? make`map([${separated(keys, ', ', 0)}], [${separated(values, ', ', 0)}])`
        : undefined;
    }),
  ],
  ...each(
    'size cardinality',
    built(
      (make, [value], { t, arguments: [node] }) =>
        value &&
        (isMap(t, node)
          ? make`coalesce(CAST(cardinality(${value}) AS INTEGER), -1)`
          : make`spark.size(${value})`),
    ),
  ),
  ['array_size', built((make, [array]) => array && make`CAST(len(${array}) AS INTEGER)`)],
  ...each(
    'array_contains array_position flatten get array_remove array_compact array_append array_prepend',
    macro,
  ),
  ...each('array_except array_intersect array_union arrays_overlap array_repeat array_insert', macro),
  ['map_concat', built(joinedMaps)],
  ['map_contains_key', macro],
  ['sequence', built(sequence)],
  [
    'array_distinct',
    built(
      (make, [array]) =>
        array && make`list_filter(${array}, lambda item, place: list_position(${array}, item) = place)`,
    ),
  ],
  ['array_join', built(joinedItems)],
  ['array_max', extreme('list_max', 'descending, nulls last')],
  ['array_min', extreme('list_min', 'ascending, nulls last')],
  ['slice', macro],
  [
    'sort_array',
    built((make, [array], { t, arguments: [node, direction] }) => {
      const ascending = direction ? textOf(t.statement, direction).toLowerCase() : 'true';
      if (!array || !node || !/^(true|false)$/.test(ascending)) return undefined;
      const order = ascending === 'true' ? 'ascending, nulls first' : 'descending, nulls last';
      return sortedArray(make, array, elementType(t.environment.typeOf(node)), order);
    }),
  ],
  [
    'array_sort',
    built(
      (make, [array], { t, call, arguments: [node, comparator] }) =>
        array &&
        node &&
        (comparator
          ? sortedBy(t, call, array, comparator)
          : sortedArray(make, array, elementType(t.environment.typeOf(node)), 'ascending, nulls last')),
    ),
  ],
  [
    'shuffle',
    built(
      (make, [array]) =>
        array &&
        make`list_transform(list_sort(list_transform(${array}, lambda __item: {place: random(), item: __item})),
          lambda __item: (__item).item)`,
    ),
  ],
  ['arrays_zip', built(zipped)],
  [
    'try_element_at',
    built(
      (make, [value, key], { t, arguments: [node] }) =>
        value && key && (isMap(t, node) ? make`${value}[${key}]` : make`spark.element_at(${value}, ${key})`),
    ),
  ],
  ['map_keys', same],
  ['map_values', same],
  ['map_from_arrays', renamed('map')],
  ['map_from_entries', macro],
  ['map_entries', same],
  [
    'element_at',
    built((make, [value, key], { t, arguments: [node, keyNode] }) =>
      value && key && (isMap(t, node) || stringValue(t.statement, keyNode) !== undefined)
        ? make`${value}[${key}]`
        : value && key && make`spark.element_at(${value}, ${key})`,
    ),
  ],
  ...each(
    'explode',
    built((make, [array]) => array && make`unnest(${array})`),
  ),
];

/** array_join(array, delimiter, what stands for nulls); a delimiter that is written is DuckDB's own matter. */
function joinedItems(
  ...[
    make,
    [array, delimiter, missing],
    {
      t,
      arguments: [, node],
    },
  ]: Parameters<Build>
): Fragment | undefined {
  if (!array || !delimiter) return undefined;
  const isWritten = stringValue(t.statement, node) !== undefined;
  if (missing) return make`spark.array_join_all(${array}, ${delimiter}, ${missing})`;
  return isWritten
    ? make`array_to_string(spark.array_compact(${array}), ${delimiter})`
    : make`spark.array_join(${array}, ${delimiter})`;
}

/** The greatest or least item of an array. */
function extreme(name: string, order: ArrayOrder): FunctionRule {
  return built((make, [array], { t, arguments: [node] }) => {
    const type = elementType(node && t.environment.typeOf(node));
    if (!array) return undefined;
    return isOrderedByParts(type)
      ? make`(${sortedArray(make, array, type, order)})[1]`
      : make`${name}(${array})`;
  });
}

/** The place of an item is how many items the comparator puts before it; equal ones keep their order. */
function sortedBy(
  t: Translation,
  call: SyntaxNode,
  array: Fragment,
  comparator: SyntaxNode,
): Fragment | undefined {
  const [item, at, other, otherAt] = ['item', 'at', 'other', 'other_at'].map(
    (name) => `__${name}${call.first}`,
  );
  const make = t.make(call);
  const compared = lambdaBody(t, comparator, [make`${other ?? ''}`, make`${item ?? ''}`]);
  return (
    compared &&
    make`list_transform(list_sort(list_transform(${array}, lambda ${item ?? ''}, ${at ?? ''}: {
      place: len(list_filter(${array}, lambda ${other ?? ''}, ${otherAt ?? ''}:
        spark.stands_before(${compared}, ${otherAt ?? ''} < ${at ?? ''}))),
      item: ${item ?? ''}})), lambda ${item ?? ''}: (${item ?? ''}).item)`
  );
}

/** Maps as one. A key that two of them have is an error. */
function joinedMaps(...[make, maps, { t, call }]: Parameters<Build>): Fragment | undefined {
  const type = t.environment.typeOf(call);
  const name = type && nestedDuckdbType(type);
  if (maps.length === 0) return make`map([], [])`;
  const entries = maps.map(
    (map) => make`map_entries(${name === undefined ? map : make`CAST(${map} AS ${name})`})`,
  );
  const present = maps.map((map) => make`(${map}) IS NOT NULL`);
  return make`CASE WHEN ${separated(present, ' AND ', 0)} THEN map_from_entries(list_concat(${separated(entries, ', ', 0)})) END`;
}

/** arrays_zip: structs of the items at the same place, up to the longest array. */
function zipped(...[make, arrays, { t, call }]: Parameters<Build>): Fragment | undefined {
  const type = t.environment.typeOf(call);
  const fields = type?.kind === 'array' && type.element.kind === 'struct' ? type.element.fields : [];
  if (arrays.length === 0 || fields.length !== arrays.length) return undefined;
  const place = `__place${call.first}`;
  const lengths = arrays.map((array) => make`len(${array})`);
  const items = arrays.map(
    (array, index) => make`${identifier((fields[index] as Field).name)}: (${array})[${place}]`,
  );
  const present = arrays.map((array) => make`(${array}) IS NOT NULL`);
  return make`CASE WHEN ${separated(present, ' AND ', 0)} THEN
    list_transform(range(1, greatest(${separated(lengths, ', ', 0)}) + 1), lambda ${place}: {${separated(items, ', ', 0)}}) END`;
}

function isMap(t: Translation, node: SyntaxNode | undefined): boolean {
  return node !== undefined && t.environment.typeOf(node)?.kind === 'map';
}
