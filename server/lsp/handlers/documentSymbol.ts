import type { DocumentSymbol, DocumentSymbolParams } from 'vscode-languageserver';
import { documentSymbols } from '../../features/documentSymbols';
import { protoSymbol } from '../toProto/documentSymbol';
import type { Register } from './handler';

export const documentSymbolHandler: Register = (context, dispatch) => {
  const handle = async ({ textDocument }: DocumentSymbolParams): Promise<DocumentSymbol[]> => {
    const opened = await context.open(textDocument.uri);
    if (!opened) return [];
    return documentSymbols(opened.file).map((symbol) => protoSymbol(opened.document, symbol));
  };
  context.connection.onDocumentSymbol(dispatch.guard('textDocument/documentSymbol', [], handle));
};
