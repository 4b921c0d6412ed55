import { LineIndex } from '../base/lineIndex';
import type { QueryProblem } from '../protocol/engine';
import type { Query } from './readQuery';

/** A problem of a query with its place: `file:line:column`, the line, and a caret under the character. */
export function problemText(query: Query, problem: QueryProblem): string {
  const state = problem.sqlState === undefined ? '' : ` (${problem.sqlState})`;
  const hint = problem.hint === undefined ? [] : problem.hint.split('\n').map((line) => `hint: ${line}`);
  if (problem.offset === undefined)
    return [`${query.label}: error: ${problem.message}${state}`, ...hint].join('\n');
  const lines = new LineIndex(query.written);
  const { line, character } = lines.position(query.toWritten(problem.offset));
  return [
    `${query.label}:${line + 1}:${character + 1}: error: ${problem.message}${state}`,
    ...excerpt(lines.lineText(line), line, character),
    ...hint,
  ].join('\n');
}

/** The line with its number, and below it a caret; tabs stay tabs so that the caret is where it looks right. */
function excerpt(text: string, line: number, character: number): readonly string[] {
  const margin = `${line + 1} | `;
  const before = text.slice(0, character).replace(/[^\t]/gu, ' ');
  return [`  ${margin}${text}`, `  ${' '.repeat(margin.length)}${before}^`];
}
