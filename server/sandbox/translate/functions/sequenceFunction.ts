import { scalar } from '../../../catalog/typeText';
import type { DataType } from '../../../catalog/types';
import type { SyntaxNode } from '../../../sql/node';
import { textOf } from '../../../sql/tree';
import { duckdbType, isScalar, isVoid } from '../duckdbType';
import type { Fragment } from '../fragment';
import type { Translation } from '../translation';
import type { Build } from './functionRule';

type Make = Parameters<Build>[0];

/** sequence(first, last, step) of numbers, dates or times; an absent step goes up or down by one, or by a day. */
export function sequence(
  ...[make, [first, last, step, ...more], { t, arguments: nodes }]: Parameters<Build>
): Fragment | undefined {
  const type = elementType(t, nodes.slice(0, 2));
  if (!first || !last || !type || more.length > 0) return undefined;
  const [low, high] = nodes.slice(0, 2).map((node) => t.emitAs(node, type)) as [Fragment, Fragment];
  if (isScalar(type, 'date', 'timestamp'))
    return ofTimes(make, { low, high, type }, step, { t, node: nodes[2] });
  const by = step ?? make`CASE WHEN ${low} <= ${high} THEN 1 ELSE -1 END`;
  return make`CAST(spark.number_sequence(${low}, ${high}, ${by}) AS ${duckdbType(type) as string}[])`;
}

/** The type that the ends have, or would have without a NULL. */
function elementType(t: Translation, ends: readonly SyntaxNode[]): DataType | undefined {
  const types = ends.map((end) => t.environment.typeOf(end));
  const known = types.filter((type) => type !== undefined && !isVoid(type));
  if (known.length === 0) return types.length === 2 && types.every(isVoid) ? scalar('int') : undefined;
  for (const name of ['timestamp', 'date', 'long', 'int', 'short', 'byte'] as const) {
    if (known.some((type) => isScalar(type, name))) return scalar(name);
  }
  return undefined;
}

function ofTimes(
  make: Make,
  { low, high, type }: { readonly low: Fragment; readonly high: Fragment; readonly type: DataType },
  step: Fragment | undefined,
  { t, node }: { readonly t: Translation; readonly node: SyntaxNode | undefined },
): Fragment {
  const name = duckdbType(type) as string;
  const [first, last] = [make`CAST(${low} AS TIMESTAMP)`, make`CAST(${high} AS TIMESTAMP)`];
  const isMonths = node !== undefined && /\b(month|year)/i.test(textOf(t.statement, node));
  if (step && isMonths)
    return make`CAST(spark.month_sequence(${first}, ${last}, spark.months_in(${step})) AS ${name}[])`;
  const by = step ?? make`CASE WHEN ${low} <= ${high} THEN to_days(1) ELSE to_days(-1) END`;
  return make`CAST(spark.time_sequence(${first}, ${last}, ${by}) AS ${name}[])`;
}
