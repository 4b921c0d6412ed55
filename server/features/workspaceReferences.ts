import { keyOf } from '../analysis/definitions';
import { SyntaxNode } from '../sql/node';
import { unquoted } from './names/unquoted';
import type { ThingKey } from './names/occurrences';
import { ownerOf } from './names/ownerOf';
import { fileNamed, type PlacedFile } from './names/placedFile';
import { occurrenceAt, referencesTo, type Reference } from './references';

/** The names in one file that stand for a thing. */
export interface FileReferences {
  readonly uri: string;
  readonly references: readonly Reference[];
}

/** Every name in the workspace that stands for what the name at an offset stands for; the file asked about first. */
export function workspaceReferences(at: PlacedFile, offset: number): readonly FileReferences[] {
  const found = occurrenceAt(at.file, offset);
  if (!found) return [];
  const { key } = found;
  const here = referencesTo(at.file, key);
  const [first] = here;
  const name = first ? unquoted(at.file.tree.text.slice(first.range.start, first.range.end)) : '';
  const others = otherFiles(at, key)
    .filter((uri) => at.workspace.files.get(uri)?.text.toLowerCase().includes(name.toLowerCase()))
    .map((uri) => {
      const file = fileNamed(at, uri);
      return { uri, references: file ? referencesTo(file, key) : [] };
    });
  return [{ uri: at.uri, references: here }, ...others].filter(({ references }) => references.length > 0);
}

/** The other files in which a thing may be named. */
function otherFiles(at: PlacedFile, key: ThingKey): readonly string[] {
  const { index, files } = at.workspace;
  const all = [...files.keys()].filter((uri) => uri !== at.uri);
  if (typeof key === 'string') {
    if (isTemporary(at, key)) return [];
    const named = index.filesWith(key);
    return all.filter((uri) => named.has(uri));
  }
  // A field of a data set may be read by every file.
  if (!(key instanceof SyntaxNode)) return all;
  const owner = ownerOf(at, key);
  const readers = owner === undefined ? undefined : index.filesNeeding(owner);
  return all.filter((uri) => uri === owner || readers?.has(uri));
}

/** The name is one that the file makes for its session alone. */
function isTemporary({ file }: PlacedFile, key: string): boolean {
  return file.statements.some(({ model }) =>
    model.definitions.some(({ temporary, name }) => temporary && keyOf('table', name) === key),
  );
}
