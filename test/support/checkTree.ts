import { expect } from 'vitest';
import type { Statement, SyntaxTree } from '../../server/sql/tree';
import { statementFault, treeFault } from './treeFault';

/** What holds for every tree of every text. */
export function checkTree(tree: SyntaxTree, text: string): void {
  const fault = treeFault(tree, text);
  if (fault !== undefined) expect.fail(`${fault}\n${text}`);
}

/** What holds for every statement; returns quietly, and fails with the statement's text. */
export function checkStatement(statement: Statement): void {
  const fault = statementFault(statement);
  if (fault !== undefined) expect.fail(`${fault}\n${statement.text}`);
}
