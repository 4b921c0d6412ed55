import { childOf } from './node';
import { NodeKind } from './nodeKind';
import { TokenKind } from './tokenKind';
import type { PlacedStatement, SyntaxProblem, SyntaxTree } from './tree';

/**
 * Statements that end only because the next one begins; offsets count in the file. Whether the `;` is missing
 * depends on what follows, so it is no problem of the statement itself. One that has a mistake of its own is left
 * out: it may just be unfinished.
 */
export function missingSemicolons(tree: SyntaxTree): readonly SyntaxProblem[] {
  const filled = tree.statements.filter(({ statement }) => statement.root.end > 0);
  return filled.slice(1).flatMap((next, at) => {
    const before = filled[at] as PlacedStatement;
    return isOpen(before) ? missing(before, next) : [];
  });
}

function isOpen({ statement }: PlacedStatement): boolean {
  const { root, tokens, problems } = statement;
  if (tokens.kinds[root.end - 1] === TokenKind.Semicolon) return false;
  return (
    childOf(root, NodeKind.Block) === undefined && !problems.some(({ severity }) => severity === 'error')
  );
}

function missing(before: PlacedStatement, next: PlacedStatement): SyntaxProblem {
  const start = next.offset + startOf(next, next.statement.root.first);
  const end = next.offset + startOf(next, next.statement.root.first + 1);
  const behind = before.offset + startOf(before, before.statement.root.end);
  const word = next.statement.text.slice(start - next.offset, end - next.offset);
  return {
    range: { start, end },
    code: 'syntax',
    severity: 'error',
    message: `; is missing before ${word}`,
    fix: { title: 'Insert ;', range: { start: behind, end: behind }, text: ';' },
  };
}

function startOf({ statement }: PlacedStatement, token: number): number {
  return statement.tokens.starts[token] as number;
}
