import * as vscode from 'vscode';
import type { Command } from './services';

export const resetLocalSandbox: Command = async ({ sandbox, connections, catalog }) => {
  const reset = 'Reset';
  const chosen = await vscode.window.showWarningMessage(
    'Reset the local sandbox?',
    {
      modal: true,
      detail: `Tables that you made in it are deleted, and the synthetic data is generated anew. Folder: ${sandbox.dataFolder}`,
    },
    reset,
  );
  if (chosen !== reset) return;
  await sandbox.reset();
  if (connections.isLocal) await catalog.load();
};
