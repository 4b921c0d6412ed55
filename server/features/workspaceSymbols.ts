import type { FileSymbol } from '../analysis/workspace/fileSymbols';
import type { WorkspaceFile } from '../analysis/workspace/workspaceFile';
import { matchName } from './completion/matchName';

export interface WorkspaceSymbol {
  readonly uri: string;
  readonly symbol: FileSymbol;
}

/** More would be read by nobody. */
const mostSymbols = 400;

/** The tables, views, models, named queries and columns whose names fit a query; the best fits first. */
export function workspaceSymbols(
  files: ReadonlyMap<string, WorkspaceFile>,
  query: string,
): readonly WorkspaceSymbol[] {
  const found: (WorkspaceSymbol & { readonly score: number })[] = [];
  for (const [uri, file] of files) {
    for (const symbol of file.symbols()) {
      const score = matchName(query, symbol.name);
      if (score !== undefined) found.push({ uri, symbol, score });
    }
  }
  found.sort((a, b) => a.score - b.score || (a.symbol.name < b.symbol.name ? -1 : 1));
  return found.slice(0, mostSymbols);
}
