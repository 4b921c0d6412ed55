import type { FormattingOptions, TextDocumentIdentifier, TextEdit } from 'vscode-languageserver';
import type { Range } from 'vscode-languageserver-textdocument';
import { format } from '../../features/formatting/format';
import { protoEdit } from '../toProto/range';
import type { Register } from './handler';

interface FormatRequest {
  readonly textDocument: TextDocumentIdentifier;
  readonly options: FormattingOptions;
  readonly range?: Range;
}

/** The whole document, or the statements that a range touches. */
export const formattingHandler: Register = (context, dispatch) => {
  const handle = async ({ textDocument, options, range }: FormatRequest): Promise<TextEdit[]> => {
    const opened = await context.open(textDocument.uri);
    if (!opened) return [];
    const { document, file } = opened;
    const part = range && { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    const layout = { ...context.formatOptions(), indent: options.tabSize };
    return format(file.tree, layout, part).map((edit) => protoEdit(document, edit));
  };
  const { connection } = context;
  connection.onDocumentFormatting(dispatch.guard('textDocument/formatting', [], handle));
  connection.onDocumentRangeFormatting(dispatch.guard('textDocument/rangeFormatting', [], handle));
};
