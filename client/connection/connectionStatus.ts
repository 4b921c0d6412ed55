import * as vscode from 'vscode';
import { localConnectionName, platformSandbox } from './connectionProfiles';
import type { Connections } from './connections';

/** The status-bar item of the connection in use; its colour warns of a production sandbox. */
export class ConnectionStatus implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    'featureSql.connection',
    vscode.StatusBarAlignment.Left,
    52,
  );
  private readonly subscriptions: readonly vscode.Disposable[];

  constructor(
    private readonly connections: Connections,
    /** Whether the local sandbox runs, and word of its changes. */
    private readonly sandbox: { readonly isRunning: boolean; readonly onDidChange: vscode.Event<void> },
  ) {
    this.item.name = 'Feature SQL: connection';
    this.item.command = 'featureSql.selectConnection';
    this.subscriptions = [
      this.item,
      connections.onDidChange(() => this.draw()),
      sandbox.onDidChange(() => this.draw()),
    ];
    this.draw();
    this.item.show();
  }

  private draw(): void {
    const profile = this.connections.currentProfile;
    const platform = profile && platformSandbox(profile);
    this.item.text = `$(database) ${this.connections.currentName}${platform ? ` · ${platform}` : ''}`;
    this.item.tooltip = this.tooltip();
    this.item.backgroundColor =
      platform === 'prod' ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
  }

  private tooltip(): string {
    const { currentName, currentProfile } = this.connections;
    if (currentName === localConnectionName) {
      return this.sandbox.isRunning
        ? 'Queries run on the local sandbox. Click to select another connection.'
        : 'Queries run on the local sandbox, which starts with the first one. Click to select another connection.';
    }
    if (!currentProfile)
      return `The settings have no connection named "${currentName}". Click to select one.`;
    const { user, host, database } = currentProfile;
    return `Queries run on ${host}, database ${database}, as ${user}. Click to select another connection.`;
  }

  dispose(): void {
    for (const each of this.subscriptions) each.dispose();
  }
}
