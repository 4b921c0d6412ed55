import { childOf, type SyntaxNode } from '../../sql/node';
import { NodeKind } from '../../sql/nodeKind';
import { isTrivia, TokenKind } from '../../sql/tokenKind';
import { textOf, type Statement } from '../../sql/tree';
import { sparkString } from './sparkString';

/** The name that a Name node stands for, without quotes. */
export function nameOf(statement: Statement, node: SyntaxNode): string {
  const text = textOf(statement, node);
  return /^["`]/.test(text) ? sparkString(text) : text;
}

/** The names of a QualifiedName or Path. */
export function namesOf(statement: Statement, node: SyntaxNode): readonly string[] {
  return node.children.filter(({ kind }) => kind === NodeKind.Name).map((name) => nameOf(statement, name));
}

/** The kinds of the tokens of the node that are its own, not a child's, and no trivia. */
export function ownTokens(statement: Statement, node: SyntaxNode): readonly TokenKind[] {
  const { kinds } = statement.tokens;
  const own: TokenKind[] = [];
  let child = 0;
  for (let at = node.first; at < node.end; at++) {
    const next = node.children[child];
    if (next && at >= next.first) {
      at = Math.max(at, next.end) - 1;
      child++;
      if (next.end === next.first) at--;
    } else if (!isTrivia(kinds[at] as TokenKind)) own.push(kinds[at] as TokenKind);
  }
  return own;
}

/** The name of the function that is called, in lower case. */
export function calledName(statement: Statement, call: SyntaxNode): string {
  const name = childOf(call, NodeKind.QualifiedName);
  return name ? namesOf(statement, name).join('.').toLowerCase() : '';
}

/** The arguments of a call, without an ORDER BY among them. */
export function argumentsOf(call: SyntaxNode): readonly SyntaxNode[] {
  const list = childOf(call, NodeKind.Arguments);
  return list?.children.filter(({ kind }) => kind !== NodeKind.OrderByClause) ?? [];
}

/** What a literal string stands for; `undefined` for other nodes. */
export function stringValue(statement: Statement, node: SyntaxNode | undefined): string | undefined {
  if (node?.kind !== NodeKind.Literal) return undefined;
  const { kinds, starts } = statement.tokens;
  let value: string | undefined;
  for (let at = node.first; at < node.end; at++) {
    if (isTrivia(kinds[at] as TokenKind)) continue;
    if (kinds[at] !== TokenKind.String) return undefined;
    value = (value ?? '') + sparkString(statement.text.slice(starts[at], starts[at + 1]));
  }
  return value;
}

/** The value of a literal whole number, with its sign; `undefined` for other nodes. */
export function wholeNumber(statement: Statement, node: SyntaxNode | undefined): bigint | undefined {
  if (!node) return undefined;
  const text = textOf(statement, node).replace(/\s/g, '');
  return /^[+-]?\d+$/.test(text) ? BigInt(text) : undefined;
}
