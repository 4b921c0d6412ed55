import { readdir, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { UsageError } from './commandHost';

const endings = ['.fsql', '.feature.sql'];

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
    throw new UsageError(`The folder ${path} holds no feature SQL (${endings.join(', ')})`);
  return files;
}

async function filesWithin(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const sorted = entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const found = await Promise.all(
    sorted.map(async (entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return isSkipped(entry.name) ? [] : filesWithin(path);
      return endings.some((ending) => entry.name.endsWith(ending)) ? [withSlashes(path)] : [];
    }),
  );
  return found.flat();
}

function isSkipped(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

function withSlashes(path: string): string {
  return path.split(sep).join('/');
}
