import type { FileModel } from '../../analysis/analyzeFile';
import { occurrences, type ThingKey } from './occurrences';

/**
 * Files mean the same as others that differ from them in names alone: the same names stand for the same things, and
 * no more of them for none.
 */
export function sameMeaning(before: readonly FileModel[], after: readonly FileModel[]): boolean {
  const one = signature(before);
  const other = signature(after);
  return one.length === other.length && one.every((each, index) => each === other[index]);
}

/** The things that names stand for, each told by the number of the name at which it comes first. */
function signature(files: readonly FileModel[]): readonly string[] {
  const numbers = new Map<ThingKey, number>();
  const numberOf = (key: ThingKey): number => {
    const known = numbers.get(key) ?? numbers.size;
    numbers.set(key, known);
    return known;
  };
  return files.flatMap(({ statements }) =>
    statements.flatMap(({ model }) => [
      ...[...occurrences(model)]
        .sort((a, b) => a.node.first - b.node.first)
        .map(({ node, key }) => `${node.first} ${numberOf(key)}`),
      ...[...model.paths.values()].map(({ node, resolution }) => `${node.first} ${resolution.status}`),
      ...model.tables.map(({ node, meaning }) => `${node.first} ${meaning.kind}`),
      `${model.statement.problems.length}`,
    ]),
  );
}
