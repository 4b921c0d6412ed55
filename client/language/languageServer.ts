import * as vscode from 'vscode';
import type { ErrorHandler, LanguageClientOptions, ServerOptions } from 'vscode-languageclient/node';
import { CloseAction, ErrorAction, LanguageClient, State, TransportKind } from 'vscode-languageclient/node';
import type { LanguageNotifications, LanguageRequests } from '../../server/protocol/language';
import { errorText, PlainError } from '../base/errors';
import { setting } from '../base/settings';
import { restartPolicy } from './restartPolicy';

export const languageId = 'feature-sql';

/** The language server: started once, given the live catalog whenever it (re)starts. */
export class LanguageServer implements vscode.Disposable {
  private readonly client: LanguageClient;
  private catalog: LanguageNotifications['featureSql/catalog'] = { snapshot: null };

  constructor(
    file: string,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.client = new LanguageClient('featureSql', 'Feature SQL', serverOptions(file), {
      ...clientOptions(log),
      errorHandler: errorHandler(() => void this.tellGivenUp()),
    });
    this.client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) void this.sendCatalog();
    });
  }

  get state(): string {
    return State[this.client.state];
  }

  /** A server that does not start is told by the crash policy, so the failure itself only goes to the log. */
  async start(): Promise<void> {
    await this.client.start().catch((error: unknown) => {
      this.log.error(`Language server: ${errorText(error)}`);
    });
  }

  async request<M extends keyof LanguageRequests>(
    method: M,
    params: LanguageRequests[M]['params'],
  ): Promise<LanguageRequests[M]['result']> {
    if (this.client.state === State.Stopped) throw stopped();
    // While it starts, the client would send this before it tells the server of the open documents.
    await this.client.start();
    return this.client.sendRequest<LanguageRequests[M]['result']>(method, params);
  }

  /** `undefined` goes back to the catalog file of the workspace. */
  async setCatalog(snapshot: string | undefined): Promise<void> {
    this.catalog = { snapshot: snapshot ?? null };
    await this.sendCatalog();
  }

  private async sendCatalog(): Promise<void> {
    if (this.client.state === State.Running) {
      await this.client.sendNotification('featureSql/catalog', this.catalog);
    }
  }

  private async tellGivenUp(): Promise<void> {
    const text = 'The language server stopped twice, so completion and checks are off. Queries still run.';
    this.log.error(text);
    const chosen = await vscode.window.showErrorMessage(text, 'Restart', 'Show Logs');
    if (chosen === 'Restart') await (this.client.needsStop() ? this.client.restart() : this.start());
    if (chosen === 'Show Logs') this.log.show();
  }

  async dispose(): Promise<void> {
    if (this.client.needsStop()) await this.client.dispose();
  }
}

function errorHandler(onGivenUp: () => void): ErrorHandler {
  const mayRestart = restartPolicy(Date.now);
  return {
    error: (_error, _message, count = 0) => ({
      action: count < 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
      handled: true,
    }),
    closed: () => {
      if (mayRestart()) return { action: CloseAction.Restart, handled: true };
      onGivenUp();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

function serverOptions(file: string): ServerOptions {
  return {
    run: { module: file, transport: TransportKind.ipc },
    debug: {
      module: file,
      transport: TransportKind.ipc,
      options: { execArgv: ['--nolazy', '--inspect=6011'] },
    },
  };
}

function clientOptions(log: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: [{ language: languageId }],
    synchronize: { configurationSection: 'featureSql' },
    outputChannel: log,
    initializationFailedHandler: () => false,
    initializationOptions: catalogFileOption(),
  };
}

/** Named only when the person chose another place than each workspace folder's own, which the server watches. */
function catalogFileOption(): { readonly catalogFile?: string } {
  const file = setting('catalog.file');
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const chosen = vscode.workspace.getConfiguration('featureSql').inspect<string>('catalog.file');
  const isDefault = chosen?.globalValue === undefined && chosen?.workspaceValue === undefined;
  if (isDefault || !folder) return {};
  return { catalogFile: vscode.Uri.joinPath(folder, file).fsPath };
}

function stopped(): PlainError {
  return new PlainError(
    'The language server does not run, so the statement at the cursor is not known. Select the text and use Run Selection.',
    [{ title: 'Run Selection', command: 'featureSql.runSelection' }],
  );
}
