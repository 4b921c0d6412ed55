import type { SyntaxNode } from '../../sql/node';
import { TokenKind as T } from '../../sql/tokenKind';
import { textOf, tokenText } from '../../sql/tree';
import { expressionsIn } from '../expressionKinds';
import * as is from '../types/builtinTypes';
import { numberType } from '../types/literalType';
import type { Walker } from '../walker';
import type { Scope, Typed } from '../model';

export function literalType(walker: Walker, node: SyntaxNode): Typed {
  const { statement } = walker;
  switch (statement.tokens.kinds[node.first] as T) {
    case T.Number:
      return { type: numberType(tokenText(statement, node.first)), nullable: false };
    case T.TRUE:
    case T.FALSE:
      return { type: is.boolean, nullable: false };
    case T.NULL:
      return { type: is.nothing, nullable: true };
    case T.DATE:
      return { type: is.date, nullable: false };
    case T.TIMESTAMP:
    case T.TIMESTAMP_LTZ:
      return { type: is.timestamp, nullable: false };
    case T.String:
    case T.DoubleQuoted:
      return { type: /^x'/i.test(textOf(statement, node)) ? is.binary : is.string, nullable: false };
    case T.Minus:
      return { type: numberType(tokenText(statement, node.end - 1)), nullable: false };
    default:
      return { type: is.unknown, nullable: true };
  }
}

const units = ['year', 'month', 'day', 'hour', 'minute', 'second'];
const parts: Readonly<Record<string, readonly string[]>> = {
  quarter: ['month'],
  week: ['day'],
  millisecond: ['second'],
  microsecond: ['second'],
};

/** An interval's type names its largest and smallest unit: `interval day to second`, `interval month`. */
export function intervalType(walker: Walker, node: SyntaxNode, scope: Scope): Typed {
  for (const child of expressionsIn(node)) walker.expression(child, scope);
  const words =
    textOf(walker.statement, node)
      .toLowerCase()
      .match(/[a-z]+/g) ?? [];
  const named = words
    .map((word) => word.replace(/s$/, ''))
    .flatMap((word) => parts[word] ?? (units.includes(word) ? [word] : []))
    .sort((a, b) => units.indexOf(a) - units.indexOf(b));
  const [first, last] = [named[0], named.at(-1)];
  if (!first || !last) return { type: is.interval(''), nullable: false };
  return { type: is.interval(first === last ? first : `${first} to ${last}`), nullable: false };
}
