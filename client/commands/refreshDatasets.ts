import * as vscode from 'vscode';
import { formatCount } from '../../server/protocol/formatCount';
import { writeCatalogFiles } from '../explorer/catalogFile';
import type { Command } from './services';

/** Reads the catalog anew, and brings the catalog files of the workspace up to date. */
export const refreshDatasets: Command = async ({ catalog, log }) => {
  const state = await catalog.load();
  if (state.status !== 'loaded') return;
  const count = formatCount(state.snapshot.datasets.length, 'data set');
  vscode.window.setStatusBarMessage(`Loaded ${count}`, 5000);
  for (const file of await writeCatalogFiles(state.text)) {
    log.info(`Wrote ${file.fsPath}`);
    vscode.window.setStatusBarMessage(`Updated ${vscode.workspace.asRelativePath(file)}`, 5000);
  }
};
