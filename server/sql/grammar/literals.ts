import { NodeKind } from '../nodeKind';
import type { Parser } from '../parser';
import { isKeyword, TokenKind as T } from '../tokenKind';
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

/** (DATE | TIME | TIMESTAMP | TIMESTAMP_LTZ | TIMESTAMP_NTZ) string */
export function typedLiteral(p: Parser): void {
  const mark = p.open();
  p.bump();
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
    const isNumber = p.kind === T.Number || p.nth(1) === T.Number;
    intervalValue(p);
    if (!isUnit(p, 0)) {
      if (isNumber) p.expected('a unit such as DAY');
      break;
    }
    p.bump();
    if (p.eat(T.TO)) {
      if (isUnit(p, 0)) p.bump();
      else p.expected('a unit such as SECOND');
    }
  } while (continuesInterval(p));
  p.close(mark, NodeKind.Interval);
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
