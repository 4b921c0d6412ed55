import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { until } from './document';

/** Milliseconds. */
export interface HostFigures {
  readonly activation: number;
  /** From opening the first feature SQL file until its columns are offered. */
  readonly firstCompletion: number;
  readonly laterCompletion: number;
}

/** What VS Code calls in its extension host instead of the tests. */
export async function run(): Promise<void> {
  const file = process.env['FEATURE_SQL_TEST_RESULTS'];
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const extension = vscode.extensions.getExtension('feature-sql.feature-sql');
  if (!file || !folder || !extension)
    throw new Error('The benchmark needs a results file, a folder and the extension');
  const activation = await milliseconds(() => extension.activate());
  const uri = vscode.Uri.joinPath(folder, 'features', 'training_set.fsql');
  const firstCompletion = await milliseconds(async () => {
    await vscode.window.showTextDocument(uri);
    await until('the columns', async () => ((await offers(uri, 'user_id')) ? true : undefined));
  });
  const laterCompletion = await milliseconds(() => offers(uri, 'user_id'));
  const figures: HostFigures = { activation, firstCompletion, laterCompletion };
  await writeFile(file, JSON.stringify(figures));
}

/** Whether the completion after the first `_acme.` of a file offers a name. */
async function offers(uri: vscode.Uri, name: string): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(uri);
  const position = document.positionAt(document.getText().indexOf('_acme.') + '_acme.'.length);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    position,
  );
  return list.items.some(({ label }) => (typeof label === 'string' ? label : label.label) === name);
}

async function milliseconds(work: () => PromiseLike<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
