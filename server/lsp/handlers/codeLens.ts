import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import { codeLenses } from '../../features/codeLenses';
import { lensCommands } from '../../protocol/language';
import { protoRange } from '../toProto/range';
import type { Register } from './handler';

export const codeLensHandler: Register = (context, dispatch) => {
  const handle = async ({ textDocument: { uri } }: CodeLensParams): Promise<CodeLens[]> => {
    const opened = await context.open(uri);
    if (!opened) return [];
    return codeLenses(opened.file.tree).map(({ range, title, action }) => {
      const place = protoRange(opened.document, range);
      return { range: place, command: { title, command: lensCommands[action], arguments: [uri, place] } };
    });
  };
  context.connection.onCodeLens(dispatch.guard('textDocument/codeLens', [], handle));
};
