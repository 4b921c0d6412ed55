import type { SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { textOf } from '../../../sql/tree';
import { isScalar, isVoid } from '../duckdbType';
import { joined, separated, type Fragment } from '../fragment';
import { ownTokens } from '../nodes';
import { notSupported } from '../refusal';
import type { Translation } from '../translation';
import { arithmetic, wholeQuotient, withoutOverflow } from './arithmetic';
import { comparison } from './comparison';

/** DIV is a macro, and `^` is XOR, where DuckDB raises to a power. */
export function binary(t: Translation, node: SyntaxNode): Fragment {
  const [left, right] = node.children;
  if (!left || !right) return t.copy(node);
  const operator = ownTokens(t.statement, node)[0] as T;
  switch (operator) {
    case T.DIV:
      return wholeQuotient(t, node, [left, right]);
    case T.Caret:
      typeNulls(t, node, [left, right]);
      return t.make(node)`xor(${t.emit(left)}, ${t.emit(right)})`;
    case T.Concat:
      return isScalar(t.environment.typeOf(node), 'string')
        ? t.make(node)`CAST((${t.emit(left)} || ${t.emit(right)}) AS VARCHAR)`
        : t.copy(node);
    case T.ShiftRightUnsigned:
      throw notSupported(t.statement, node, '>>>');
    case T.Ampersand:
    case T.Pipe:
      typeNulls(t, node, [left, right]);
      return t.copy(node);
    default:
      return (
        arithmetic(t, node, operator, [left, right]) ??
        comparison(t, node, operator, [left, right]) ??
        t.copy(node)
      );
  }
}

export function unary(t: Translation, node: SyntaxNode): Fragment {
  const [operand] = node.children;
  const operator = ownTokens(t.statement, node)[0];
  if (operand && operator !== T.NOT) typeNulls(t, node, [operand]);
  if (operand && operator === T.Bang) return t.make(node)`(NOT ${t.emit(operand)})`;
  const least = operator === T.Minus ? leastNumber(textOf(t.statement, node).replace(/\s/g, '')) : undefined;
  if (least !== undefined) return t.make(node)`${least}`;
  return operator === T.Minus && operand && operand.kind !== NodeKind.Literal
    ? withoutOverflow(t, node, operand, (value) => t.make(node)`-(${value})`)
    : t.copy(node);
}

/** The least number of a type: DuckDB sees a literal of the next wider type, and a minus. */
function leastNumber(text: string): string | undefined {
  if (text === '-2147483648') return 'CAST(-2147483648 AS INTEGER)';
  return /^-9223372036854775808L?$/i.test(text) ? `CAST('-9223372036854775808' AS BIGINT)` : undefined;
}

/** LIKE ANY (a, b) is LIKE a OR LIKE b, LIKE ALL the same with AND; NOT stands before each. */
function likeAny(t: Translation, node: SyntaxNode, words: readonly T[]): Fragment {
  const [value, ...rest] = node.children;
  const patterns = rest.flatMap((each) =>
    each.kind === NodeKind.Tuple || each.kind === NodeKind.Paren ? each.children : [each],
  );
  if (!value || patterns.length === 0) return t.copy(node);
  const sign = words.includes(T.ILIKE) ? 'ILIKE' : 'LIKE';
  const not = words.includes(T.NOT) ? 'NOT ' : '';
  const tests = patterns.map(
    (pattern) => t.make(node)`${t.emit(value)} ${not}${sign} ${t.emit(pattern)} ESCAPE '\\'`,
  );
  return t.make(
    node,
  )`(${separated(tests, words.includes(T.ALL) ? ' AND ' : ' OR ', t.statement.tokens.starts[node.first] as number)})`;
}

/** Gives nulls of no type the type of the result: DuckDB would take them for whole numbers. */
function typeNulls(t: Translation, node: SyntaxNode, operands: readonly SyntaxNode[]): void {
  const type = t.environment.typeOf(node);
  for (const operand of operands) {
    if (type && isVoid(t.environment.typeOf(operand))) t.expect(operand, type);
  }
}

/** RLIKE and REGEXP are a function of DuckDB; in LIKE a backslash escapes, which DuckDB must be told. */
export function like(t: Translation, node: SyntaxNode): Fragment {
  const [value, pattern, escape] = node.children;
  const words = ownTokens(t.statement, node);
  if (!value || !pattern) return t.copy(node);
  if (words.some((word) => word === T.ANY || word === T.ALL || word === T.SOME)) {
    return likeAny(t, node, words);
  }
  if (words.includes(T.RLIKE) || words.includes(T.REGEXP)) {
    const not = words[0] === T.NOT ? 'NOT ' : '';
    return t.make(node)`(${not}regexp_matches(${t.emit(value)}, ${t.emit(pattern)}))`;
  }
  const takesEscape = words.includes(T.LIKE) || words.includes(T.ILIKE);
  return escape || !takesEscape ? t.copy(node) : joined([t.copy(node), t.make(node)` ESCAPE '\\'`]);
}
