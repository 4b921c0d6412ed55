import * as vscode from 'vscode';
import { nodeName } from '../explorer/datasetNode';
import { datasetNodeArgument } from './datasetNodeArgument';
import type { Command } from './services';

export const copyName: Command = async (_services, node) => {
  await vscode.env.clipboard.writeText(nodeName(datasetNodeArgument(node)));
};
