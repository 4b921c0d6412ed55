import type { LineAndCharacter, LineIndex } from '../base/lineIndex';
import { textWidth } from './textWidth';

/** A line with its number, and below it a caret; tabs stay tabs so that the caret is where it looks right. */
export function excerpt(lines: LineIndex, { line, character }: LineAndCharacter): readonly string[] {
  const text = lines.lineText(line);
  const margin = `${line + 1} | `;
  const before = text.slice(0, character).replace(/[^\t]+/g, (part) => ' '.repeat(textWidth(part)));
  return [`  ${margin}${text}`, `  ${' '.repeat(margin.length)}${before}^`];
}
