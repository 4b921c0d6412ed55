import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import { codeActions } from '../../features/codeActions';
import { protoDiagnostic } from '../toProto/diagnostic';
import { workspaceEdit } from '../toProto/workspaceEdit';
import type { Register } from './handler';

export const codeActionHandler: Register = (context, dispatch) => {
  const handle = async ({ textDocument, range, context: asked }: CodeActionParams): Promise<CodeAction[]> => {
    const opened = await context.open(textDocument.uri);
    if (!opened) return [];
    const { document, file } = opened;
    const place = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    return codeActions(file, place, context.options(), asked.only).map((action) => ({
      title: action.title,
      kind: action.kind,
      ...(action.diagnostic && { diagnostics: [protoDiagnostic(document, action.diagnostic)] }),
      ...(action.isPreferred && { isPreferred: true }),
      edit: workspaceEdit(context, opened, [{ uri: opened.uri, edits: action.edits }]),
    }));
  };
  context.connection.onCodeAction(dispatch.guard('textDocument/codeAction', [], handle));
};
