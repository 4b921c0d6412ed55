import type { SyntaxNode } from '../../server/sql/node';
import { NodeKind } from '../../server/sql/nodeKind';
import { isTrivia, type TokenKind } from '../../server/sql/tokenKind';
import type { Statement, SyntaxTree } from '../../server/sql/tree';

/** What is wrong with the tree of a text; every tree of every text gives undefined. */
export function treeFault(tree: SyntaxTree, text: string): string | undefined {
  if (tree.text !== text) return 'the tree has another text';
  if (tree.statements.length === 0) return 'the tree has no statement';
  let offset = 0;
  for (const placed of tree.statements) {
    if (placed.offset !== offset) return `a statement starts at ${placed.offset}, not at ${offset}`;
    const { statement } = placed;
    if (!text.startsWith(statement.text, offset)) return `the statement at ${offset} has another text`;
    const fault = statementFault(statement);
    if (fault !== undefined) return fault;
    offset += statement.text.length;
  }
  return offset === text.length ? undefined : `the statements end at ${offset}, not at ${text.length}`;
}

/** What is wrong with a statement. */
export function statementFault(statement: Statement): string | undefined {
  return tokensFault(statement) ?? nodesFault(statement) ?? problemsFault(statement);
}

function tokensFault({ tokens, text }: Statement): string | undefined {
  const { kinds, starts, count } = tokens;
  if (kinds.length !== count || starts.length !== count + 1)
    return 'the arrays of the tokens differ in length';
  if (count > 0 && starts[0] !== 0) return 'the first token does not start at 0';
  if (starts[count] !== text.length) return 'the last token does not end with the text';
  for (let at = 0; at < count; at++) {
    if ((starts[at + 1] as number) <= (starts[at] as number)) return `token ${at} is empty`;
  }
  return undefined;
}

function nodesFault({ root, tokens }: Statement): string | undefined {
  const { kinds, count } = tokens;
  const isSignificant = (at: number): boolean => at >= 0 && at < count && !isTrivia(kinds[at] as TokenKind);
  const waiting: SyntaxNode[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const { first, end, kind, children } = node;
    if (end < first) return `${NodeKind[kind]} ends before it starts`;
    if (end > first && !(isSignificant(first) && isSignificant(end - 1))) {
      return `${NodeKind[kind]} starts or ends with trivia`;
    }
    let at = first;
    for (const child of children) {
      if (child.parent !== node) return `${NodeKind[child.kind]} has another parent`;
      if (child.first < at || child.end > end)
        return `${NodeKind[child.kind]} lies outside ${NodeKind[kind]}`;
      at = child.end;
      waiting.push(child);
    }
  }
  return undefined;
}

function problemsFault({ problems, text }: Statement): string | undefined {
  for (const { range, message } of problems) {
    if (range.start < 0 || range.end > text.length || range.start > range.end) return `range of "${message}"`;
    if (message.includes('cannot go on')) return 'the parser was stuck';
  }
  return undefined;
}
