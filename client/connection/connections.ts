import * as vscode from 'vscode';
import type { Connection, ConnectionProfile } from '../../server/protocol/connection';
import type { QueryProblem } from '../../server/protocol/engine';
import { CancelledError, PlainError, queryProblem } from '../base/errors';
import { onSettingChanged, setting, settingsSection } from '../base/settings';
import { localConnectionName, passwordKey, readConnectionProfiles } from './connectionProfiles';

/** The class of SQLSTATE codes about a login that was refused. */
const invalidAuthorization = '28';

/** Which Query Service statements go to: the local sandbox, or one of the settings. Owns no secret itself. */
export class Connections implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: readonly vscode.Disposable[];

  readonly onDidChange = this.changed.event;

  constructor(
    private readonly secrets: vscode.SecretStorage,
    private readonly localConnection: () => Promise<Connection>,
  ) {
    this.subscriptions = [
      onSettingChanged('connection', () => this.changed.fire()),
      onSettingChanged('connections', () => this.changed.fire()),
    ];
  }

  get currentName(): string {
    return setting('connection');
  }

  get isLocal(): boolean {
    return this.currentName === localConnectionName;
  }

  /** The connection of the settings that is in use; undefined for the local sandbox, and when there is none. */
  get currentProfile(): ConnectionProfile | undefined {
    return this.profiles.find((profile) => profile.name === this.currentName);
  }

  get profiles(): readonly ConnectionProfile[] {
    return readConnectionProfiles(setting('connections')).profiles;
  }

  get problems(): readonly string[] {
    return readConnectionProfiles(setting('connections')).problems;
  }

  async select(name: string): Promise<void> {
    await update('connection', name);
  }

  async add(profile: ConnectionProfile, password: string): Promise<void> {
    const { name, host, port, database, user, tls } = profile;
    const entry = { name, host, port, database, user, tls };
    const present = vscode.workspace.getConfiguration(settingsSection).inspect<unknown[]>('connections');
    await vscode.workspace
      .getConfiguration(settingsSection)
      .update('connections', [...(present?.globalValue ?? []), entry], vscode.ConfigurationTarget.Global);
    await this.secrets.store(passwordKey(profile), password);
  }

  /** Forgets a password that the server refused, so that the next use asks for another; says whether it did. */
  async learnFrom(problem: QueryProblem | undefined, profile: ConnectionProfile): Promise<boolean> {
    if (!problem?.sqlState?.startsWith(invalidAuthorization) || profile.kind === 'local') return false;
    await this.secrets.delete(passwordKey(profile));
    return true;
  }

  async hasPassword(profile: ConnectionProfile): Promise<boolean> {
    return (await this.secrets.get(passwordKey(profile))) !== undefined;
  }

  /** The connection in use with its secrets. Starts the local sandbox, or asks for a password, when needed. */
  async resolve(): Promise<Connection> {
    if (this.isLocal) return this.localConnection();
    const profile = this.currentProfile;
    if (!profile) throw this.unknownConnection();
    const stored = await this.secrets.get(passwordKey(profile));
    return { profile, secrets: { password: stored ?? (await this.askPassword(profile)) } };
  }

  /** Does something with the connection in use, and learns from it when the login is refused. */
  async use<T>(action: (connection: Connection) => Promise<T>): Promise<T> {
    const connection = await this.resolve();
    try {
      return await action(connection);
    } catch (error) {
      await this.learnFrom(queryProblem(error), connection.profile);
      throw error;
    }
  }

  private async askPassword(profile: ConnectionProfile): Promise<string> {
    const password = await vscode.window.showInputBox({
      title: `Password of ${profile.name}`,
      prompt: `For ${profile.user} at ${profile.host}. It is kept in the secret storage of the editor.`,
      password: true,
      ignoreFocusOut: true,
    });
    if (!password) throw new CancelledError();
    await this.secrets.store(passwordKey(profile), password);
    return password;
  }

  private unknownConnection(): PlainError {
    const about = this.problems.length > 0 ? ` ${this.problems.join('. ')}.` : '';
    return new PlainError(`The settings have no connection named "${this.currentName}".${about}`, [
      { title: 'Select Connection', command: 'featureSql.selectConnection' },
    ]);
  }

  dispose(): void {
    for (const each of this.subscriptions) each.dispose();
    this.changed.dispose();
  }
}

/** In the workspace when there is one, so that each project keeps its own connection. */
async function update(name: 'connection', value: string): Promise<void> {
  const target = vscode.workspace.workspaceFolders
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  await vscode.workspace.getConfiguration(settingsSection).update(name, value, target);
}
