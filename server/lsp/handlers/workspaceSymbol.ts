import type { SymbolInformation, WorkspaceSymbolParams } from 'vscode-languageserver';
import { workspaceSymbols } from '../../features/workspaceSymbols';
import { symbolKinds } from '../toProto/documentSymbol';
import { LineIndex } from '../../base/lineIndex';
import type { Register } from './handler';

export const workspaceSymbolHandler: Register = (context, dispatch) => {
  const handle = async ({ query }: WorkspaceSymbolParams): Promise<SymbolInformation[]> => {
    const found: SymbolInformation[] = [];
    await context.workspaces.allRead();
    for (const [folder] of context.workspaces.all()) {
      const { files } = await context.workspace(folder);
      for (const { uri, symbol } of workspaceSymbols(files, query)) {
        const lines = new LineIndex(files.get(uri)?.text ?? '');
        const range = { start: lines.position(symbol.range.start), end: lines.position(symbol.range.end) };
        found.push({
          name: symbol.name,
          kind: symbolKinds[symbol.kind],
          location: { uri: context.workspaces.clientUri(uri), range },
          ...(symbol.container !== undefined && { containerName: symbol.container }),
        });
      }
    }
    return found;
  };
  context.connection.onWorkspaceSymbol(dispatch.guard('workspace/symbol', [], handle));
};
