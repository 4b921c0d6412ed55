import { expect } from 'vitest';
import { NodeKind } from '../../server/sql/nodeKind';
import type { SyntaxNode } from '../../server/sql/node';
import type { TokenKind } from '../../server/sql/tokenKind';
import { isTrivia } from '../../server/sql/tokenKind';
import type { Statement, SyntaxTree } from '../../server/sql/tree';

/** What holds for every tree of every text. */
export function checkTree(tree: SyntaxTree, text: string): void {
  expect(tree.text).toBe(text);
  expect(tree.statements.length).toBeGreaterThan(0);
  let offset = 0;
  for (const placed of tree.statements) {
    if (placed.offset !== offset) expect.fail(`a statement starts at ${placed.offset}, not at ${offset}`);
    checkStatement(placed.statement);
    offset += placed.statement.text.length;
  }
  expect(tree.statements.map(({ statement }) => statement.text).join('')).toBe(text);
}

/** What holds for every statement; returns quietly, and fails with the statement's text. */
export function checkStatement(statement: Statement): void {
  const complain = (what: string): never => expect.fail(`${what}\n${statement.text}`);
  const { tokens, text, root, problems } = statement;
  if (tokens.kinds.length !== tokens.count || tokens.starts.length !== tokens.count + 1)
    complain('token arrays');
  if (tokens.count > 0 && tokens.starts[0] !== 0) complain('first token');
  if (tokens.starts[tokens.count] !== text.length) complain('last token');
  for (let at = 0; at < tokens.count; at++) {
    if ((tokens.starts[at + 1] as number) <= (tokens.starts[at] as number)) complain(`token ${at} is empty`);
  }
  checkNode(statement, root, complain);
  for (const { range, message } of problems) {
    if (range.start < 0 || range.end > text.length || range.start > range.end)
      complain(`range of "${message}"`);
    if (message.includes('cannot go on')) complain('the parser was stuck');
  }
}

function checkNode(statement: Statement, root: SyntaxNode, complain: (what: string) => never): void {
  const { kinds } = statement.tokens;
  const isSignificant = (at: number): boolean =>
    at >= 0 && at < kinds.length && !isTrivia(kinds[at] as TokenKind);
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const name = NodeKind[node.kind];
    if (node.end < node.first) complain(`${name} ends before it starts`);
    if (node.end > node.first && !(isSignificant(node.first) && isSignificant(node.end - 1))) {
      complain(`${name} starts or ends with trivia`);
    }
    let at = node.first;
    for (const child of node.children) {
      if (child.parent !== node) complain(`the parent of ${NodeKind[child.kind]}`);
      if (child.first < at || child.end > node.end) complain(`${NodeKind[child.kind]} lies outside ${name}`);
      at = child.end;
      waiting.push(child);
    }
  }
}
