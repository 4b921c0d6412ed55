import { NodeKind } from '../nodeKind';
import type { Parser } from '../parser';
import { isKeyword, TokenKind as T } from '../tokenKind';
import { intervalMistake } from './intervalMistake';
import { isImpossibleTime } from './isImpossibleTime';
import { isStandIn } from './names';

/** number | string+ | TRUE | FALSE | NULL */
export function literal(p: Parser): void {
  const mark = p.open();
  const isText = p.kind === T.String && !isHex(p);
  p.bump();
  if (isText) while (p.kind === T.String && !isHex(p)) p.bump();
  p.close(mark, NodeKind.Literal);
}

/** X'1F' */
function isHex(p: Parser): boolean {
  const first = p.word().charCodeAt(0);
  return first === 0x58 || first === 0x78;
}

/** One string, or what stands for one. */
export function text(p: Parser, what: string): void {
  if (p.kind === T.String || p.kind === T.DoubleQuoted) p.leaf(NodeKind.Literal);
  else if (isStandIn(p.kind)) p.rules.operand(p);
  else p.expected(what);
}

/** The current token begins a typed literal, such as DATE '2024-01-01'. */
export function isTypedLiteral(p: Parser): boolean {
  switch (p.kind) {
    case T.DATE:
    case T.TIME:
    case T.TIMESTAMP:
    case T.TIMESTAMP_LTZ:
    case T.TIMESTAMP_NTZ:
      return p.nth(1) === T.String || p.nth(1) === T.DoubleQuoted;
    default:
      return false;
  }
}

/** (DATE | TIMESTAMP | TIMESTAMP_LTZ | TIMESTAMP_NTZ) string */
export function typedLiteral(p: Parser): void {
  const mark = p.open();
  if (p.kind === T.TIME) p.mistake('There are no values of type TIME; use TIMESTAMP, or a string', p.range());
  p.bump();
  if (isImpossibleTime(p.word().slice(1, -1)))
    p.mistake(`There is no such day or time: ${p.word()}`, p.range());
  p.bump();
  p.close(mark, NodeKind.Literal);
}

/** INTERVAL begins an interval here; without a value after it, it is a name. */
export function isInterval(p: Parser): boolean {
  const next = p.nth(1);
  if (next === T.OpenParen) return isUnit(p, p.afterBracket(1));
  return isIntervalValue(next === T.Minus || next === T.Plus ? p.nth(2) : next);
}

function isIntervalValue(kind: T): boolean {
  return (
    kind === T.String ||
    kind === T.Number ||
    kind === T.DoubleQuoted ||
    kind === T.Positional ||
    isStandIn(kind)
  );
}

/** INTERVAL (Expr unit (TO unit)?)+ | INTERVAL string */
export function interval(p: Parser): void {
  const mark = p.open();
  p.bump();
  do {
    const range = p.range();
    const isNumber = p.kind === T.Number || p.nth(1) === T.Number || isBareNumber(p);
    const written = writtenValue(p);
    intervalValue(p);
    if (!isUnit(p, 0)) {
      if (isNumber) p.expected('a unit such as DAY');
      break;
    }
    const mistake = intervalMistake(written, ...intervalUnits(p));
    if (mistake) p.mistake(mistake, range);
  } while (continuesInterval(p));
  p.close(mark, NodeKind.Interval);
}

/** The string of the value, which may have its sign before it. */
function writtenValue(p: Parser): string | undefined {
  const distance = p.kind === T.Minus || p.kind === T.Plus ? 1 : 0;
  const kind = p.nth(distance);
  return kind === T.String || kind === T.DoubleQuoted ? p.word(distance).slice(1, -1) : undefined;
}

/** unit (TO unit)?; gives both in capitals. */
function intervalUnits(p: Parser): [from: string, to: string | undefined] {
  const from = p.word().toUpperCase();
  p.bump();
  if (!p.eat(T.TO)) return [from, undefined];
  if (!isUnit(p, 0)) {
    p.expected('a unit such as SECOND');
    return [from, undefined];
  }
  const to = p.word().toUpperCase();
  p.bump();
  return [from, to];
}

/** A string with nothing but a number, which says no unit. */
function isBareNumber(p: Parser): boolean {
  return p.is(T.String) && /^'\s*[+-]?\d+\s*'$/.test(p.word());
}

/** (- | +)? Expr */
function intervalValue(p: Parser): void {
  const mark = p.open();
  const signed = p.eat(T.Minus) || p.eat(T.Plus);
  if (p.is(T.DoubleQuoted) || p.is(T.String)) p.leaf(NodeKind.Literal);
  else p.rules.operand(p, 'the length of the interval');
  if (signed) p.close(mark, NodeKind.Unary);
  else p.drop(mark);
}

/** Another value with its unit follows: `1 DAY 2 HOURS`. */
function continuesInterval(p: Parser): boolean {
  const signed = p.kind === T.Minus || p.kind === T.Plus ? 1 : 0;
  const value = p.nth(signed);
  return (value === T.Number || value === T.String) && isUnit(p, signed + 1);
}

function isUnit(p: Parser, distance: number): boolean {
  if (distance < 0) return false;
  const kind = p.nth(distance);
  return (kind === T.Identifier || isKeyword(kind)) && units.has(p.word(distance).toUpperCase());
}

const units: ReadonlySet<string> = new Set(
  [
    'YEAR',
    'QUARTER',
    'MONTH',
    'WEEK',
    'DAY',
    'HOUR',
    'MINUTE',
    'SECOND',
    'MILLISECOND',
    'MICROSECOND',
    'NANOSECOND',
  ]
    .flatMap((unit) => [unit, `${unit}S`])
    .concat('MIN', 'MINS', 'SEC', 'SECS'),
);
