import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { setting } from '../base/settings';
import { sameCatalog } from './sameCatalog';

/**
 * Writes the snapshot to the catalog file of each workspace folder that uses it: one that has the file already, or
 * that holds feature SQL. Answers the files that changed.
 */
export async function writeCatalogFiles(snapshot: string): Promise<readonly vscode.Uri[]> {
  const written: vscode.Uri[] = [];
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const file = catalogFile(folder);
    if (!file) continue;
    const present = await readIfThere(file);
    if (present === undefined && !(await holdsFeatureSql(folder))) continue;
    if (present !== undefined && sameCatalog(present, snapshot)) continue;
    await vscode.workspace.fs.createDirectory(file.with({ path: dirname(file.path) }));
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(snapshot));
    written.push(file);
  }
  return written;
}

function catalogFile(folder: vscode.WorkspaceFolder): vscode.Uri | undefined {
  const path = setting('catalog.file', folder.uri);
  return path ? vscode.Uri.joinPath(folder.uri, path) : undefined;
}

async function holdsFeatureSql(folder: vscode.WorkspaceFolder): Promise<boolean> {
  const pattern = new vscode.RelativePattern(folder, '**/*.{fsql,feature.sql}');
  return (await vscode.workspace.findFiles(pattern, undefined, 1)).length > 0;
}

async function readIfThere(file: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}
