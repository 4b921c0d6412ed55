import type { TextEdit } from '../../base/textEdit';
import type { AnalyzedStatement } from '../../analysis/analyzeFile';
import type { SyntaxNode } from '../../sql/node';
import { rangeOf } from '../../sql/tree';
import { editIn } from './codeAction';

/** Longer lists are written one item a line. */
const longestLine = 80;

/** Puts a list in the place of a node: on its line when it fits, else one item a line. */
export function listEdit(placed: AnalyzedStatement, node: SyntaxNode, items: readonly string[]): TextEdit {
  const { text } = placed.statement;
  const { start, end } = rangeOf(placed.statement, node);
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(lineStart, start);
  const line = items.join(', ');
  if (before.length + line.length <= longestLine) return editIn(placed, start, end, line);
  const indent = /^\s*/.exec(before)?.[0] ?? '';
  if (before.trim() === '') return editIn(placed, start, end, items.join(`,\n${indent}`));
  const solid = lineStart + before.trimEnd().length;
  return editIn(placed, solid, end, `\n${indent}  ${items.join(`,\n${indent}  `)}`);
}
