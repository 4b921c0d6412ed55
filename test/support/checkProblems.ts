import { expect } from 'vitest';
import { applyEdits } from '../../server/base/textEdit';
import { missingSemicolons } from '../../server/sql/missingSemicolons';
import { parse } from '../../server/sql/parse';
import type { SyntaxProblem } from '../../server/sql/tree';
import { parseFixture } from './fixture';

/**
 * The only problem of a text is at its «» and has this message; `unsupported-statement` and `hint: ...` say that it
 * is no plain syntax error.
 */
export function checkProblem(marked: string, message: string): void {
  const { main } = parseFixture(marked);
  const found = problemsOf(main.text).map((problem) => ({ ...problem.range, message: described(problem) }));
  expect(found).toEqual(main.ranges.map((range) => ({ ...range, message })));
}

/** The problems of a text are where its «» are. */
export function checkProblemPlaces(marked: string): void {
  const { main } = parseFixture(marked);
  expect(problemsOf(main.text).map(({ range }) => range)).toEqual(main.ranges);
}

function described({ code, severity, message }: SyntaxProblem): string {
  if (code === 'unsupported-statement') return code;
  return severity === 'hint' ? `hint: ${message}` : message;
}

/** The only fix turns the text into `after`, which has no problem any more. */
export function checkProblemFix(before: string, after: string): void {
  const fixes = problemsOf(before).flatMap(({ fix }) => (fix ? [{ range: fix.range, text: fix.text }] : []));
  expect(fixes).toHaveLength(1);
  expect(applyEdits(before, fixes)).toBe(after);
  expect(problemsOf(after)).toEqual([]);
}

/** Offsets count in the file. */
function problemsOf(text: string): readonly SyntaxProblem[] {
  const tree = parse(text);
  const own = tree.statements.flatMap(({ offset, statement }) =>
    statement.problems.map(({ range, fix, ...rest }) => ({
      ...rest,
      range: { start: range.start + offset, end: range.end + offset },
      ...(fix && {
        fix: { ...fix, range: { start: fix.range.start + offset, end: fix.range.end + offset } },
      }),
    })),
  );
  return [...own, ...missingSemicolons(tree)].sort((a, b) => a.range.start - b.range.start);
}
