import * as vscode from 'vscode';
import { formatDuration } from '../../server/protocol/formatDuration';
import type { QueryRun } from './queryRun';
import type { RunStore } from './runStore';

const tickMilliseconds = 200;

/** The status-bar item of the running query: how long it runs, and a click cancels it. */
export class RunStatus implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    'featureSql.running',
    vscode.StatusBarAlignment.Left,
    51,
  );
  private readonly subscription: { dispose(): void };
  private clock: NodeJS.Timeout | undefined;

  constructor(private readonly runs: RunStore) {
    this.item.name = 'Feature SQL: running query';
    this.item.command = 'featureSql.cancelQuery';
    this.subscription = runs.onDidChange(() => this.update());
  }

  private get running(): readonly QueryRun[] {
    return this.runs.list.runs.filter((run) => run.state.status === 'running');
  }

  private update(): void {
    const { running } = this;
    if (running.length > 0 && !this.clock) this.clock = setInterval(() => this.draw(), tickMilliseconds);
    if (running.length > 0) return this.draw();
    clearInterval(this.clock);
    this.clock = undefined;
    this.item.hide();
  }

  private draw(): void {
    const [first, ...others] = this.running;
    if (!first) return;
    const elapsed = formatDuration(Date.now() - first.startedAt);
    const what = others.length > 0 ? `${others.length + 1} queries, ` : '';
    this.item.text = `$(loading~spin) Running ${what}${elapsed}`;
    this.item.tooltip = `${first.title} runs on ${first.connectionName}. Click to cancel.`;
    this.item.show();
  }

  dispose(): void {
    clearInterval(this.clock);
    this.subscription.dispose();
    this.item.dispose();
  }
}
