import type { SyntaxNode } from '../../../sql/node';
import type { Fragment } from '../fragment';
import { argumentsOf, calledName } from '../nodes';
import { analysisError } from '../refusal';
import type { Translation } from '../translation';
import type { FunctionRule, FunctionTable } from './functionRule';
import type { SegmentColumns } from '../segments';
import { overRows, upToHere } from './wholeWindow';

/**
 * Sessions: each function says of the row `__place`, whose partition so far is `__seen`, whether it opens one. The first
 * row always does.
 */
export const sessionFunctions: FunctionTable = [
  [
    'sess_timeout',
    sessions((t, call, seconds) => ({
      item: 'NULL',
      opens: t.make(
        call,
      )`__seen[__place].moment - __seen[__place - 1].moment > CAST(${seconds} AS BIGINT) * 1000000`,
    })),
  ],
  [
    'sess_start_if',
    sessions((t, call, test) => ({ item: test, opens: t.make(call)`coalesce(__seen[__place].test, false)` })),
  ],
  [
    'sess_end_if',
    sessions((t, call, test) => ({
      item: test,
      opens: t.make(call)`coalesce(__seen[__place - 1].test, false)`,
    })),
  ],
];

interface SessionRule {
  /** What is kept of each row as `test`. */
  readonly item: Fragment | string;
  readonly opens: Fragment;
}

/** Whole seconds since the row before, the number of the session, whether it opens here, and the place in it. */
function sessions(
  ruleOf: (t: Translation, call: SyntaxNode, argument: Fragment) => SessionRule,
): FunctionRule {
  return (t, call) => {
    const [time, argument, ...more] = argumentsOf(call);
    const name = calledName(t.statement, call);
    if (!time || !argument || more.length > 0)
      throw analysisError(t.statement, call, `${name} needs a time and one more argument`);
    const steps = t.segments.get(call);
    if (steps) return sessionOf(t, call, steps);
    const { item, opens } = ruleOf(t, call, t.emit(argument));
    const rows = t.make(
      call,
    )`list({moment: epoch_us(${t.emit(time)}), test: ${item}}) ${overRows(t, call, { frame: upToHere })}`;
    const starts = t.make(
      call,
    )`list_filter(range(1, len(__seen) + 1), lambda __place: __place = 1 OR ${opens})`;
    const result = t.make(call)`{
      timestamp_diff: coalesce((__seen[-1].moment - __seen[-2].moment) // 1000000, 0),
      num: CAST(len(__starts) AS INTEGER),
      is_new: __starts[-1] = len(__seen),
      depth: CAST(len(__seen) - __starts[-1] + 1 AS INTEGER)}`;
    return t.make(
      call,
    )`list_transform([${rows}], lambda __seen: list_transform([${starts}], lambda __starts: ${result})[1])[1]`;
  };
}

function sessionOf(t: Translation, call: SyntaxNode, steps: SegmentColumns): Fragment {
  const { place, gap, opens, number, start } = steps;
  return t.make(call)`{
    timestamp_diff: coalesce(${gap} // 1000000, 0),
    num: CAST(${number} AS INTEGER),
    is_new: ${opens},
    depth: CAST(${place} - ${start} + 1 AS INTEGER)}`;
}
