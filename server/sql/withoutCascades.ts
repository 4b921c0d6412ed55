import type { Parser } from './parser';
import type { SyntaxProblem } from './tree';

/**
 * Where a bracket has no partner, the parser cannot know what belongs together behind it: of the errors of that
 * statement the one about the bracket stays, else the first.
 */
export function withoutCascades(p: Parser): readonly SyntaxProblem[] {
  const { problems } = p;
  if (problems.filter(isError).length < 2) return problems;
  const damaged = p.stretchesWithLoneBracket();
  return damaged.reduce<readonly SyntaxProblem[]>(keepOne, problems);
}

function keepOne(problems: readonly SyntaxProblem[], { start, end }: Stretch): readonly SyntaxProblem[] {
  const inside = problems.filter(
    (each) => isError(each) && each.range.start >= start && each.range.start < end,
  );
  const byPlace = inside.toSorted((one, other) => one.range.start - other.range.start);
  const kept = byPlace.find(({ message }) => message.includes('is not closed')) ?? byPlace[0];
  const before = byPlace.filter(
    ({ range }) => kept && range.start < kept.range.start && range.end < kept.range.start,
  );
  return problems.filter((each) => !inside.includes(each) || each === kept || before.includes(each));
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function isError({ severity }: SyntaxProblem): boolean {
  return severity === 'error';
}
