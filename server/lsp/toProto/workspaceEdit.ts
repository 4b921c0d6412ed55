import type { AnnotatedTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { FileEdits } from '../../features/rename';
import type { OpenFile, ServerContext } from '../context';
import { clientFile } from '../workspace/fileDocuments';
import { protoEdit } from './range';

const otherFiles = 'otherFiles';

/**
 * Edits of files, in the most careful form that the client knows: of the versions that they were made for, and in a
 * preview with those of other files than the one asked about apart.
 */
export function workspaceEdit(
  context: ServerContext,
  opened: OpenFile,
  files: readonly FileEdits[],
): WorkspaceEdit {
  const placed = files.map(({ uri, edits }) => ({
    isOther: uri !== opened.uri,
    edits,
    ...clientFile(context, opened, uri),
  }));
  const { client } = context;
  if (!client.documentChanges) {
    return {
      changes: Object.fromEntries(
        placed.map(({ uri, document, edits }) => [uri, edits.map((edit) => protoEdit(document, edit))]),
      ),
    };
  }
  const isAnnotated = client.changeAnnotations && placed.some(({ isOther }) => isOther);
  const documentChanges = placed.map(({ uri, document, version, isOther, edits }) => ({
    textDocument: { uri, version: version ?? null },
    edits: edits.map((edit): TextEdit | AnnotatedTextEdit => ({
      ...protoEdit(document, edit),
      ...(isAnnotated && isOther && { annotationId: otherFiles }),
    })),
  }));
  if (!isAnnotated) return { documentChanges };
  // To be confirmed, each edit would have to be ticked, and half a rename is worse than none.
  const annotation = { label: 'In other files', needsConfirmation: false };
  return { documentChanges, changeAnnotations: { [otherFiles]: annotation } };
}
