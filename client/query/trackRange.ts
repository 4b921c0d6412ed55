import type { TextRange } from '../../server/protocol/language';
import { isBeforeOrAt, placeOf } from './statementText';

/** One change of a document: `range` of the old text was replaced by `text`. */
export interface TextChange {
  readonly range: TextRange;
  readonly text: string;
}

/** Where a range lies after a change; undefined when the change touched what is in it. */
export function trackRange(range: TextRange, change: TextChange): TextRange | undefined {
  if (isBeforeOrAt(range.end, change.range.start)) return range;
  if (!isBeforeOrAt(change.range.end, range.start)) return undefined;
  const end = placeOf(change.text, change.text.length, change.range.start);
  const lines = end.line - change.range.end.line;
  const move = (position: TextRange['start']): TextRange['start'] => ({
    line: position.line + lines,
    character:
      position.line === change.range.end.line
        ? position.character - change.range.end.character + end.character
        : position.character,
  });
  return { start: move(range.start), end: move(range.end) };
}
