import type { Parser } from './parser';
import type { SyntaxProblem } from './tree';

/**
 * Where a bracket has no partner, the parser cannot know what belongs together behind it: of the errors of that
 * statement the one about the bracket stays with those that end before it, else the first.
 */
export function withoutCascades(p: Parser): readonly SyntaxProblem[] {
  const errors = p.problems
    .filter(({ severity }) => severity === 'error')
    .sort((one, other) => one.range.start - other.range.start);
  if (errors.length < 2) return p.problems;
  const dropped = new Set<SyntaxProblem>();
  let next = 0;
  for (const { start, end } of p.stretchesWithLoneBracket()) {
    const inside: SyntaxProblem[] = [];
    for (let error = errors[next]; error && error.range.start < end; error = errors[++next]) {
      if (error.range.start >= start) inside.push(error);
    }
    for (const error of cascade(inside)) dropped.add(error);
  }
  return p.problems.filter((each) => !dropped.has(each));
}

/** Of the errors of a damaged stretch, in text order, those that may follow from another one. */
function cascade(errors: readonly SyntaxProblem[]): readonly SyntaxProblem[] {
  const kept = errors.find(({ message }) => message.includes('is not closed')) ?? errors[0];
  return errors.filter(
    (each) =>
      each !== kept && !(kept && each.range.start < kept.range.start && each.range.end < kept.range.start),
  );
}
