import type { SyntaxNode } from '../../../sql/node';
import { textOf } from '../../../sql/tree';
import type { Fragment } from '../fragment';
import { argumentsOf, calledName } from '../nodes';
import { notSupported } from '../refusal';
import type { Translation } from '../translation';

/** Whether a row opens a segment, told from it and, with `before`, from the row before; the first row always does. */
type OpensSegment = (
  t: Translation,
  call: SyntaxNode,
  before: (value: Fragment) => Fragment,
) => Fragment | undefined;

const rules: Readonly<Record<string, OpensSegment>> = {
  sess_timeout: (t, call, before) => {
    const [time, seconds] = argumentsOf(call);
    if (!time || !seconds) return undefined;
    const moment = t.make(time)`epoch_us(${t.emit(time)})`;
    return t.make(call)`${moment} - ${before(moment)} > CAST(${t.emit(seconds)} AS BIGINT) * 1000000`;
  },
  sess_start_if: (t, call) => {
    const [, test] = argumentsOf(call);
    return test && t.emit(test);
  },
  sess_end_if: (t, call, before) => {
    const [, test] = argumentsOf(call);
    return test && before(t.emit(test));
  },
  attribution_first_touch_exp_if: afterConversion,
  attribution_last_touch_exp_if: afterConversion,
};

/** The rule of a function that cuts the rows of its window into segments. */
export function opensSegment(name: string): OpensSegment | undefined {
  return rules[name];
}

/** A segment ends with a row that meets the condition; with a true after it, it ends before that row. */
function afterConversion(
  t: Translation,
  call: SyntaxNode,
  before: (value: Fragment) => Fragment,
): Fragment | undefined {
  const [, , , condition, word] = argumentsOf(call);
  if (!condition) return undefined;
  return expiresBefore(t, call, word) ? t.emit(condition) : before(t.emit(condition));
}

/** The last argument of the functions whose touches expire by a condition. */
export function expiresBefore(t: Translation, call: SyntaxNode, before: SyntaxNode | undefined): boolean {
  const word = before ? textOf(t.statement, before).toLowerCase() : 'false';
  if (word !== 'true' && word !== 'false')
    throw notSupported(
      t.statement,
      call,
      `${calledName(t.statement, call)} with expBefore other than true or false`,
    );
  return word === 'true';
}
