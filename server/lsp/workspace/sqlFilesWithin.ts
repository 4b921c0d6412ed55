import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isSkippedFolder, isSqlFile } from '../../analysis/workspace/sqlFileNames';

/** The paths of a folder's feature SQL files, those of its folders too; what cannot be read is left out. */
export async function* sqlFilesWithin(folder: string): AsyncGenerator<string> {
  for (const entry of await entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !isSkippedFolder(entry.name)) yield* sqlFilesWithin(path);
    else if (entry.isFile() && isSqlFile(entry.name)) yield path;
  }
}

/** Folders come and go, and some are not ours to read. */
async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch(() => []);
}
