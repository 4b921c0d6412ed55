import type { TextRange } from '../base/textRange';
import type { FileModel } from '../analysis/analyzeFile';
import { occurrenceAt, referencesTo } from './references';

export interface DefinitionLink {
  /** The name that was asked about. */
  readonly from: TextRange;
  /** The name where the thing is made or named. */
  readonly to: TextRange;
}

/** Where the thing that the name at an offset stands for is made: a CTE, an alias, a table of the file, a variable. */
export function definition(file: FileModel, offset: number): DefinitionLink | undefined {
  const found = occurrenceAt(file, offset);
  if (!found) return undefined;
  const all = referencesTo(file, found.key);
  const from = all.find(({ range }) => range.start <= offset && offset <= range.end);
  const to = all.find((each) => each.declares);
  return from && to ? { from: from.range, to: to.range } : undefined;
}
