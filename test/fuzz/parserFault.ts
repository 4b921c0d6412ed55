import { parse, parseStatement, reparse } from '../../server/sql/parse';
import type { Statement, SyntaxTree } from '../../server/sql/tree';
import { statementDifference, treeDifference } from '../support/treeDifference';
import { treeFault } from '../support/treeFault';

/** What is wrong with a tree that a change made: in itself, or beside the tree of the same text read afresh. */
export function editedTreeFault(
  tree: SyntaxTree,
  text: string,
  isComparedAfresh: boolean,
): string | undefined {
  return treeFault(tree, text) ?? (isComparedAfresh ? treeDifference(tree, parse(text)) : undefined);
}

const right = new WeakSet<Statement>();

/** A statement is a value of its text alone; one that was found right is not looked at again. */
export function statementsFault(tree: SyntaxTree): string | undefined {
  for (const { statement } of tree.statements) {
    if (right.has(statement)) continue;
    right.add(statement);
    const difference = statementDifference(statement, parseStatement(statement.text));
    if (difference !== undefined) return `a statement alone is another: ${difference}`;
  }
  return undefined;
}

/** What goes wrong when `before` becomes `after`, a throw included; undefined when nothing. */
export function changeFault(before: string, after: string): string | undefined {
  try {
    const tree = reparse(parse(before), after);
    return editedTreeFault(tree, after, true) ?? statementsFault(tree);
  } catch (error) {
    return String(error);
  }
}
