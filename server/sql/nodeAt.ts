import type { SyntaxNode } from './node';
import type { Statement } from './tree';

/** The token that covers an offset of the statement's text; at the very end the last one, -1 when there is none. */
export function tokenAt(statement: Statement, offset: number): number {
  const { starts, count } = statement.tokens;
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return count === 0 ? -1 : low;
}

/** The innermost node that covers a token. */
export function nodeOfToken(root: SyntaxNode, token: number): SyntaxNode {
  let node = root;
  for (;;) {
    const inner = node.children.find((child) => child.first <= token && token < child.end);
    if (!inner) return node;
    node = inner;
  }
}
