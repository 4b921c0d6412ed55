import type { DataType } from '../../../catalog/types';
import { printType } from '../../../catalog/typeText';
import type { SyntaxNode } from '../../../sql/node';
import type { Fragment } from '../fragment';
import { lambdaBody, parametersOf } from '../lambdaBody';
import type { Translation } from '../translation';
import { type Build, built, each, type FunctionRule, type FunctionTable } from './functionRule';

type Make = Parameters<Build>[0];

/** Functions that take a lambda. */
export const higherOrderFunctions: FunctionTable = [
  ['transform', withLambda((make, array, lambda) => make`list_transform(${array}, ${lambda})`)],
  ['filter', withLambda((make, array, lambda) => make`list_filter(${array}, ${lambda})`)],
  ['exists', withLambda((make, array, lambda) => make`spark.any_true(list_transform(${array}, ${lambda}))`)],
  ['forall', withLambda((make, array, lambda) => make`spark.all_true(list_transform(${array}, ${lambda}))`)],
  ...each('aggregate reduce', built(fold)),
  ['zip_with', built(zipWith)],
  ['map_filter', ofEntries((_, test) => ({ kind: 'test', sql: test }))],
  [
    'transform_keys',
    ofEntries((make, key, item) => ({ kind: 'entry', sql: make`{key: ${key}, value: (${item}).value}` })),
  ],
  [
    'transform_values',
    ofEntries((make, value, item) => ({ kind: 'entry', sql: make`{key: (${item}).key, value: ${value}}` })),
  ],
  ['map_zip_with', built(mapZipWith)],
];

/** The name of a parameter that no lambda within or around the call has. */
function parameterName(name: string, call: SyntaxNode): string {
  return `__${name}${call.first}`;
}

/** A function of an array and a lambda of the item, or of the item and its place from 0 on. */
function withLambda(build: (make: Make, array: Fragment, lambda: Fragment) => Fragment): FunctionRule {
  return built((make, [array], { t, call, arguments: [, node] }) => {
    const [item, place] = [parameterName('item', call), parameterName('place', call)];
    const counts = parametersOf(t, node)?.length === 2;
    const body = lambdaBody(t, node, [make`${item}`, make`CAST(${place} - 1 AS INTEGER)`]);
    return array && body && build(make, array, make`lambda ${counts ? `${item}, ${place}` : item}: ${body}`);
  });
}

/** zip_with(array, array, (x, y) -> ...): the shorter array is filled up with nulls. */
function zipWith(...[make, [a, b], { t, call, arguments: nodes }]: Parameters<Build>): Fragment | undefined {
  const pair = parameterName('pair', call);
  const body = lambdaBody(t, nodes[2], [make`${pair}[1]`, make`${pair}[2]`]);
  return (
    a &&
    b &&
    body &&
    make`CASE WHEN ${a} IS NOT NULL AND ${b} IS NOT NULL
      THEN list_transform(list_zip(${a}, ${b}), lambda ${pair}: ${body}) END`
  );
}

type EntryWork = (
  make: Make,
  body: Fragment,
  item: string,
) => { readonly kind: 'test' | 'entry'; readonly sql: Fragment };

/** A function of a map and a lambda of key and value. */
function ofEntries(work: EntryWork): FunctionRule {
  return built((make, [map], { t, call, arguments: [, node] }) => {
    const item = parameterName('entry', call);
    const body = lambdaBody(t, node, [make`(${item}).key`, make`(${item}).value`]);
    if (!map || !body) return undefined;
    const { kind, sql } = work(make, body, item);
    const entries = make`map_entries(${map}), lambda ${item}: ${sql}`;
    return make`CASE WHEN ${map} IS NOT NULL THEN map_from_entries(${kind === 'test' ? 'list_filter' : 'list_transform'}(${entries})) END`;
  });
}

/** map_zip_with(map, map, (key, x, y) -> ...) for every key that one of them has. */
function mapZipWith(
  ...[make, [a, b], { t, call, arguments: nodes }]: Parameters<Build>
): Fragment | undefined {
  if (!a || !b) return undefined;
  const key = parameterName('key', call);
  const body = lambdaBody(t, nodes[2], [make`${key}`, make`${a}[${key}]`, make`${b}[${key}]`]);
  return (
    body &&
    make`CASE WHEN ${a} IS NOT NULL AND ${b} IS NOT NULL THEN map_from_entries(list_transform(
      spark.in_order(list_concat(map_keys(${a}), map_keys(${b}))), lambda ${key}: {key: ${key}, value: ${body}})) END`
  );
}

/** aggregate(array, start, (sum, item) -> ..., sum -> ...) */
function fold(
  ...[make, [array, start], { t, call, arguments: nodes }]: Parameters<Build>
): Fragment | undefined {
  const [arrayNode, startNode, merge, finish] = nodes;
  if (!array || !start || !arrayNode || !startNode || !merge) return undefined;
  const folded = isOneType(t, arrayNode, startNode)
    ? make`list_reduce(${array}, ${t.emit(merge)}, ${start})`
    : foldOfTwoTypes(make, array, start, { t, call, merge });
  if (!finish || !folded) return folded;
  const sum = parameterName('sum', call);
  const last = lambdaBody(t, finish, [make`${sum}`]);
  return (
    last &&
    make`CASE WHEN ${array} IS NOT NULL THEN list_transform([${folded}], lambda ${sum}: ${last})[1] END`
  );
}

function isOneType(t: Translation, array: SyntaxNode, start: SyntaxNode): boolean {
  const [list, type] = [t.environment.typeOf(array), t.environment.typeOf(start)];
  return list?.kind === 'array' && type !== undefined && isSame(list.element, type);
}

function isSame(a: DataType, b: DataType): boolean {
  return printType(a) === printType(b);
}

/** DuckDB folds values of one type: here pairs of the sum so far and the next item. */
function foldOfTwoTypes(
  make: Make,
  array: Fragment,
  start: Fragment,
  { t, call, merge }: { readonly t: Translation; readonly call: SyntaxNode; readonly merge: SyntaxNode },
): Fragment | undefined {
  const [so, next, item] = [
    parameterName('sum', call),
    parameterName('next', call),
    parameterName('item', call),
  ];
  const body = lambdaBody(t, merge, [make`(${so}).sum`, make`(${next}).item`]);
  // A null of the type of the start value, which the item's place is to hold.
  const nothing = make`CASE WHEN false THEN ${start} END`;
  return (
    body &&
    make`(list_reduce(
      list_transform(${array}, lambda ${item}: {sum: ${nothing}, item: ${item}}),
      lambda ${so}, ${next}: {sum: ${body}, item: (${next}).item},
      {sum: ${start}, item: NULL})).sum`
  );
}
