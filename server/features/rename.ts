import type { TextEdit } from '../base/textEdit';
import type { TextRange } from '../base/textRange';
import type { FileModel } from '../analysis/analyzeFile';
import { quoted } from '../analysis/names';
import { references } from './references';

export interface RenameTarget {
  /** The name at the cursor, without its quotes. */
  readonly range: TextRange;
  readonly name: string;
}

/** What would be renamed at an offset; `undefined` where the name is not made in this file. */
export function renameTarget(file: FileModel, offset: number): RenameTarget | undefined {
  const all = references(file, offset);
  const here = all.find(({ range }) => range.start <= offset && offset <= range.end);
  if (!here || !all.some((each) => each.declares)) return undefined;
  const text = file.tree.text.slice(here.range.start, here.range.end);
  return { range: here.range, name: text.replace(/^([`"])(.*)\1$/, '$2') };
}

/** Renames a CTE, alias, table or variable that this file makes, in all places that use it. */
export function rename(file: FileModel, offset: number, newName: string): readonly TextEdit[] {
  if (!renameTarget(file, offset)) return [];
  const { text } = file.tree;
  return references(file, offset).map(({ range }) => ({
    range,
    text: newText(text.slice(range.start, range.end), newName),
  }));
}

/** Double quotes stay, as they keep the case of an alias; a variable keeps its sign. */
function newText(old: string, newName: string): string {
  if (old.startsWith('@')) return newName.startsWith('@') ? newName : `@${newName}`;
  return old.startsWith('"') ? `"${newName.replaceAll('"', '""')}"` : quoted(newName);
}
