import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { PlainError } from '../base/errors';
import type { Command } from './services';

const folderName = 'feature-sql-sample';
const firstFile = ['features', 'explore.fsql'] as const;

/** Copies the sample project into a new folder, and opens it: `(parentFolder?)`. */
export const createSampleProject: Command = async ({ extension }, parent) => {
  const chosen = parent instanceof vscode.Uri ? parent : await askParent();
  if (!chosen) return;
  const target = vscode.Uri.joinPath(chosen, folderName);
  if (await exists(target)) {
    throw new PlainError(`${target.fsPath} exists already. Choose another folder, or remove it first.`);
  }
  const template = vscode.Uri.joinPath(extension.extensionUri, 'media', 'templates', 'sample-project');
  await vscode.workspace.fs.copy(template, target);
  if (parent instanceof vscode.Uri) return;
  await open(target);
};

async function askParent(): Promise<vscode.Uri | undefined> {
  const folders = await vscode.window.showOpenDialog({
    title: 'Create sample project',
    openLabel: 'Create Here',
    defaultUri: vscode.Uri.file(homedir()),
    canSelectFiles: false,
    canSelectFolders: true,
    canSelectMany: false,
  });
  return folders?.[0];
}

async function open(project: vscode.Uri): Promise<void> {
  const filesToOpen = [vscode.Uri.joinPath(project, ...firstFile)];
  if (!vscode.workspace.workspaceFolders) {
    await vscode.commands.executeCommand('vscode.openFolder', project, {
      forceReuseWindow: true,
      filesToOpen,
    });
    return;
  }
  const here = 'Open Here';
  const elsewhere = 'Open in New Window';
  const chosen = await vscode.window.showInformationMessage(`Created ${project.fsPath}`, here, elsewhere);
  if (!chosen) return;
  const window = chosen === here ? { forceReuseWindow: true } : { forceNewWindow: true };
  await vscode.commands.executeCommand('vscode.openFolder', project, { ...window, filesToOpen });
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}
