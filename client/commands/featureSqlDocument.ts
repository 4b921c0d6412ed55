import * as vscode from 'vscode';
import { PlainError } from '../base/errors';
import { languageId } from '../language/languageServer';

/** The editor that a command of the palette or a key is about. */
export function featureSqlEditor(): vscode.TextEditor {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId === languageId) return editor;
  throw new PlainError(
    'This command works on a feature SQL file. Open one and put the cursor into a statement.',
  );
}

/** The document that a menu or a code lens names, else the one in front. */
export async function featureSqlDocument(uri: unknown): Promise<vscode.TextDocument> {
  if (uri instanceof vscode.Uri) return vscode.workspace.openTextDocument(uri);
  if (typeof uri === 'string') return vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  return featureSqlEditor().document;
}

export function documentTitle(document: vscode.TextDocument): string {
  return document.uri.path.split('/').pop() || 'Query';
}
