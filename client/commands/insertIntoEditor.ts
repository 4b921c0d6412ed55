import * as vscode from 'vscode';
import { PlainError } from '../base/errors';
import { nodePath } from '../explorer/datasetNode';
import { languageId } from '../language/languageServer';
import { datasetNodeArgument } from './datasetNodeArgument';
import type { Command } from './services';

/** The path of a field, or the name of a data set, at the cursor. */
export const insertIntoEditor: Command = async (_services, node) => {
  const path = nodePath(datasetNodeArgument(node));
  const editor =
    vscode.window.activeTextEditor ??
    vscode.window.visibleTextEditors.find((each) => each.document.languageId === languageId);
  if (!editor) throw new PlainError('No editor is open to insert into. Open a feature SQL file first.');
  await vscode.window.showTextDocument(editor.document, editor.viewColumn);
  await editor.edit((edit) => {
    for (const selection of editor.selections) edit.replace(selection, path);
  });
};
