import type { SyntaxNode } from '../sql/node';
import { rangeOf, type Statement } from '../sql/tree';

/** The parser found an error in or at the edge of a node, so that parts of it may be missing from the tree. */
export function isDamaged(statement: Statement, node: SyntaxNode): boolean {
  if (statement.problems.length === 0) return false;
  const { start, end } = rangeOf(statement, node);
  return statement.problems.some(
    (problem) => problem.severity === 'error' && problem.range.end >= start && problem.range.start <= end,
  );
}
