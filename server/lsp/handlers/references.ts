import type { Location, ReferenceParams } from 'vscode-languageserver';
import { references } from '../../features/references';
import { protoRange } from '../toProto/range';
import type { Register } from './handler';

export const referencesHandler: Register = (context, dispatch) => {
  const handle = async ({
    textDocument: { uri },
    position,
    context: asked,
  }: ReferenceParams): Promise<Location[]> => {
    const opened = await context.open(uri);
    if (!opened) return [];
    return references(opened.file, opened.document.offsetAt(position))
      .filter((each) => asked.includeDeclaration || !each.declares)
      .map(({ range }) => ({ uri, range: protoRange(opened.document, range) }));
  };
  context.connection.onReferences(dispatch.guard('textDocument/references', [], handle));
};
