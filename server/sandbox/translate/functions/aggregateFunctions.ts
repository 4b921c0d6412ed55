import { ancestorOf, childOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { textOf } from '../../../sql/tree';
import { isInterval, isScalar } from '../duckdbType';
import { joined, separated, type Fragment } from '../fragment';
import { argumentsOf, calledName, ownTokens, wholeNumber } from '../nodes';
import { notSupported } from '../refusal';
import { quotient } from '../rewrites/arithmetic';
import type { Translation } from '../translation';
import { isOrderedByParts, orderedValue } from './orderedValue';
import { filterOf, rebuilt } from './aggregateCalls';
import { each, renamed, same, type FunctionRule, type FunctionTable } from './functionRule';

export const aggregateFunctions: FunctionTable = [
  ...each('covar_pop covar_samp stddev stddev_pop stddev_samp var_pop var_samp variance', same),
  ...each('bool_and bool_or bit_and bit_or bit_xor regr_intercept regr_r2 regr_count', same),
  ['sum', sum],
  ...each('avg mean', average),
  ['std', renamed('stddev')],
  ...each('every', renamed('bool_and')),
  ...each('any some', renamed('bool_or')),
  ['count', count],
  ...each('collect_list array_agg', withoutNulls('list')),
  ['collect_set', distinctList],
  ...each('first first_value any_value last last_value', firstOrLast),
  ['max_by', ofExtremeRow('arg_max_null')],
  ['min_by', ofExtremeRow('arg_min_null')],
  ['count_if', (t, call) => t.make(call)`coalesce(${t.copy(call)}, 0)`],
  ['max', extreme('max')],
  ['min', extreme('min')],
  ...each('corr regr_slope', ofPairs),
  ['median', renamed('median')],
  ...each('regr_avgx regr_avgy regr_sxx regr_sxy regr_syy mode percentile_cont percentile_disc', same),
  ['grouping', same],
  ['grouping_id', groupingId],
  ['kurtosis', renamed('kurtosis_pop')],
  ['skewness', skewness],
  ['try_avg', average],
  ['try_sum', sum],
  ['percentile', percentile('quantile_cont')],
  ...each('percentile_approx approx_percentile', percentile('quantile_disc')),
  ['approx_count_distinct', distinctCount],
  ['hll_sketch_estimate', sketchedCount],
];

function sum(t: Translation, call: SyntaxNode): Fragment {
  refuseIntervals(t, call);
  return renamed('sum')(t, call);
}

function refuseIntervals(t: Translation, call: SyntaxNode): void {
  const [value] = argumentsOf(call);
  if (value && isInterval(t.environment.typeOf(value)))
    throw notSupported(t.statement, call, `${calledName(t.statement, call)} of intervals`);
}

/** The average of decimals is an exact decimal, where DuckDB's is a double. */
function average(t: Translation, call: SyntaxNode): Fragment {
  refuseIntervals(t, call);
  const type = t.environment.typeOf(call);
  if (type?.kind !== 'decimal') return renamed('avg')(t, call);
  return quotient(t, call, type, renamed('sum')(t, call), renamed('count')(t, call));
}

/** DuckDB counts tuples that have a null in them, where several columns are to be not null in Spark. */
function count(t: Translation, call: SyntaxNode): Fragment {
  const list = childOf(call, NodeKind.Arguments);
  const args = argumentsOf(call);
  if (!list || args.length < 2) return t.copy(call);
  const values = args.map((argument) => t.emit(argument));
  const present = joined(
    values.flatMap((value, index) => [
      t.make(list)`${index === 0 ? '' : ' AND '}(`,
      value,
      t.make(list)`) IS NOT NULL`,
    ]),
  );
  const distinct = ownTokens(t.statement, list).includes(T.DISTINCT) ? 'DISTINCT ' : '';
  return rebuilt(
    t,
    call,
    t.make(call)`count(${distinct}CASE WHEN ${present} THEN (${separated(values, ', ', 0)}) END)`,
  );
}

/** DuckDB corrects for the size of a sample, Spark does not. */
function skewness(t: Translation, call: SyntaxNode): Fragment {
  return t.make(call)`spark.skewness(${renamed('skewness')(t, call)}, ${renamed('count')(t, call)})`;
}

/** Percentiles of what the first argument gives; the accuracy of the approximate ones is exact here. */
function percentile(name: string): FunctionRule {
  return (t, call) => {
    const [value, fraction, accuracy] = argumentsOf(call);
    const digits = accuracy ? wholeNumber(t.statement, accuracy) : 10_000n;
    if (
      !value ||
      !fraction ||
      (accuracy && name === 'quantile_cont') ||
      digits === undefined ||
      digits < 100n
    )
      throw notSupported(t.statement, call, `this form of ${calledName(t.statement, call)}`);
    return rebuilt(t, call, t.make(call)`${name}(${t.emit(value)}, ${t.emit(fraction)})${filterOf(t, call)}`);
  };
}

/** The greatest or least value; DuckDB orders nested values otherwise. */
function extreme(name: 'max' | 'min'): FunctionRule {
  return (t, call) => {
    const [value] = argumentsOf(call);
    if (!value || !isOrderedByParts(t.environment.typeOf(value))) return t.copy(call);
    const emitted = t.emit(value);
    const order = orderedValue(t, value, emitted);
    return rebuilt(t, call, t.make(call)`arg_${name}(${emitted}, ${order})${filterOf(t, call)}`);
  };
}

/** max_by(value, order): the value may be null, rows whose order is null do not count. */
function ofExtremeRow(name: string): FunctionRule {
  return (t, call) => {
    const [value, order] = argumentsOf(call);
    if (!value || !order)
      throw notSupported(t.statement, call, `this form of ${calledName(t.statement, call)}`);
    const by = orderedValue(t, order, t.emit(order));
    return rebuilt(t, call, t.make(call)`${name}(${t.emit(value)}, ${by})${filterOf(t, call)}`);
  };
}

/** One pair alone gives null in Spark, and no number in DuckDB. */
function ofPairs(t: Translation, call: SyntaxNode): Fragment {
  return t.make(call)`CASE WHEN ${renamed('regr_count')(t, call)} > 1 THEN ${t.copy(call)} END`;
}

/** Without arguments it is about all that GROUP BY names. */
function groupingId(t: Translation, call: SyntaxNode): Fragment {
  if (argumentsOf(call).length > 0) return t.copy(call);
  const select = ancestorOf(call, NodeKind.Select);
  const clause = select && childOf(select, NodeKind.GroupByClause);
  const keys = new Map(groupKeys(clause).map((key) => [textOf(t.statement, key).toLowerCase(), key]));
  if (keys.size === 0) throw notSupported(t.statement, call, 'grouping_id without GROUP BY');
  const list = [...keys.values()].map((key) => t.emit(key));
  return t.make(call)`grouping_id(${separated(list, ', ', 0)})`;
}

function groupKeys(node: SyntaxNode | undefined): readonly SyntaxNode[] {
  return (node?.children ?? []).flatMap((child) =>
    [NodeKind.GroupingSets, NodeKind.Tuple, NodeKind.Paren].includes(child.kind) ? groupKeys(child) : [child],
  );
}

/** The exact count is the best approximation. */
function distinctCount(t: Translation, call: SyntaxNode): Fragment {
  const [value] = argumentsOf(call);
  if (!value) throw notSupported(t.statement, call, 'approx_count_distinct without arguments');
  return rebuilt(t, call, t.make(call)`count(DISTINCT ${t.emit(value)})${filterOf(t, call)}`);
}

/** Spark collects no nulls; of nothing it makes an empty array. */
function withoutNulls(name: string): FunctionRule {
  return (t, call) => {
    const [value] = argumentsOf(call);
    const list = childOf(call, NodeKind.Arguments);
    if (!value || !list || childOf(call, NodeKind.FilterClause))
      throw notSupported(t.statement, call, 'this form of collect_list');
    const items = rebuilt(
      t,
      call,
      t.make(call)`${name}${t.emit(list)} FILTER (WHERE ${t.emit(value)} IS NOT NULL)`,
    );
    return t.make(call)`coalesce(${items}, [])`;
  };
}

function distinctList(t: Translation, call: SyntaxNode): Fragment {
  const [value] = argumentsOf(call);
  if (!value || childOf(call, NodeKind.FilterClause))
    throw notSupported(t.statement, call, 'this form of collect_set');
  const emitted = t.emit(value);
  const items = rebuilt(
    t,
    call,
    t.make(call)`list(DISTINCT ${emitted}) FILTER (WHERE ${emitted} IS NOT NULL)`,
  );
  return t.make(call)`coalesce(${items}, [])`;
}

/** first(x), first(x, true), first(x) IGNORE NULLS, with or without a window. */
function firstOrLast(t: Translation, call: SyntaxNode): Fragment {
  const name = calledName(t.statement, call);
  const [value, ignore] = argumentsOf(call);
  if (!value || childOf(call, NodeKind.FilterClause))
    throw notSupported(t.statement, call, `this form of ${name}`);
  const list = childOf(call, NodeKind.Arguments);
  const words = [...ownTokens(t.statement, call), ...(list ? ownTokens(t.statement, list) : [])];
  const ignoresNulls =
    words.includes(T.IGNORE) || (ignore !== undefined && /^true$/i.test(textOf(t.statement, ignore)));
  const isLast = name.startsWith('last');
  const emitted = t.emit(value);
  if (childOf(call, NodeKind.OverClause)) {
    const nulls = ignoresNulls ? ' IGNORE NULLS' : '';
    return rebuilt(t, call, t.make(call)`${isLast ? 'last_value' : 'first_value'}(${emitted}${nulls})`);
  }
  const filter = ignoresNulls ? t.make(call)` FILTER (WHERE ${emitted} IS NOT NULL)` : t.make(call)``;
  return t.make(call)`${isLast ? 'last' : 'first'}(${emitted})${filter}`;
}

/** The estimate of a sketch of the same query is the exact count; a sketch by itself is Spark's own. */
function sketchedCount(t: Translation, call: SyntaxNode): Fragment {
  const [sketch] = argumentsOf(call);
  if (sketch?.kind !== NodeKind.FunctionCall || calledName(t.statement, sketch) !== 'hll_sketch_agg')
    throw notSupported(t.statement, call, 'the estimate of a sketch that is stored');
  const [value] = argumentsOf(sketch);
  if (!value) throw notSupported(t.statement, call, 'a sketch of nothing');
  // An empty text is no value to a sketch.
  const counted = isScalar(t.environment.typeOf(value), 'string')
    ? t.make(value)`nullif(${t.emit(value)}, '')`
    : t.emit(value);
  return rebuilt(t, sketch, t.make(call)`count(DISTINCT ${counted})${filterOf(t, sketch)}`);
}
