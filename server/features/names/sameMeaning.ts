import type { FileModel } from '../../analysis/analyzeFile';
import type { PathUse, TableUse } from '../../analysis/model';
import { occurrences, type ThingKey } from './occurrences';

/**
 * A file means the same as one that differs from it in names alone: `renamed` are the old and the new one. Names of
 * the file's own things stand for the same things, and columns and tables of others are found in the same places.
 */
export function sameMeaning(before: FileModel, after: FileModel, renamed: readonly string[]): boolean {
  const names = new Set(renamed.map((name) => name.toLowerCase()));
  const one = signature(before, names);
  const other = signature(after, names);
  return one.length === other.length && one.every((each, index) => each === other[index]);
}

function signature({ statements }: FileModel, renamed: ReadonlySet<string>): readonly string[] {
  const own = new Map<ThingKey, number>();
  const all = statements.map(({ model }) => occurrences(model));
  for (const { key, declares } of all.flat()) {
    if (declares && typeof key !== 'string' && !own.has(key)) own.set(key, own.size);
  }
  return statements.flatMap(({ model }, at) => [
    ...(all[at] ?? []).flatMap(({ node, key }) =>
      own.has(key) ? [`${node.first} ${own.get(key) ?? ''}`] : [],
    ),
    ...[...model.paths.values()].map((use) => pathText(use, renamed)),
    ...model.tables.map((use) => tableText(use, renamed)),
    `${model.statement.problems.length}`,
  ]);
}

/** Where a path leads, in words that the renaming leaves as they are. */
function pathText({ node, resolution }: PathUse, renamed: ReadonlySet<string>): string {
  if (resolution.status !== 'found') return `${node.first} ${resolution.status}`;
  const { from, qualifiers, source, column } = resolution;
  return `${node.first} ${from} ${qualifiers} ${source?.node.first ?? ''} ${neutral(column.name, renamed)}`;
}

/** What the catalog lists and what a file makes are the same table, before and after it was made. */
function tableText({ node, names, meaning }: TableUse, renamed: ReadonlySet<string>): string {
  const isKnown = meaning.kind === 'dataset' || meaning.kind === 'definition';
  const isCte = meaning.kind === 'definition' && meaning.definition.kind === 'cte';
  const certainty = isCte ? 'cte' : isKnown ? 'known' : meaning.kind;
  return `${node.first} ${certainty} ${names.map((name) => neutral(name, renamed)).join('.')}`;
}

function neutral(name: string, renamed: ReadonlySet<string>): string {
  const lower = name.toLowerCase();
  return renamed.has(lower) ? '*' : lower;
}
