import type { SyntaxNode } from '../../server/sql/node';
import { NodeKind } from '../../server/sql/nodeKind';
import type { Statement, SyntaxProblem, SyntaxTree } from '../../server/sql/tree';

/** In what two trees differ that should be the same; undefined when in nothing. */
export function treeDifference(one: SyntaxTree, other: SyntaxTree): string | undefined {
  if (one.text !== other.text) return 'the texts differ';
  if (one.statements.length !== other.statements.length) {
    return `there are ${one.statements.length} and ${other.statements.length} statements`;
  }
  for (const [at, placed] of one.statements.entries()) {
    const beside = other.statements[at] as typeof placed;
    if (placed.offset !== beside.offset)
      return `statement ${at} starts at ${placed.offset} and ${beside.offset}`;
    const difference = statementDifference(placed.statement, beside.statement);
    if (difference !== undefined) return `statement ${at}: ${difference}`;
  }
  return undefined;
}

/** In what two statements differ. */
export function statementDifference(one: Statement, other: Statement): string | undefined {
  if (one === other) return undefined;
  if (one.text !== other.text) return 'the texts differ';
  if (!sameNumbers(one.tokens.kinds, other.tokens.kinds)) return 'the kinds of the tokens differ';
  if (!sameNumbers(one.tokens.starts, other.tokens.starts)) return 'the tokens start at other places';
  const problems = problemsText(one.problems);
  const others = problemsText(other.problems);
  if (problems !== others) return `the problems differ: ${problems} and ${others}`;
  return nodeDifference(one.root, other.root);
}

function sameNumbers(one: ArrayLike<number>, other: ArrayLike<number>): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}

function problemsText(problems: readonly SyntaxProblem[]): string {
  return problems.length === 0 ? '' : JSON.stringify(problems);
}

function nodeDifference(one: SyntaxNode, other: SyntaxNode): string | undefined {
  const waiting: SyntaxNode[] = [one, other];
  for (;;) {
    const right = waiting.pop();
    const left = waiting.pop();
    if (!left || !right) return undefined;
    if (
      left.kind !== right.kind ||
      left.first !== right.first ||
      left.end !== right.end ||
      left.children.length !== right.children.length
    ) {
      return `${NodeKind[left.kind]} and ${NodeKind[right.kind]} at token ${left.first} differ`;
    }
    for (const [at, child] of left.children.entries()) waiting.push(child, right.children[at] as SyntaxNode);
  }
}
