import * as vscode from 'vscode';
import { nodePath } from '../explorer/datasetNode';
import { trimStatement } from '../query/statementText';
import { languageId } from '../language/languageServer';
import { datasetNodeArgument } from './datasetNodeArgument';
import { documentTitle } from './featureSqlDocument';
import type { Command } from './services';

/** Opens a query over the data set, which can be changed and run again, and runs it. */
export const previewRows: Command = async ({ queries }, node) => {
  const content = `SELECT *\nFROM ${nodePath(datasetNodeArgument(node))}\nLIMIT 100;\n`;
  const document = await vscode.workspace.openTextDocument({ language: languageId, content });
  await vscode.window.showTextDocument(document);
  const statement = trimStatement(content, { line: 0, character: 0 });
  if (!statement) return;
  await queries.run({
    title: documentTitle(document),
    uri: document.uri.toString(),
    statements: [statement],
  });
};
