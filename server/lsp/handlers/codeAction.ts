import { CodeActionKind, type CodeAction, type CodeActionParams } from 'vscode-languageserver';
import { codeActions } from '../../features/codeActions';
import { protoDiagnostic } from '../toProto/diagnostic';
import { protoEdit } from '../toProto/range';
import type { Register } from './handler';

export const codeActionHandler: Register = (context, dispatch) => {
  const handle = async ({ textDocument: { uri }, range }: CodeActionParams): Promise<CodeAction[]> => {
    const opened = await context.open(uri);
    if (!opened) return [];
    const { document, file } = opened;
    const place = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    return codeActions(file, place, context.options()).map(({ title, edits, diagnostic }) => ({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [protoDiagnostic(document, diagnostic)],
      edit: { changes: { [uri]: edits.map((edit) => protoEdit(document, edit)) } },
    }));
  };
  context.connection.onCodeAction(dispatch.guard('textDocument/codeAction', [], handle));
};
