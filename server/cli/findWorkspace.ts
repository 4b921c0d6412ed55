import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Workspace } from '../analysis/workspace/workspace';
import { closedFile, type WorkspaceFile } from '../analysis/workspace/workspaceFile';
import type { Catalog } from '../catalog/catalog';
import { readText } from './readQuery';
import { filesWithin } from './sqlFiles';

/**
 * The workspace around each file, under absolute paths: the feature SQL of the project, which is the nearest folder
 * above that has a folder `.feature-sql`, and the files that were named. So a file is checked in the same light
 * whether it is named alone or with the others.
 */
export function workspaceFinder(
  catalogOf: (file: string) => Promise<Catalog>,
  named: readonly string[],
): (file: string) => Promise<Workspace> {
  const projects = new Map<string | undefined, Promise<ReadonlyMap<string, WorkspaceFile>>>();
  const workspaces = new Map<unknown, Map<Catalog, Workspace>>();
  return async (file) => {
    const folder = await projectAround(dirname(resolve(file)));
    const reading = projects.get(folder) ?? readFiles(folder, named);
    projects.set(folder, reading);
    const files = await reading;
    const catalog = await catalogOf(file);
    const known = workspaces.get(files) ?? new Map<Catalog, Workspace>();
    workspaces.set(files, known);
    const workspace = known.get(catalog) ?? Workspace.of(catalog, files);
    known.set(catalog, workspace);
    return workspace;
  };
}

async function projectAround(folder: string): Promise<string | undefined> {
  const found = await stat(join(folder, '.feature-sql')).catch(() => undefined);
  if (found?.isDirectory()) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : projectAround(parent);
}

async function readFiles(
  folder: string | undefined,
  named: readonly string[],
): Promise<ReadonlyMap<string, WorkspaceFile>> {
  const files = new Map<string, WorkspaceFile>();
  for (const path of named) files.set(resolve(path), closedFile(await readText(path)));
  for (const path of folder === undefined ? [] : await filesWithin(folder)) {
    // A file that nobody asked for and that cannot be read is no reason to stop.
    const text = files.has(resolve(path)) ? undefined : await readText(path).catch(() => undefined);
    if (text !== undefined) files.set(resolve(path), closedFile(text));
  }
  return files;
}
