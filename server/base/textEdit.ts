import type { TextRange } from './textRange';

/** Replaces a range by a text. */
export interface TextEdit {
  readonly range: TextRange;
  readonly text: string;
}

/** The text after edits, which may come in any order but must not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = text;
  for (const { range, text: put } of [...edits].sort((a, b) => b.range.start - a.range.start)) {
    result = result.slice(0, range.start) + put + result.slice(range.end);
  }
  return result;
}
