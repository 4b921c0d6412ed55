import { readdir, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { isSkippedFolder, isSqlFile, sqlFileEndings } from '../analysis/workspace/sqlFileNames';
import { UsageError } from './commandHost';

/** The feature SQL files that paths mean: a file is itself whatever its name, a folder all of them within it. */
export async function sqlFiles(paths: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(paths.map(filesOf));
  return [...new Set(found.flat())];
}

async function filesOf(path: string): Promise<readonly string[]> {
  const entry = await stat(path).catch(() => undefined);
  if (!entry) throw new UsageError(`Could not read ${path}: there is no such file or folder`);
  if (!entry.isDirectory()) return [withSlashes(path)];
  const files = await filesWithin(path);
  if (files.length === 0)
    throw new UsageError(`The folder ${path} holds no feature SQL (${sqlFileEndings.join(', ')})`);
  return files;
}

/** All feature SQL within a folder. */
export async function filesWithin(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const sorted = entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const found = await Promise.all(
    sorted.map(async (entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return isSkippedFolder(entry.name) ? [] : filesWithin(path);
      return isSqlFile(entry.name) ? [withSlashes(path)] : [];
    }),
  );
  return found.flat();
}

function withSlashes(path: string): string {
  return path.split(sep).join('/');
}
