import { childOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { textOf } from '../../../sql/tree';
import { joined, nothing, type Fragment } from '../fragment';
import { argumentsOf, calledName, ownTokens, stringValue, wholeNumber } from '../nodes';
import { analysisError, notSupported } from '../refusal';
import type { Translation } from '../translation';
import { attributionFunctions } from './attributionFunctions';
import { each, type FunctionTable } from './functionRule';
import { sessionFunctions } from './sessionFunctions';

export const windowFunctions: FunctionTable = [
  ...each('row_number rank dense_rank percent_rank cume_dist ntile', (t, call) => t.copy(call)),
  ...each('lag lead nth_value', withNullTreatment),
  ...each('time_between_previous_match time_between_next_match', timeBetween),
  ...each('previous next', neighbour),
  ...sessionFunctions,
  ...attributionFunctions,
];

/** Spark writes IGNORE NULLS behind the brackets, DuckDB within them. */
function withNullTreatment(t: Translation, call: SyntaxNode): Fragment {
  const words = ownTokens(t.statement, call);
  if (!words.includes(T.IGNORE)) return t.copy(call);
  const over = childOf(call, NodeKind.OverClause);
  if (!over) throw notSupported(t.statement, call, calledName(t.statement, call));
  const args = argumentsOf(call).map((argument) => t.emit(argument));
  const list = joined(args.flatMap((arg, index) => (index === 0 ? [arg] : [t.make(call)`, `, arg])));
  return t.make(call)`${calledName(t.statement, call)}(${list} IGNORE NULLS) ${t.emit(over)}`;
}

const microseconds: Readonly<Record<string, string>> = {
  seconds: '1000000',
  minutes: '60000000',
  hours: '3600000000',
  days: '86400000000',
};

/**
 * TIME_BETWEEN_PREVIOUS_MATCH(time, condition, unit): whole units since the last row of the frame that matches, and
 * for NEXT, not above 0, up to the first one; null where none does.
 */
function timeBetween(t: Translation, call: SyntaxNode): Fragment {
  const [time, condition, unit] = argumentsOf(call);
  const over = childOf(call, NodeKind.OverClause);
  const name = calledName(t.statement, call);
  if (!time || !condition || !over)
    throw analysisError(t.statement, call, `${name} needs a time, a condition and OVER`);
  const perUnit = microseconds[(unit ? (stringValue(t.statement, unit) ?? '') : 'seconds').toLowerCase()];
  if (perUnit === undefined) {
    throw analysisError(t.statement, unit ?? call, `${name} takes 'days', 'hours', 'minutes' or 'seconds'`);
  }
  const at = t.emit(time);
  const edge = name.includes('previous') ? 'last_value' : 'first_value';
  const match = t.make(
    call,
  )`${edge}(CASE WHEN ${t.emit(condition)} THEN epoch_us(${at}) END IGNORE NULLS) ${t.emit(over)}`;
  return t.make(call)`CAST(trunc((epoch_us(${at}) - ${match}) / ${perUnit}) AS DOUBLE)`;
}

/** PREVIOUS(key, shift, ignoreNulls) and NEXT: a struct with the value, null where there is no such row. */
function neighbour(t: Translation, call: SyntaxNode): Fragment {
  const [key, shift, ignoreNulls] = argumentsOf(call);
  const name = calledName(t.statement, call);
  const over = childOf(call, NodeKind.OverClause);
  const window = over && childOf(over, NodeKind.WindowSpec);
  if (!key || !window) throw analysisError(t.statement, call, `${name} needs a key and OVER ( ... )`);
  const distance = shift ? wholeNumber(t.statement, shift) : 1n;
  if (distance === undefined)
    throw notSupported(t.statement, call, `${name} with a shift that is not a number`);
  const nulls = ignoreNulls && /^true$/i.test(textOf(t.statement, ignoreNulls)) ? ' IGNORE NULLS' : '';
  const rows = t.copyWithout(window, ({ kind }) => kind === NodeKind.WindowFrame);
  const lookup = name === 'previous' ? 'lag' : 'lead';
  // The struct itself is looked up, so that it is null where there is no row; with nulls passed over the key decides.
  const item =
    nulls === ''
      ? t.make(call)`{value: ${t.emit(key)}}`
      : t.make(call)`CASE WHEN ${t.emit(key)} IS NOT NULL THEN {value: ${t.emit(key)}} END`;
  return joined([t.make(call)`${lookup}(${item}, ${String(distance)}${nulls}) OVER ${rows}`, nothing]);
}
