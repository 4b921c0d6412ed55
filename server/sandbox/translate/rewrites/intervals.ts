import { scalar } from '../../../catalog/typeText';
import type { SyntaxNode } from '../../../sql/node';
import { isTrivia, type TokenKind as T } from '../../../sql/tokenKind';
import { tokenText } from '../../../sql/tree';
import { quoted } from '../../store/sqlText';
import { isInterval, isScalar, isVoid } from '../duckdbType';
import { separated, type Fragment } from '../fragment';
import { stringValue } from '../nodes';
import { notSupported } from '../refusal';
import type { Translation } from '../translation';

/** INTERVAL with one value and its unit, several of them, or a text of several units: '1 02:03:04' DAY TO SECOND. */
export function interval(t: Translation, node: SyntaxNode): Fragment {
  const words = unitWords(t, node);
  const [value] = node.children;
  if (!value) throw notSupported(t.statement, node, 'an interval of this form');
  if (words[1] === 'to') return span(t, node, value, [words[0] as string, words[2] ?? '']);
  if (words.length !== Math.max(node.children.length, words.length === 0 ? 0 : 1))
    throw notSupported(t.statement, node, 'an interval of this form');
  const parts = node.children.map((child, index) => part(t, child, words[index]));
  const at = t.statement.tokens.starts[node.first] as number;
  return parts.length === 1 ? (parts[0] as Fragment) : t.make(node)`(${separated(parts, ' + ', at)})`;
}

function part(t: Translation, value: SyntaxNode, word: string | undefined): Fragment {
  const text = stringValue(t.statement, value);
  const unit = word === undefined ? '' : ` ${word}`;
  return text === undefined
    ? t.make(value)`INTERVAL (${t.emit(value)})${unit}`
    : t.make(value)`INTERVAL ${quoted(text)}${unit}`;
}

/** The words behind INTERVAL that are not its values, in lower case. */
function unitWords(t: Translation, node: SyntaxNode): readonly string[] {
  const words: string[] = [];
  for (let at = node.first + 1; at < node.end; at++) {
    const isValue = node.children.some((child) => at >= child.first && at < child.end);
    if (!isValue && !isTrivia(t.statement.tokens.kinds[at] as T))
      words.push(tokenText(t.statement, at).toLowerCase());
  }
  return words;
}

const dayTime = ['day', 'hour', 'minute', 'second'];
const microsOf = [86_400_000_000n, 3_600_000_000n, 60_000_000n, 1_000_000n];

/** The digits of an interval from one unit to another. */
function span(
  t: Translation,
  node: SyntaxNode,
  value: SyntaxNode,
  [first, last]: readonly [string, string],
): Fragment {
  const text = stringValue(t.statement, value)?.trim() ?? '';
  const sign = text.startsWith('-') ? -1n : 1n;
  const [from, to] = [dayTime.indexOf(first), dayTime.indexOf(last)];
  const [whole = '', fraction = ''] = text.replace(/^[+-]/, '').split('.');
  const counts = whole.split(/[- :]/);
  const width = first === 'year' ? 2 : to - from + 1;
  const isRead =
    counts.length === width && counts.every((count) => /^\d+$/.test(count)) && /^\d{0,9}$/.test(fraction);
  if (!isRead || (first === 'year' ? last !== 'month' : from < 0 || to < from))
    throw notSupported(t.statement, node, 'an interval of this form');
  const numbers = counts.map(BigInt);
  if (first === 'year') {
    const months = sign * ((numbers[0] as bigint) * 12n + (numbers[1] as bigint));
    return t.make(node)`to_months(${String(months)})`;
  }
  const micros = numbers.reduce((sum, count, index) => sum + count * (microsOf[from + index] as bigint), 0n);
  const parts = BigInt(fraction.slice(0, 6).padEnd(6, '0'));
  return t.make(node)`to_microseconds(${String(sign * (micros + parts))})`;
}

/** The text that Spark gives to an interval. */
export function intervalText(t: Translation, node: SyntaxNode, value: Fragment, type: string): Fragment {
  return t.make(node)`spark.interval_text(${value}, ${quoted(type)})`;
}

/** Operations with intervals; `undefined` for others. */
export function intervalArithmetic(
  t: Translation,
  node: SyntaxNode,
  sign: string,
  [left, right]: readonly [SyntaxNode, SyntaxNode],
): Fragment | undefined {
  const [type, a, b] = [node, left, right].map((each) => t.environment.typeOf(each));
  if (isScalar(type, 'string') && (isInterval(a) || isInterval(b)))
    return movedText(t, node, sign, [left, right]);
  if (!isInterval(type)) return undefined;
  if (isVoid(a) || isVoid(b)) return t.make(node)`CAST(NULL AS INTERVAL)`;
  if (sign === '*' || sign === '/') {
    const [span, factor] = isInterval(a) ? [left, right] : [right, left];
    return scaled(t, node, sign, [span, factor]);
  }
  if (isInterval(a)) return undefined;
  return type.text === 'interval day'
    ? t.make(
        node,
      )`to_days(CAST(${t.emitAs(left, scalar('date'))} - ${t.emitAs(right, scalar('date'))} AS INTEGER))`
    : t.make(node)`(${t.emitAs(left, scalar('timestamp'))} - ${t.emitAs(right, scalar('timestamp'))})`;
}

/** A time that is read from a text and moved is a text again. */
function movedText(
  t: Translation,
  node: SyntaxNode,
  sign: string,
  operands: readonly [SyntaxNode, SyntaxNode],
): Fragment {
  const [a, b] = operands.map((operand) =>
    isInterval(t.environment.typeOf(operand)) ? t.emit(operand) : t.emitAs(operand, scalar('timestamp')),
  ) as [Fragment, Fragment];
  return t.make(node)`spark.to_string(${a} ${sign} ${b})`;
}

/** Months and microseconds are whole: half of one is one. */
function scaled(
  t: Translation,
  node: SyntaxNode,
  sign: '*' | '/',
  [span, factor]: readonly [SyntaxNode, SyntaxNode],
): Fragment {
  const type = t.environment.typeOf(node);
  const value = t.emit(span);
  const by = t.emitAs(factor, scalar('double'));
  if (!isInterval(type) || type.text === 'interval')
    throw notSupported(t.statement, node, 'an interval of months and days that is multiplied or divided');
  return /year|month/.test(type.text)
    ? t.make(node)`to_months(CAST(round(spark.months_in(${value}) ${sign} ${by}) AS INTEGER))`
    : t.make(node)`to_microseconds(CAST(round(spark.micros_in(${value}) ${sign} ${by}) AS BIGINT))`;
}
