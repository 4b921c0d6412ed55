import * as vscode from 'vscode';
import { setting } from '../base/settings';
import type { Connections } from '../connection/connections';
import { languageId } from '../language/languageServer';
import type { RunsChanged, RunStore } from '../query/runStore';
import { findRun } from '../query/runList';
import type { LocalSandbox } from '../sandbox/localSandbox';
import type { CatalogSource } from './catalogSource';
import type { DatasetsView } from './datasetsView';

/** Command tags of statements that change what the catalog holds. */
const changesCatalog = /^(CREATE|DROP|ALTER)\b/i;

/**
 * Loads the catalog when somebody looks: the Datasets view is open, or a feature SQL file is. It never asks for a
 * password, and starts the local sandbox only as the setting allows.
 */
export class AutoLoad implements vscode.Disposable {
  private readonly subscriptions: readonly { dispose(): void }[];

  constructor(
    private readonly catalog: CatalogSource,
    private readonly connections: Connections,
    private readonly sandbox: LocalSandbox,
    private readonly view: DatasetsView,
    runs: RunStore,
  ) {
    const load = (): void => void this.loadIfWanted();
    this.subscriptions = [
      view.onDidChangeVisibility(load),
      vscode.workspace.onDidOpenTextDocument(load),
      connections.onDidChange(load),
      sandbox.onDidChange(() => this.followSandbox()),
      runs.onDidChange((change) => this.followRuns(change)),
    ];
    load();
  }

  private async loadIfWanted(): Promise<void> {
    if (this.catalog.state.status !== 'none' || !this.isLookedAt()) return;
    if (await this.mayConnect()) await this.catalog.ensure();
  }

  /** What failed while the sandbox did not run is tried again when it does. */
  private followSandbox(): void {
    const failed = this.catalog.state.status === 'failed';
    if (failed && this.connections.isLocal && this.sandbox.isRunning)
      void this.catalog.load().catch(() => undefined);
    else void this.loadIfWanted();
  }

  private isLookedAt(): boolean {
    return (
      this.view.isVisible || vscode.workspace.textDocuments.some((each) => each.languageId === languageId)
    );
  }

  private async mayConnect(): Promise<boolean> {
    if (this.connections.isLocal) return this.sandbox.isRunning || setting('sandbox.autoStart');
    const profile = this.connections.currentProfile;
    return profile !== undefined && (await this.connections.hasPassword(profile));
  }

  private followRuns({ list, previous }: RunsChanged): void {
    const changed = list.runs.some(
      ({ runId, state }) =>
        state.status === 'done' &&
        changesCatalog.test(state.commandTag) &&
        findRun(previous, runId)?.state.status === 'running',
    );
    // A failure shows in the view; the statement itself went well.
    if (changed) void this.catalog.load().catch(() => undefined);
  }

  dispose(): void {
    for (const each of this.subscriptions) each.dispose();
  }
}
