import { parse } from '../../sql/parse';
import type { SyntaxTree } from '../../sql/tree';
import { fileSymbols, type FileSymbol } from './fileSymbols';
import { statementNames, type StatementNames } from './statementNames';

/**
 * A file of a workspace: its text and what its statements say of names, one entry a statement. Its tree, which is
 * many times larger, is kept for a file that is open, and made again when it is needed of another.
 */
export interface WorkspaceFile {
  readonly text: string;
  readonly names: readonly StatementNames[];
  readonly tree: SyntaxTree | undefined;
  symbols(): readonly FileSymbol[];
}

export function openFile(tree: SyntaxTree): WorkspaceFile {
  const names = tree.statements.map(({ statement }) => statementNames(statement));
  return { text: tree.text, names, tree, symbols: () => fileSymbols(tree) };
}

export function closedFile(text: string): WorkspaceFile {
  const tree = parse(text);
  const symbols = fileSymbols(tree);
  return { ...openFile(tree), tree: undefined, symbols: () => symbols };
}
