import * as vscode from 'vscode';
import { nodePath } from '../explorer/datasetNode';
import { datasetNodeArgument } from './datasetNodeArgument';
import type { Command } from './services';

/** The name or path as SQL writes it. */
export const copyPath: Command = async (_services, node) => {
  await vscode.env.clipboard.writeText(nodePath(datasetNodeArgument(node)));
};
