import * as vscode from 'vscode';
import { errorText, isCancelled, PlainError } from './errors';
import type { Log } from './log';

const showLogs = { title: 'Show Logs', command: 'featureSql.showLogs' };

/** Shows an error once, with its buttons, and the same words in the log. A cancel is not an error. */
export async function showError(error: unknown, log: Log): Promise<void> {
  if (isCancelled(error)) return;
  const text = errorText(error);
  log.error(text);
  if (error instanceof Error && error.stack) log.debug(error.stack);
  const actions = error instanceof PlainError ? error.actions : [];
  const chosen = await vscode.window.showErrorMessage(text, ...actions, showLogs);
  if (chosen) await vscode.commands.executeCommand(chosen.command);
}
