import {
  LSPErrorCodes,
  ResponseError,
  type PrepareRenameParams,
  type Range,
  type RenameParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { rename, renameTarget } from '../../features/rename';
import { protoRange } from '../toProto/range';
import { workspaceEdit } from '../toProto/workspaceEdit';
import type { Register } from './handler';

export const renameHandler: Register = (context, dispatch) => {
  const prepare = async ({
    textDocument,
    position,
  }: PrepareRenameParams): Promise<{ range: Range; placeholder: string } | null> => {
    await context.workspaces.allRead();
    const opened = await context.open(textDocument.uri);
    const target = opened && renameTarget(opened, opened.document.offsetAt(position));
    return target ? { range: protoRange(opened.document, target.range), placeholder: target.name } : null;
  };
  const handle = async ({ textDocument, position, newName }: RenameParams): Promise<WorkspaceEdit | null> => {
    await context.workspaces.allRead();
    const opened = await context.open(textDocument.uri);
    if (!opened) return null;
    const renaming = rename(opened, opened.document.offsetAt(position), newName);
    // The editor shows this text at the name.
    if (renaming.status === 'refused') throw new ResponseError(LSPErrorCodes.RequestFailed, renaming.reason);
    return workspaceEdit(context, opened, renaming.files);
  };
  context.connection.onPrepareRename(dispatch.guard('textDocument/prepareRename', null, prepare));
  context.connection.onRenameRequest(dispatch.guard('textDocument/rename', null, handle));
};
