import { LineIndex } from '../base/lineIndex';
import type { QueryProblem } from '../protocol/engine';
import { excerpt } from './excerpt';
import type { Query } from './readQuery';

/** A problem of a query with its place: `file:line:column`, the line, and a caret under the character. */
export function problemText(query: Query, problem: QueryProblem): string {
  const state = problem.sqlState === undefined ? '' : ` (${problem.sqlState})`;
  const hint = problem.hint === undefined ? [] : problem.hint.split('\n').map((line) => `hint: ${line}`);
  if (problem.offset === undefined)
    return [`${query.label}: error: ${problem.message}${state}`, ...hint].join('\n');
  const lines = new LineIndex(query.written);
  const place = lines.position(query.toWritten(problem.offset));
  return [
    `${query.label}:${place.line + 1}:${place.character + 1}: error: ${problem.message}${state}`,
    ...excerpt(lines, place),
    ...hint,
  ].join('\n');
}
