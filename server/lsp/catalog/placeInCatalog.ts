import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Location } from 'vscode-languageserver';
import { LineIndex } from '../../base/lineIndex';
import { placeInSnapshot } from '../../catalog/placeInSnapshot';

/** Where a catalog file names a table, or a field of it; `undefined` where it does not, or cannot be read. */
export async function placeInCatalog(
  file: string,
  table: string,
  path: readonly string[],
): Promise<Location | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const range = placeInSnapshot(text, table, path);
  if (!range) return undefined;
  const lines = new LineIndex(text);
  return {
    uri: pathToFileURL(file).href,
    range: { start: lines.position(range.start), end: lines.position(range.end) },
  };
}
