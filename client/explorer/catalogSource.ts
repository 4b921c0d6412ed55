import * as vscode from 'vscode';
import { errorText, isCancelled } from '../base/errors';
import type { Log } from '../base/log';
import type { Connections } from '../connection/connections';
import type { EngineClient } from '../query/engineClient';
import type { CatalogSnapshot } from './catalogSnapshot';
import { parseCatalogSnapshot } from './catalogSnapshot';

/** What the window knows of the data sets behind the connection in use. */
export type CatalogState =
  | { readonly status: 'none' }
  | { readonly status: 'loading' }
  | { readonly status: 'loaded'; readonly text: string; readonly snapshot: CatalogSnapshot }
  | { readonly status: 'failed'; readonly message: string };

/** Loads the catalog through the engine and holds it as a value; a change of connection makes it unknown again. */
export class CatalogSource implements vscode.Disposable {
  private current: CatalogState = { status: 'none' };
  private loading: Promise<CatalogState> | undefined;
  private readonly changed = new vscode.EventEmitter<CatalogState>();
  private readonly subscription: vscode.Disposable;

  readonly onDidChange = this.changed.event;

  constructor(
    private readonly engine: EngineClient,
    private readonly connections: Connections,
    private readonly log: Log,
  ) {
    this.subscription = connections.onDidChange(() => {
      this.loading = undefined;
      this.become({ status: 'none' });
    });
  }

  get state(): CatalogState {
    return this.current;
  }

  /** Loads what is not loaded yet, without complaint when that fails: the view tells it. */
  async ensure(): Promise<void> {
    if (this.current.status !== 'none') return;
    await this.load().catch(() => undefined);
  }

  /** Loads anew. Throws when the catalog cannot be read. */
  async load(): Promise<CatalogState> {
    if (!this.loading) {
      const loading = this.fetch().finally(() => {
        if (this.loading === loading) this.loading = undefined;
      });
      this.loading = loading;
    }
    return this.loading;
  }

  private async fetch(): Promise<CatalogState> {
    const before = this.current;
    const name = this.connections.currentName;
    const stillWanted = (): boolean => this.connections.currentName === name;
    this.become({ status: 'loading' });
    try {
      const { snapshot: text, warnings } = await this.connections.use((connection) =>
        this.engine.request('engine/catalog', { connection }),
      );
      for (const warning of warnings) this.log.warn(`Catalog: ${warning}`);
      const loaded: CatalogState = { status: 'loaded', text, snapshot: parseCatalogSnapshot(text) };
      if (stillWanted()) this.become(loaded);
      return loaded;
    } catch (error) {
      if (stillWanted()) {
        this.become(isCancelled(error) ? before : { status: 'failed', message: errorText(error) });
      }
      throw error;
    }
  }

  private become(state: CatalogState): void {
    this.current = state;
    this.changed.fire(state);
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }
}
