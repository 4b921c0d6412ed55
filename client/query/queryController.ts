import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { Connection } from '../../server/protocol/connection';
import type { RunState } from '../../server/protocol/engine';
import { errorText, queryProblem } from '../base/errors';
import type { Log } from '../base/log';
import { setting } from '../base/settings';
import type { Connections } from '../connection/connections';
import type { EngineClient } from './engineClient';
import type { FilledQuery, ParameterValues } from './parameterValues';
import type { QueryRun } from './queryRun';
import { addRun, changeState, findRun, loseEngine, moveOrigins, runningIn } from './runList';
import type { RunsChanged, RunStore } from './runStore';
import type { StatementText } from './statementText';
import { trackRange } from './trackRange';

export interface RunRequest {
  readonly title: string;
  /** The document that the statements stand in. */
  readonly uri?: string | undefined;
  readonly statements: readonly (Pick<StatementText, 'sql'> & Partial<StatementText>)[];
}

/** The statements of one press of a button. */
interface Batch {
  readonly id: string;
  isCancelled: boolean;
}

/** Sends statements to the engine, one after the other, and keeps the run store true to what the engine tells. */
export class QueryController implements vscode.Disposable {
  private readonly batches = new Map<string, { readonly batch: Batch; readonly ended: Promise<void> }>();
  /** How offsets of a running query's text, as sent, relate to the text in the editor. */
  private readonly offsets = new Map<string, (offset: number) => number>();
  private readonly subscriptions: readonly { dispose(): void }[];

  constructor(
    private readonly engine: EngineClient,
    private readonly connections: Connections,
    private readonly runs: RunStore,
    private readonly parameters: ParameterValues,
    private readonly log: Log,
    private readonly showResults: () => void,
  ) {
    this.subscriptions = [
      engine.onRunChanged((state) => this.accept(state)),
      engine.onStopped((text) => this.runs.update((list) => loseEngine(list, text, Date.now()))),
      runs.onDidChange((change) => this.closeRemoved(change)),
      vscode.workspace.onDidChangeTextDocument((event) => this.followEdit(event)),
    ];
  }

  /** Runs the statements in order, up to the first that does not end well. */
  async run(request: RunRequest): Promise<void> {
    const key = request.uri ?? randomUUID();
    if (!(await this.makeWay(key))) return;
    const batch: Batch = { id: randomUUID(), isCancelled: false };
    const work = this.runBatch(batch, request);
    // Whoever waits for its turn waits for the end, good or bad; the error itself goes to the caller.
    this.batches.set(key, { batch, ended: work.catch(() => undefined) });
    try {
      await work;
    } finally {
      this.batches.delete(key);
    }
  }

  private async runBatch(batch: Batch, request: RunRequest): Promise<void> {
    const connection = await this.connections.resolve();
    for (const [index, statement] of request.statements.entries()) {
      if (batch.isCancelled) return;
      const title = request.statements.length > 1 ? `${request.title} (${index + 1})` : request.title;
      const filled = await this.parameters.fill(statement.sql);
      const origin = request.uri === undefined ? undefined : { uri: request.uri, range: statement.range };
      if (index === 0) this.showResults();
      const run = { batch: batch.id, title, sql: statement.sql, origin };
      const state = await this.send(connection, run, filled);
      if (state.status !== 'done') return;
    }
  }

  async rerun(runId: string): Promise<void> {
    const run = findRun(this.runs.list, runId);
    if (!run) return;
    const statement = { sql: run.sql, ...(run.origin?.range && { range: run.origin.range }) };
    await this.run({ title: run.title, uri: run.origin?.uri, statements: [statement] });
  }

  async cancel(runId: string): Promise<void> {
    await this.engine.request('engine/cancel', { runId });
  }

  /** One statement at a time runs from a document, so that its order is the order of its effects. */
  private async makeWay(key: string): Promise<boolean> {
    const earlier = this.batches.get(key);
    if (!earlier) return true;
    const replace = 'Cancel It and Run This';
    const chosen = await vscode.window.showInformationMessage(
      'A statement of this file is still running.',
      replace,
    );
    if (chosen !== replace) return false;
    earlier.batch.isCancelled = true;
    const running = runningIn(this.runs.list, key);
    if (running) await this.cancel(running.runId);
    await earlier.ended;
    return true;
  }

  private async send(
    connection: Connection,
    run: Pick<QueryRun, 'batch' | 'title' | 'sql' | 'origin'>,
    { sql, toOriginal }: FilledQuery,
  ): Promise<RunState> {
    const runId = randomUUID();
    this.runs.update((list) =>
      addRun(list, {
        ...run,
        runId,
        connectionName: connection.profile.name,
        startedAt: Date.now(),
        pinned: false,
        rowsLost: false,
        state: { status: 'running', runId },
      }),
    );
    this.offsets.set(runId, toOriginal);
    const state = await this.withoutRefusedPassword(await this.request(runId, connection, sql), connection);
    this.accept(state);
    this.offsets.delete(runId);
    return state;
  }

  private async withoutRefusedPassword(state: RunState, { profile }: Connection): Promise<RunState> {
    if (state.status !== 'failed' || !(await this.connections.learnFrom(state.problem, profile)))
      return state;
    return { ...state, problem: { hint: 'Run again to enter another password.', ...state.problem } };
  }

  /** Takes a state from the engine, with the place of a problem moved to the text in the editor. */
  private accept(state: RunState): void {
    const toOriginal = this.offsets.get(state.runId);
    const offset = state.status === 'failed' ? state.problem.offset : undefined;
    if (state.status !== 'failed' || offset === undefined || !toOriginal) {
      return this.runs.update((list) => changeState(list, state));
    }
    const problem = { ...state.problem, offset: toOriginal(offset) };
    this.runs.update((list) => changeState(list, { ...state, problem }));
  }

  private async request(runId: string, connection: Connection, sql: string): Promise<RunState> {
    const started = Date.now();
    try {
      const previewRows = setting('preview.rowLimit');
      return await this.engine.request('engine/run', { runId, connection, sql, previewRows });
    } catch (error) {
      const problem = queryProblem(error) ?? { message: errorText(error) };
      this.log.error(`Query failed: ${problem.message}`);
      return { status: 'failed', runId, problem, milliseconds: Date.now() - started };
    }
  }

  private closeRemoved({ list, previous }: RunsChanged): void {
    if (!this.engine.isRunning) return;
    for (const { runId, rowsLost } of previous.runs) {
      if (rowsLost || findRun(list, runId)) continue;
      this.engine.request('engine/closeRun', { runId }).catch((error: unknown) => {
        this.log.warn(`Closing a result: ${errorText(error)}`);
      });
    }
  }

  private followEdit(event: vscode.TextDocumentChangeEvent): void {
    const uri = event.document.uri.toString();
    for (const change of event.contentChanges) {
      this.runs.update((list) => moveOrigins(list, uri, (range) => trackRange(range, change)));
    }
  }

  dispose(): void {
    for (const each of this.subscriptions) each.dispose();
  }
}
