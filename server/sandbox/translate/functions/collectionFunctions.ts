import { NodeKind } from '../../../sql/nodeKind';
import { childOf, type SyntaxNode } from '../../../sql/node';
import { textOf } from '../../../sql/tree';
import { identifier } from '../../store/sqlText';
import { separated, type Fragment } from '../fragment';
import { duckdbType, isScalar } from '../duckdbType';
import { argumentsOf, nameOf, namesOf, stringValue } from '../nodes';
import { notSupported } from '../refusal';
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
  ['struct', struct],
  ['named_struct', namedStruct],
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
  ...each('map_concat', same),
  ['map_contains_key', macro],
  ['sequence', sequence],
  ...each('aggregate reduce', fold),
  [
    'array_distinct',
    built(
      (make, [array]) =>
        array && make`list_filter(${array}, lambda item, place: list_position(${array}, item) = place)`,
    ),
  ],
  [
    'array_join',
    built(
      (make, [array, delimiter, ...more]) =>
        array &&
        delimiter &&
        (more[0]
          ? make`spark.array_join_all(${array}, ${delimiter}, ${more[0]})`
          : make`spark.array_join(${array}, ${delimiter})`),
    ),
  ],
  ...each('array_max', renamed('list_max')),
  ...each('array_min', renamed('list_min')),
  [
    'slice',
    built(
      (make, [array, start, length]) =>
        array && start && length && make`list_slice(${array}, ${start}, ${start} + ${length} - 1)`,
    ),
  ],
  [
    'sort_array',
    built(
      (make, [array, ...more], { t, arguments: nodes }) =>
        array &&
        sorted(make, array, more.length === 0 ? 'true' : textOf(t.statement, nodes[1] as SyntaxNode)),
    ),
  ],
  [
    'array_sort',
    built((make, [array, ...more]) =>
      array && more.length === 0 ? make`list_sort(${array}, 'ASC', 'NULLS LAST')` : undefined,
    ),
  ],
  [
    'try_element_at',
    built(
      (make, [value, key], { t, arguments: [node] }) =>
        value && key && (isMap(t, node) ? make`${value}[${key}]` : make`list_extract(${value}, ${key})`),
    ),
  ],
  ['map_keys', same],
  ['map_values', same],
  ['map_from_arrays', renamed('map')],
  ['map_from_entries', same],
  ['map_entries', same],
  [
    'element_at',
    built((make, [value, key], { t, arguments: [node, keyNode] }) =>
      value && key && (isMap(t, node) || stringValue(t.statement, keyNode) !== undefined)
        ? make`${value}[${key}]`
        : value && key && make`list_extract(${value}, ${key})`,
    ),
  ],
  ['transform', withLambda((make, array, lambda) => make`list_transform(${array}, ${lambda})`)],
  ['filter', withLambda((make, array, lambda) => make`list_filter(${array}, ${lambda})`)],
  ['exists', withLambda((make, array, lambda) => make`spark.any_true(list_transform(${array}, ${lambda}))`)],
  ['forall', withLambda((make, array, lambda) => make`spark.all_true(list_transform(${array}, ${lambda}))`)],
  ...each(
    'explode',
    built((make, [array]) => array && make`unnest(${array})`),
  ),
];

function sorted(make: Parameters<Build>[0], array: Fragment, ascending: string): Fragment | undefined {
  if (/^true$/i.test(ascending)) return make`list_sort(${array}, 'ASC', 'NULLS FIRST')`;
  return /^false$/i.test(ascending) ? make`list_sort(${array}, 'DESC', 'NULLS LAST')` : undefined;
}

function isMap(t: Translation, node: SyntaxNode | undefined): boolean {
  return node !== undefined && t.environment.typeOf(node)?.kind === 'map';
}

/** sequence(first, last, step): of numbers, or of days; an absent step goes up or down by one. */
function sequence(t: Translation, call: SyntaxNode): Fragment {
  const [first, last, step, ...more] = argumentsOf(call);
  const type = first && t.environment.typeOf(first);
  if (!first || !last || more.length > 0) throw notSupported(t.statement, call, 'this form of sequence');
  const [low, high] = [t.emit(first), t.emit(last)];
  if (step && /\b(month|year)/i.test(textOf(t.statement, step)))
    throw notSupported(t.statement, call, 'a sequence of months');
  if (isScalar(type, 'date'))
    return t.make(call)`spark.day_sequence(${low}, ${high}, ${step ? t.emit(step) : 'INTERVAL 1 DAY'})`;
  if (isScalar(type, 'timestamp') && step)
    return t.make(call)`generate_series(${low}, ${high}, ${t.emit(step)})`;
  const element = type && duckdbType(type);
  if (!isScalar(type, 'byte', 'short', 'int', 'long'))
    throw notSupported(t.statement, call, 'a sequence of this type');
  const numbers = step
    ? t.make(call)`generate_series(${low}, ${high}, ${t.emit(step)})`
    : t.make(call)`spark.number_sequence(${low}, ${high})`;
  return t.make(call)`CAST(${numbers} AS ${element as string}[])`;
}

/** aggregate(array, start, (sum, item) -> ...) */
function fold(t: Translation, call: SyntaxNode): Fragment {
  const [array, start, merge, finish] = argumentsOf(call);
  if (!array || !start || !merge || finish)
    throw notSupported(t.statement, call, 'aggregate with a last step');
  return t.make(call)`list_reduce(${t.emit(array)}, ${t.emit(merge)}, ${t.emit(start)})`;
}

/** A function of an array and a lambda of one parameter; DuckDB counts the places of a second one from 1. */
function withLambda(
  build: (make: ReturnType<Translation['make']>, array: Fragment, lambda: Fragment) => Fragment,
): FunctionRule {
  return built((make, [array, lambda], { arguments: [, node] }) => {
    const names =
      node?.kind === NodeKind.Lambda ? node.children.filter(({ kind }) => kind === NodeKind.Name) : [];
    return array && lambda && names.length === 1 && build(make, array, lambda);
  });
}

/** Fields without a name are called by their column, or col1, col2, ... by their place. */
function struct(t: Translation, call: SyntaxNode): Fragment {
  const fields = argumentsOf(call).map((argument, index) => {
    const alias = argument.kind === NodeKind.Projection ? childOf(argument, NodeKind.Alias) : undefined;
    const value = argument.kind === NodeKind.Projection ? (argument.children[0] as SyntaxNode) : argument;
    const name = alias && childOf(alias, NodeKind.Name);
    return t.make(
      argument,
    )`${identifier(name ? nameOf(t.statement, name) : fieldName(t, value, index))}: ${t.emit(value)}`;
  });
  return t.make(call)`{${separated(fields, ', ', 0)}}`;
}

function fieldName(t: Translation, value: SyntaxNode, index: number): string {
  const last = value.kind === NodeKind.Path ? namesOf(t.statement, value).at(-1) : undefined;
  return last ?? `col${index + 1}`;
}

function namedStruct(t: Translation, call: SyntaxNode): Fragment {
  const args = argumentsOf(call);
  const fields: Fragment[] = [];
  for (let at = 0; at + 1 < args.length; at += 2) {
    const name = stringValue(t.statement, args[at]);
    if (name === undefined)
      throw notSupported(t.statement, args[at] as SyntaxNode, 'a field name that is not a text');
    fields.push(t.make(args[at] as SyntaxNode)`${identifier(name)}: ${t.emit(args[at + 1] as SyntaxNode)}`);
  }
  return t.make(call)`{${separated(fields, ', ', 0)}}`;
}
