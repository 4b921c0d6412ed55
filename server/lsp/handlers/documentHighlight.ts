import {
  DocumentHighlightKind,
  type DocumentHighlight,
  type DocumentHighlightParams,
} from 'vscode-languageserver';
import { references } from '../../features/references';
import { protoRange } from '../toProto/range';
import type { Register } from './handler';

export const documentHighlightHandler: Register = (context, dispatch) => {
  const handle = async ({
    textDocument,
    position,
  }: DocumentHighlightParams): Promise<DocumentHighlight[]> => {
    const opened = await context.open(textDocument.uri);
    if (!opened) return [];
    return references(opened.file, opened.document.offsetAt(position)).map(({ range, declares }) => ({
      range: protoRange(opened.document, range),
      kind: declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
  };
  context.connection.onDocumentHighlight(dispatch.guard('textDocument/documentHighlight', [], handle));
};
