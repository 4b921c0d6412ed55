import type { TextRange } from '../base/textRange';
import type { AnalyzedStatement, FileModel } from '../analysis/analyzeFile';
import { hoveredThing } from './hover/hoveredThing';
import { statementOf } from './names/statementOf';

export interface Hover {
  /** Of the name that is spoken about; offsets in the file. */
  readonly range: TextRange;
  readonly markdown: string;
}

/** What is known of the name at an offset. */
export function hover(file: FileModel, offset: number): Hover | undefined {
  const placed: AnalyzedStatement = statementOf(file, offset);
  const thing = hoveredThing(file, placed, offset - placed.offset);
  if (!thing) return undefined;
  const { start, end } = thing.range;
  return { range: { start: start + placed.offset, end: end + placed.offset }, markdown: thing.markdown };
}
