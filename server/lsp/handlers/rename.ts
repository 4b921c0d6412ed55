import type { PrepareRenameParams, Range, RenameParams, WorkspaceEdit } from 'vscode-languageserver';
import { rename, renameTarget } from '../../features/rename';
import { protoEdit, protoRange } from '../toProto/range';
import type { Register } from './handler';

export const renameHandler: Register = (context, dispatch) => {
  const prepare = async ({
    textDocument,
    position,
  }: PrepareRenameParams): Promise<{ range: Range; placeholder: string } | null> => {
    const opened = await context.open(textDocument.uri);
    const target = opened && renameTarget(opened.file, opened.document.offsetAt(position));
    return target ? { range: protoRange(opened.document, target.range), placeholder: target.name } : null;
  };
  const handle = async ({ textDocument, position, newName }: RenameParams): Promise<WorkspaceEdit | null> => {
    const opened = await context.open(textDocument.uri);
    if (!opened) return null;
    const edits = rename(opened.file, opened.document.offsetAt(position), newName);
    if (edits.length === 0) return null;
    return { changes: { [textDocument.uri]: edits.map((edit) => protoEdit(opened.document, edit)) } };
  };
  context.connection.onPrepareRename(dispatch.guard('textDocument/prepareRename', null, prepare));
  context.connection.onRenameRequest(dispatch.guard('textDocument/rename', null, handle));
};
