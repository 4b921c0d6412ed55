import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Location, Position } from 'vscode-languageserver';
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
  const start = positionIn(text, range.start);
  const end = { line: start.line, character: start.character + range.end - range.start };
  return { uri: pathToFileURL(file).href, range: { start, end } };
}

/** The file may be of a hundred megabytes, so that no index of its lines is made for one place. */
function positionIn(text: string, offset: number): Position {
  let line = 0;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', lineStart)) {
    line++;
    lineStart = at + 1;
  }
  return { line, character: offset - lineStart };
}
