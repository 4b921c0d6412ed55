import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openDocument } from './document';
import { hostTest } from './suite';

const id = 'feature-sql.feature-sql';

hostTest('opening feature SQL activates the extension', async () => {
  await openDocument('SELECT 1');
  const extension = vscode.extensions.getExtension(id);
  assert.ok(extension);
  await extension.activate();
  assert.equal(extension.isActive, true);
});

hostTest('every command of the manifest is registered', async () => {
  const manifest = vscode.extensions.getExtension(id)?.packageJSON as {
    contributes: { commands: { command: string }[] };
  };
  const registered = new Set(await vscode.commands.getCommands(true));
  const missing = manifest.contributes.commands.filter(({ command }) => !registered.has(command));
  assert.deepEqual(missing, []);
});

hostTest('the endings of feature SQL files choose the language', async () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder);
  for (const name of ['a.fsql', 'a.feature.sql']) {
    const file = vscode.Uri.joinPath(folder, name);
    await vscode.workspace.fs.writeFile(file, Buffer.from('SELECT 1'));
    assert.equal((await vscode.workspace.openTextDocument(file)).languageId, 'feature-sql');
  }
});
