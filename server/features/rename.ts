import { applyEdits, type TextEdit } from '../base/textEdit';
import { touches, type TextRange } from '../base/textRange';
import { keyOf } from '../analysis/definitions';
import { quoted } from '../analysis/names';
import { openFile } from '../analysis/workspace/workspaceFile';
import { findDataset } from '../catalog/catalog';
import { reparse } from '../sql/parse';
import { fileNamed, type PlacedFile } from './names/placedFile';
import { sameMeaning } from './names/sameMeaning';
import { unquoted } from './names/unquoted';
import { occurrenceAt } from './references';
import { workspaceReferences, type FileReferences } from './workspaceReferences';

export interface RenameTarget {
  /** The name at the cursor. */
  readonly range: TextRange;
  /** Without its quotes. */
  readonly name: string;
}

/** What would be renamed at an offset; `undefined` where no file of the workspace makes the name. */
export function renameTarget(at: PlacedFile, offset: number): RenameTarget | undefined {
  const all = workspaceReferences(at, offset);
  const here = all[0]?.references.find(({ range }) => touches(range, offset));
  if (!here || !all.some(({ references }) => references.some((each) => each.declares))) return undefined;
  return { range: here.range, name: unquoted(at.file.tree.text.slice(here.range.start, here.range.end)) };
}

export interface FileEdits {
  readonly uri: string;
  readonly edits: readonly TextEdit[];
}

export type Renaming =
  | { readonly status: 'renamed'; readonly files: readonly FileEdits[] }
  /** A sentence for the person. */
  | { readonly status: 'refused'; readonly reason: string };

/**
 * Renames what this workspace makes (a CTE, alias, column, table, model or variable) in all places that use it. It is
 * refused where the new name would change what this or another name means.
 */
export function rename(at: PlacedFile, offset: number, newName: string): Renaming {
  const target = renameTarget(at, offset);
  if (!target) return refused('Only names that a file of the workspace makes can be renamed');
  if (newName.trim() === '') return refused('A name must not be empty');
  const found = workspaceReferences(at, offset);
  const { key } = occurrenceAt(at.file, offset) ?? {};
  if (typeof key === 'string' && isTaken(at, key, newName)) {
    return refused(`There is another ${newName} already`);
  }
  const files = found.map((each) => editsOf(at, each, newName));
  return keepsMeaning(at, files, [target.name, newName])
    ? { status: 'renamed', files }
    : refused(`With the name ${newName}, another name here would mean something else`);
}

function refused(reason: string): Renaming {
  return { status: 'refused', reason };
}

/** A table or model of the new name exists. */
function isTaken({ file, workspace, uri }: PlacedFile, key: string, newName: string): boolean {
  const space = key.startsWith('model ') ? 'model' : 'table';
  const newKey = keyOf(space, newName);
  if (newKey === key) return false;
  if (space === 'table' && findDataset(file.catalog, [newName])) return true;
  const makers = workspace.index.makersOf(newKey).filter((maker) => maker.uri !== uri);
  const own = file.statements.flatMap(({ model }) => model.definitions);
  return makers.length > 0 || own.some((each) => keyOf('table', each.name) === newKey && each.kind !== 'cte');
}

function editsOf(at: PlacedFile, { uri, references }: FileReferences, newName: string): FileEdits {
  const text = fileNamed(at, uri)?.tree.text ?? '';
  const edits = references.map(({ range }) => ({
    range,
    text: newText(text.slice(range.start, range.end), newName),
  }));
  return { uri, edits };
}

/** Double quotes stay, as they keep the case of an alias; a variable keeps its sign. */
function newText(old: string, newName: string): string {
  if (old.startsWith('@')) return newName.startsWith('@') ? newName : `@${newName}`;
  return old.startsWith('"') ? `"${newName.replaceAll('"', '""')}"` : quoted(newName);
}

/** After the edits every name of these files stands for the same things as before. */
function keepsMeaning(at: PlacedFile, files: readonly FileEdits[], renamed: readonly string[]): boolean {
  const changed = files.flatMap(({ uri, edits }) => {
    const before = fileNamed(at, uri);
    return before ? [{ uri, before, tree: reparse(before.tree, applyEdits(before.tree.text, edits)) }] : [];
  });
  const members = changed.filter(({ uri }) => at.workspace.files.has(uri));
  const workspace = at.workspace.with(members.map(({ uri, tree }) => [uri, openFile(tree)]));
  return changed.every(({ uri, before, tree }) =>
    sameMeaning(before, workspace.file(uri) ?? workspace.analyze(uri, tree), renamed),
  );
}
