import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openDocument } from './document';
import { hostTest } from './suite';

hostTest('a query is exported to the file it is given, whole', async () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder);
  const target = vscode.Uri.joinPath(folder, 'events.csv');
  const { document } = await openDocument('SELECT _id FROM ecommerce_events LIMIT 2500');
  const range = new vscode.Range(0, 0, 0, document.lineAt(0).text.length);
  await vscode.commands.executeCommand(
    'featureSql.exportQueryToFile',
    document.uri.toString(),
    range,
    target,
  );
  const text = Buffer.from(await vscode.workspace.fs.readFile(target)).toString('utf8');
  const [header, ...rows] = text.trimEnd().split('\n');
  assert.equal(header, '_id');
  assert.equal(rows.length, 2500);
});
