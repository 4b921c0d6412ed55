import * as vscode from 'vscode';
import { errorText, PlainError } from '../base/errors';
import type { Log } from '../base/log';
import { showError } from '../base/showError';
import type { EngineClient } from '../query/engineClient';
import { activateRun, closeRun, findRun, pinRun, rowsFetched } from '../query/runList';
import type { RunStore } from '../query/runStore';
import type { PageIntent, PageUpdate } from './messages';
import { parseIntent } from './parseIntent';
import type { PagePlace } from './resultsHtml';
import { resultsHtml, resultsWebviewOptions } from './resultsHtml';
import { resultTab } from './resultTab';

/** What the page may ask for that is not its own business. */
export interface PageActions {
  readonly rerun: (runId: string) => Promise<void>;
  readonly cancel: (runId: string) => Promise<void>;
  readonly exportResult: (runId: string) => Promise<void>;
  readonly showPlace: (runId: string) => Promise<void>;
}

/** How often a running query's time moves on. */
const tickMilliseconds = 200;

/** One webview that shows the runs. Rows pass through on request; none are kept here. */
export class ResultsPage implements vscode.Disposable {
  /** False until the script of the page listens; a page that was hidden starts again. */
  private isReady = false;
  private clock: NodeJS.Timeout | undefined;
  private readonly subscriptions: readonly { dispose(): void }[];

  constructor(
    private readonly webview: vscode.Webview,
    place: PagePlace,
    extension: vscode.Uri,
    private readonly runs: RunStore,
    private readonly engine: EngineClient,
    private readonly actions: PageActions,
    private readonly log: Log,
  ) {
    this.subscriptions = [
      webview.onDidReceiveMessage((message: unknown) => void this.receive(message)),
      runs.onDidChange(() => this.sendTabs()),
    ];
    webview.options = resultsWebviewOptions(extension);
    webview.html = resultsHtml(webview, extension, place);
  }

  private async receive(message: unknown): Promise<void> {
    try {
      await this.obey(parseIntent(message));
    } catch (error) {
      await showError(error, this.log);
    }
  }

  private async obey(intent: PageIntent): Promise<void> {
    switch (intent.kind) {
      case 'ready':
        this.isReady = true;
        return this.sendTabs();
      case 'fetchRows':
        return this.sendRows(intent);
      case 'activate':
        return this.runs.update((list) => activateRun(list, intent.runId));
      case 'close':
        return this.runs.update((list) => closeRun(list, intent.runId));
      case 'pin':
        return this.runs.update((list) => pinRun(list, intent.runId, intent.pinned));
      case 'rerun':
        return this.actions.rerun(intent.runId);
      case 'cancel':
        return this.actions.cancel(intent.runId);
      case 'export':
        return this.actions.exportResult(intent.runId);
      case 'showPlace':
        return this.actions.showPlace(intent.runId);
      case 'copy':
        await vscode.env.clipboard.writeText(intent.text);
        return void vscode.window.setStatusBarMessage(`Copied ${intent.what}`, 3000);
      case 'showLog':
        return void vscode.commands.executeCommand('featureSql.showLogs');
    }
  }

  private sendTabs(): void {
    const { runs, active } = this.runs.list;
    const now = Date.now();
    this.send({ kind: 'tabs', tabs: runs.map((run) => resultTab(run, now)), active });
    this.keepClock(runs.some((run) => run.state.status === 'running'));
  }

  private keepClock(needed: boolean): void {
    if (needed === (this.clock !== undefined)) return;
    clearInterval(this.clock);
    this.clock = needed ? setInterval(() => this.sendElapsed(), tickMilliseconds) : undefined;
  }

  private sendElapsed(): void {
    const now = Date.now();
    for (const run of this.runs.list.runs) {
      const { runId, state } = resultTab(run, now);
      if (state.status === 'running') this.send({ kind: 'elapsed', runId, text: state.elapsed });
    }
  }

  private async sendRows({
    requestId,
    runId,
    start,
    count,
  }: PageIntent & { kind: 'fetchRows' }): Promise<void> {
    try {
      if (findRun(this.runs.list, runId)?.rowsLost !== false) throw new PlainError('These rows are gone.');
      const page = await this.engine.request('engine/page', { runId, start, count });
      this.runs.update((list) => rowsFetched(list, runId, page));
      this.send({ kind: 'rows', requestId, start: page.start, rows: page.rows });
    } catch (error) {
      this.log.warn(`Reading rows: ${errorText(error)}`);
      this.send({ kind: 'rowsFailed', requestId, message: errorText(error) });
    }
  }

  private send(update: PageUpdate): void {
    if (this.isReady) void this.webview.postMessage(update);
  }

  dispose(): void {
    clearInterval(this.clock);
    for (const each of this.subscriptions) each.dispose();
  }
}
