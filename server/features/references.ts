import type { TextRange } from '../base/textRange';
import { touches } from '../base/textRange';
import type { AnalyzedStatement, FileModel } from '../analysis/analyzeFile';
import { rangeOf } from '../sql/tree';
import { occurrences, type Occurrence, type ThingKey } from './names/occurrences';
import { statementOf } from './names/statementOf';

/** A name in the file that stands for the same thing as others. */
export interface Reference {
  readonly range: TextRange;
  readonly declares: boolean;
}

/** Every name in the file that stands for what the name at an offset stands for, in order of place. */
export function references(file: FileModel, offset: number): readonly Reference[] {
  const found = occurrenceAt(file, offset);
  return found ? referencesTo(file, found.key) : [];
}

export function referencesTo(file: FileModel, key: ThingKey): readonly Reference[] {
  const found = file.statements.flatMap((placed) =>
    occurrences(placed.model)
      .filter((each) => each.key === key)
      .map((each) => ({ range: placedRange(placed, each), declares: each.declares })),
  );
  found.sort((a, b) => a.range.start - b.range.start || Number(b.declares) - Number(a.declares));
  return found.filter((each, at) => each.range.start !== found[at - 1]?.range.start);
}

export function occurrenceAt(file: FileModel, offset: number): Occurrence | undefined {
  const placed = statementOf(file, offset);
  return occurrences(placed.model).find((each) => touches(placedRange(placed, each), offset));
}

export function placedRange({ offset, statement }: AnalyzedStatement, { node, part }: Occurrence): TextRange {
  const { start, end } = part ?? rangeOf(statement, node);
  return { start: start + offset, end: end + offset };
}
