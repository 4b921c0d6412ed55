import { scalar } from '../../../catalog/typeText';
import type { SyntaxNode } from '../../../sql/node';
import { textOf } from '../../../sql/tree';
import type { Fragment } from '../fragment';
import { argumentsOf, calledName } from '../nodes';
import { analysisError, notSupported } from '../refusal';
import type { Translation } from '../translation';
import type { FunctionRule, FunctionTable } from './functionRule';
import type { SegmentColumns } from '../segments';
import { expiresBefore } from './opensSegment';
import { overRows, upToHere, wholePartition, windowParts } from './wholeWindow';

/** Attribution: which channel a row is due to. A row whose channel has a value is a touch; all credit is one row's. */
export const attributionFunctions: FunctionTable = [
  ['attribution_first_touch', soFar('first_value')],
  ['attribution_last_touch', soFar('last_value')],
  ['attribution_first_touch_exp_timeout', firstWithin],
  ['attribution_last_touch_exp_timeout', lastWithin],
  ['attribution_first_touch_exp_if', firstInSegment],
  ['attribution_last_touch_exp_if', lastInSegment],
];

/** The first or the latest touch up to the row. */
function soFar(pick: 'first_value' | 'last_value'): FunctionRule {
  return (t, call) => {
    const { touch } = touchOf(t, call, { least: 3, most: 3, credit: 'fraction' });
    return t.make(call)`${pick}(${touch} IGNORE NULLS) ${overRows(t, call, { frame: upToHere })}`;
  };
}

/** The first touch of the so many seconds up to the row. */
function firstWithin(t: Translation, call: SyntaxNode): Fragment {
  const { touch, time, more } = touchOf(t, call, { least: 4, most: 4, credit: 'fraction' });
  const frame = `RANGE BETWEEN INTERVAL ${seconds(t, call, more[0])} SECONDS PRECEDING AND CURRENT ROW`;
  return t.make(call)`first_value(${touch} IGNORE NULLS) ${overRows(t, call, { frame, orderBy: time })}`;
}

/** The last touch of the so many seconds from the row on. */
function lastWithin(t: Translation, call: SyntaxNode): Fragment {
  const { touch, time, more } = touchOf(t, call, { least: 4, most: 4, credit: 'percentage' });
  const frame = `RANGE BETWEEN CURRENT ROW AND INTERVAL ${seconds(t, call, more[0])} SECONDS FOLLOWING`;
  return t.make(call)`last_value(${touch} IGNORE NULLS) ${overRows(t, call, { frame, orderBy: time })}`;
}

/** The first touch so far of the row's segment. */
function firstInSegment(t: Translation, call: SyntaxNode): Fragment {
  const { touch, more } = touchOf(t, call, { least: 4, most: 5, credit: 'fraction' });
  const steps = t.segments.get(call);
  if (steps) return t.make(call)`first_value(${touch} IGNORE NULLS) ${overSegment(t, call, steps, upToHere)}`;
  const rows = t.make(call)`${segmentItems(t, call, touch, more)} ${overRows(t, call, { frame: upToHere })}`;
  const start = t.make(
    call,
  )`list_filter(range(1, len(__rows) + 1), lambda __place: ${startsSegment(t, call, more)})[-1]`;
  return t.make(
    call,
  )`list_transform([${rows}], lambda __rows: list_filter(list_transform(__rows[${start}:], lambda __item: __item.touch), lambda __touch: __touch IS NOT NULL)[1])[1]`;
}

/** The last touch of the row's segment, which may come after the row. */
function lastInSegment(t: Translation, call: SyntaxNode): Fragment {
  const { touch, more } = touchOf(t, call, { least: 4, most: 5, credit: 'percentage' });
  const steps = t.segments.get(call);
  if (steps)
    return t.make(call)`last_value(${touch} IGNORE NULLS) ${overSegment(t, call, steps, wholePartition)}`;
  const rows = t.make(
    call,
  )`${segmentItems(t, call, touch, more)} ${overRows(t, call, { frame: wholePartition })}`;
  const here = t.make(call)`row_number() ${overRows(t, call, { frame: upToHere })}`;
  const starts = t.make(
    call,
  )`list_filter(range(1, len(__rows) + 1), lambda __place: ${startsSegment(t, call, more)})`;
  const first = t.make(call)`list_filter(__starts, lambda __start: __start <= ${here})[-1]`;
  const next = t.make(
    call,
  )`coalesce(list_filter(__starts, lambda __start: __start > ${here})[1], len(__rows) + 1)`;
  const touches = t.make(call)`list_transform(__rows[${first}:${next} - 1], lambda __item: __item.touch)`;
  return t.make(
    call,
  )`list_transform([${rows}], lambda __rows: list_transform([${starts}], lambda __starts: list_filter(${touches}, lambda __touch: __touch IS NOT NULL)[-1])[1])[1]`;
}

function segmentItems(
  t: Translation,
  call: SyntaxNode,
  touch: Fragment,
  [condition]: readonly SyntaxNode[],
): Fragment {
  return t.make(
    call,
  )`list({touch: ${touch}, ends: coalesce(${condition ? t.emit(condition) : 'false'}, false)})`;
}

/** The rows of the segment, as the steps before have cut them. */
function overSegment(
  t: Translation,
  call: SyntaxNode,
  { number, place }: SegmentColumns,
  frame: string,
): Fragment {
  const { partition } = windowParts(t, call);
  const keys = partition
    ? t.make(call)`${t.emit(partition)}, ${number}`
    : t.make(call)`PARTITION BY ${number}`;
  return t.make(call)`OVER (${keys} ORDER BY ${place} ${frame})`;
}

function startsSegment(t: Translation, call: SyntaxNode, [, before]: readonly SyntaxNode[]): Fragment {
  const place = expiresBefore(t, call, before) ? '__place' : '__place - 1';
  return t.make(call)`__place = 1 OR __rows[${place}].ends`;
}

interface Touch {
  /** A struct, null for a row that is none. */
  readonly touch: Fragment;
  readonly time: Fragment;
  readonly more: readonly SyntaxNode[];
}

function touchOf(
  t: Translation,
  call: SyntaxNode,
  form: { readonly least: number; readonly most: number; readonly credit: 'fraction' | 'percentage' },
): Touch {
  const args = argumentsOf(call);
  const [timeNode, name, value, ...more] = args;
  if (!timeNode || !name || !value || args.length < form.least || args.length > form.most)
    throw analysisError(
      t.statement,
      call,
      `${calledName(t.statement, call)} needs a time, the name of a channel and its value`,
    );
  const time = t.emit(timeNode);
  const channel = t.emitAs(value, scalar('string'));
  const touch = t.make(
    call,
  )`CASE WHEN ${channel} IS NOT NULL THEN {name: ${t.emit(name)}, value: CAST(${channel} AS VARCHAR), "timestamp": ${time}, ${form.credit}: CAST(1 AS DOUBLE)} END`;
  return { touch, time, more };
}

/** A whole number, or a product such as 86400 * 7. */
function seconds(t: Translation, call: SyntaxNode, node: SyntaxNode | undefined): string {
  const text = node ? textOf(t.statement, node).replace(/[\s()]/g, '') : '';
  if (/^\d+(\*\d+)*$/.test(text))
    return String(text.split('*').reduce((product, factor) => product * BigInt(factor), 1n));
  throw notSupported(
    t.statement,
    call,
    `${calledName(t.statement, call)} with a timeout that is not a number`,
  );
}
