import * as vscode from 'vscode';
import { formatDuration } from '../../server/protocol/formatDuration';
import type { Command } from './services';

export const testConnection: Command = ({ connections, engine }) =>
  connections.use(async (connection) => {
    const { name } = connection.profile;
    const { serverVersion, milliseconds } = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: `Connecting to ${name}` },
      () => engine.request('engine/testConnection', connection),
    );
    void vscode.window.showInformationMessage(
      `${name} answers: version ${serverVersion}, ${formatDuration(milliseconds)}.`,
    );
  });
