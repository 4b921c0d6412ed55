import type { Location, ReferenceParams } from 'vscode-languageserver';
import { workspaceReferences } from '../../features/workspaceReferences';
import { protoRange } from '../toProto/range';
import { clientFile } from '../workspace/fileDocuments';
import type { Register } from './handler';

export const referencesHandler: Register = (context, dispatch) => {
  const handle = async ({ textDocument, position, context: asked }: ReferenceParams): Promise<Location[]> => {
    await context.workspaces.allRead();
    const opened = await context.open(textDocument.uri);
    if (!opened) return [];
    return workspaceReferences(opened, opened.document.offsetAt(position)).flatMap((file) => {
      const { uri, document } = clientFile(context, opened, file.uri);
      return file.references
        .filter((each) => asked.includeDeclaration || !each.declares)
        .map(({ range }) => ({ uri, range: protoRange(document, range) }));
    });
  };
  context.connection.onReferences(dispatch.guard('textDocument/references', [], handle));
};
