import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { ExportParams, ExportResult } from '../../server/protocol/engine';
import { PlainError } from '../base/errors';
import { formatBytes } from '../../server/protocol/formatBytes';
import { formatCount } from '../../server/protocol/formatCount';
import { formatDuration } from '../../server/protocol/formatDuration';
import type { EngineClient } from '../query/engineClient';
import { exportFileStem, exportFormatOf, exportFormats } from './exportFormats';

export interface ExportRequest {
  /** Of the result's tab or the document; a file name is proposed from it. */
  readonly title: string;
  readonly source: () => Promise<ExportParams['source']>;
  /** Where to write; asked for when absent. */
  readonly target?: vscode.Uri | undefined;
}

/** Writes a whole result to a file, with progress that can be cancelled, and says what was written. */
export async function exportToFile(engine: EngineClient, request: ExportRequest): Promise<void> {
  const target = request.target ?? (await askTarget(request.title));
  if (!target) return;
  const format = exportFormatOf(target.fsPath);
  if (!format) throw unknownFormat(target);
  const source = await request.source();
  const params: ExportParams = { exportId: randomUUID(), file: target.fsPath, format, source };
  const result = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: `Exporting to ${basename(target.fsPath)}`,
      cancellable: true,
    },
    (progress, token) => exportWithProgress(engine, params, progress, token),
  );
  void tellResult(target, result);
}

async function exportWithProgress(
  engine: EngineClient,
  params: ExportParams,
  progress: vscode.Progress<{ message: string }>,
  token: vscode.CancellationToken,
): Promise<ExportResult> {
  const subscription = engine.onExportProgress(({ exportId, rows }) => {
    if (exportId === params.exportId) progress.report({ message: `${formatCount(rows, 'row')} written` });
  });
  try {
    return await engine.request('engine/export', params, token);
  } finally {
    subscription.dispose();
  }
}

function askTarget(title: string): Thenable<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `${exportFileStem(title)}.${exportFormats[0].extension}`;
  return vscode.window.showSaveDialog({
    title: 'Export result',
    saveLabel: 'Export',
    filters: Object.fromEntries(exportFormats.map((each) => [each.title, [each.extension]])),
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
}

async function tellResult(target: vscode.Uri, result: ExportResult): Promise<void> {
  const open = 'Open';
  const reveal = 'Reveal';
  const copyPath = 'Copy Path';
  const facts = [
    formatCount(result.rows, 'row'),
    formatCount(result.columns, 'column'),
    formatBytes(result.bytes),
    formatDuration(result.milliseconds),
  ];
  const chosen = await vscode.window.showInformationMessage(
    `Exported to ${basename(target.fsPath)}: ${facts.join(', ')}`,
    open,
    reveal,
    copyPath,
  );
  if (chosen === open) await vscode.commands.executeCommand('vscode.open', target);
  if (chosen === reveal) await revealFile(target);
  if (chosen === copyPath) await vscode.env.clipboard.writeText(target.fsPath);
}

/** In the explorer when the file is in the workspace, else in the file manager of the system. */
async function revealFile(file: vscode.Uri): Promise<void> {
  const inWorkspace = vscode.workspace.getWorkspaceFolder(file) !== undefined;
  await vscode.commands.executeCommand(inWorkspace ? 'revealInExplorer' : 'revealFileInOS', file);
}

function unknownFormat(target: vscode.Uri): PlainError {
  const known = exportFormats.map((each) => `.${each.extension}`).join(', ');
  return new PlainError(
    `${basename(target.fsPath)} names no format that can be written. Give the file one of these endings: ${known}.`,
  );
}
