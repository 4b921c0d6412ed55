import { expect } from 'vitest';
import { applyEdits } from '../../server/base/textEdit';
import type { PlacedFile } from '../../server/features/names/placedFile';
import { definition } from '../../server/features/definition';
import { references } from '../../server/features/references';
import { rename } from '../../server/features/rename';
import { workspaceReferences } from '../../server/features/workspaceReferences';
import { analyzeFixture, cursorOf } from './analyzeFixture';
import { analyzeWorkspace, type WorkspaceFixture } from './analyzeWorkspace';

/**
 * The definitions of the name at `$0` are what stands between « and » in all files; without marks there is none. A
 * place in the catalog is told as `table.path`.
 */
export function checkDefinition(source: string, inCatalog: readonly string[] = []): void {
  const fixture = analyzeWorkspace(source);
  const targets = definition(placed(fixture), cursorOf(fixture.main))?.targets ?? [];
  const names = targets.flatMap((target) =>
    target.kind === 'name' ? [`${target.uri} ${target.range.start}-${target.range.end}`] : [],
  );
  expect(names.sort()).toEqual(markedPlaces(fixture));
  const listed = targets.flatMap((target) =>
    target.kind === 'catalog' ? [[target.dataset.table, ...target.path].join('.')] : [],
  );
  expect(listed).toEqual(inCatalog);
}

/** All names in the file of the thing at `$0` are those between « and ». */
export function checkReferences(source: string): void {
  const { file, model } = analyzeFixture(source);
  expect(references(model, cursorOf(file)).map((each) => each.range)).toEqual(file.ranges);
}

/** All names in all files of the thing at `$0` are those between « and ». */
export function checkWorkspaceReferences(source: string): void {
  const fixture = analyzeWorkspace(source);
  const found = workspaceReferences(placed(fixture), cursorOf(fixture.main)).flatMap(({ uri, references }) =>
    references.map(({ range }) => `${uri} ${range.start}-${range.end}`),
  );
  expect(found.sort()).toEqual(markedPlaces(fixture));
}

/** Renaming what is at `$0` gives `after`, of several files joined by a line break; a refusal gives its reason. */
export function checkRename(source: string, newName: string, after: string): void {
  const fixture = analyzeWorkspace(source);
  const renaming = rename(placed(fixture), cursorOf(fixture.main), newName);
  if (renaming.status === 'refused') return expect(renaming.reason).toBe(after);
  const texts = fixture.fixture.files.map(({ path, text }) =>
    applyEdits(text, renaming.files.find(({ uri }) => uri === path)?.edits ?? []),
  );
  expect(texts.join('\n')).toBe(after);
}

function placed({ workspace, main }: WorkspaceFixture): PlacedFile {
  const file = workspace.file(main.path);
  if (!file) throw new Error(`The fixture has no file ${main.path}`);
  return { uri: main.path, file, workspace };
}

function markedPlaces({ fixture }: WorkspaceFixture): readonly string[] {
  return fixture.files
    .flatMap(({ path, ranges }) => ranges.map(({ start, end }) => `${path} ${start}-${end}`))
    .sort();
}
