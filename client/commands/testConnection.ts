import * as vscode from 'vscode';
import { formatDuration } from '../base/formatDuration';
import type { Command } from './services';

export const testConnection: Command = async ({ connections, engine }) => {
  const connection = await connections.resolve();
  const { serverVersion, milliseconds } = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: `Connecting to ${connection.profile.name}` },
    () => engine.request('engine/testConnection', connection),
  );
  void vscode.window.showInformationMessage(
    `${connection.profile.name} answers: version ${serverVersion}, ${formatDuration(milliseconds)}.`,
  );
};
