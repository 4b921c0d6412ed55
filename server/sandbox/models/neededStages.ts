import type { Reference, Stage } from './transform/stage';

/** Those stages that some of them hang on, numbered anew, with their new numbers. */
export function neededStages(
  stages: readonly Stage[],
  roots: readonly number[],
): { readonly stages: readonly Stage[]; readonly numberOf: (old: number) => number } {
  const needed = new Set<number>();
  const visit = (index: number): void => {
    if (needed.has(index)) return;
    needed.add(index);
    for (const input of stages[index]?.inputs ?? []) if (input.kind === 'stage') visit(input.index);
  };
  roots.forEach(visit);
  const kept = [...needed].sort((left, right) => left - right);
  const numberOf = (old: number): number => kept.indexOf(old);
  const renumbered = (input: Reference): Reference =>
    input.kind === 'stage' ? { kind: 'stage', index: numberOf(input.index) } : input;
  return {
    stages: kept.flatMap((index) => {
      const found = stages[index];
      return found ? [{ ...found, inputs: found.inputs.map(renumbered) }] : [];
    }),
    numberOf,
  };
}
