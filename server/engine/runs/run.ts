import { DatabaseError } from 'pg';
import type { PageResult, RunState } from '../../protocol/engine';
import { SerialQueue } from '../../base/serialQueue';
import { untilAborted } from '../../base/untilAborted';
import { QueryError, queryProblem } from '../queryProblem';
import type { Lease, SessionHolder, SessionPool } from '../sessions/sessionPool';
import { changesSession } from '../sessions/sessionState';
import { execute, type ExecuteContext, type Executed } from './execute';
import { rowsAMove, type FetchedResult } from './fetchedResult';
import { resultColumn } from './resultColumn';

export interface RunContext extends ExecuteContext {
  readonly pool: SessionPool;
  readonly changed: (state: RunState) => void;
}

/** An open cursor that has to make way is read this much further; a longer result is given up there. */
const rowsWhenYielding = 100_000;
/** How long a server may take to stop a query before the connection is cut. */
const cancelPatience = 5_000;
const cancelInterval = 500;

/** One query from start to end: its state, the session that it holds while it needs one, and its result. */
export class Run implements SessionHolder {
  private current: RunState;
  private lease: Lease | undefined;
  private executed: Executed | undefined;
  private readonly notices: string[] = [];
  private readonly startedAt = performance.now();
  private milliseconds = 0;
  private settled!: () => void;
  private readonly finished = new Promise<void>((resolve) => {
    this.settled = resolve;
  });
  private cancelAsked = false;
  /** Work on the cursor, one thing at a time. */
  private readonly moves = new SerialQueue();
  private moving = 0;
  /** Those that read to the end, for whom the cursor must not be given up. */
  private readersToEnd = 0;

  constructor(
    readonly runId: string,
    private readonly sql: string,
    private readonly context: RunContext,
  ) {
    this.current = { status: 'running', runId };
  }

  get state(): RunState {
    return this.current;
  }

  /** Runs the query; ends when it is done and `previewRows` rows, or all, are in the store. */
  async start(previewRows: number): Promise<RunState> {
    this.context.changed(this.current);
    this.execute(previewRows).then(
      (executed) => this.settle(executed ? this.done(executed) : this.cancelled(true)),
      (error: unknown) => this.settle(this.failed(error)),
    );
    await this.finished;
    return this.current;
  }

  /** Asks the server to stop, and ends when it is known whether it did. */
  async cancel(): Promise<void> {
    if (this.current.status !== 'running') return;
    this.cancelAsked = true;
    // Without a session nothing was sent yet, and nothing will be.
    if (this.lease) await this.stopServer(this.lease, this.finished);
    else this.settle(this.cancelled(true));
  }

  async page(start: number, count: number): Promise<PageResult> {
    const result = this.result();
    await this.readTo(result, start + count);
    const { restGivenUp, complete, fetched } = result;
    const rows = await result.page(start, count);
    return { start, rows, fetched, complete, ...(restGivenUp ? { restGivenUp } : {}) };
  }

  /** Reads all that is left, and gives the whole result. When aborted, what was read stays. */
  async wholeResult(progress: (rows: number) => void, signal: AbortSignal): Promise<FetchedResult> {
    const result = this.result();
    this.readersToEnd += 1;
    try {
      while (result.open) {
        await untilAborted(this.readTo(result, result.fetched + rowsAMove), signal);
        progress(result.fetched);
      }
    } finally {
      this.readersToEnd -= 1;
      this.lease?.offer();
    }
    if (result.restGivenUp) throw new QueryError({ message: restIsGone });
    return result;
  }

  get canYield(): boolean {
    return this.current.status === 'done' && this.executed?.result?.open === true && this.readersToEnd === 0;
  }

  async yieldSession(): Promise<void> {
    const result = this.result();
    await this.move(result, async () => {
      await result.readTo(result.fetched + rowsWhenYielding);
      await result.giveUpRest();
    });
  }

  /** Cancels what goes on, and drops the result. */
  async close(): Promise<void> {
    await this.cancel();
    const result = this.executed?.result;
    if (!result) return;
    if (this.lease && this.moving > 0)
      await this.stopServer(
        this.lease,
        this.moves.run(async () => undefined),
      );
    await this.moves.run(() => result.drop());
    this.executed = undefined;
    this.releaseSession();
  }

  /** Nothing when the query was cancelled before it was sent. */
  private async execute(previewRows: number): Promise<Executed | undefined> {
    const lease = await this.context.pool.acquire(this);
    if (this.cancelAsked) {
      lease.release();
      return undefined;
    }
    this.lease = lease;
    lease.session.onNotice = (message) => this.notices.push(message);
    lease.session.hasState ||= changesSession(this.sql);
    try {
      this.executed = await execute(lease.session, this.sql, previewRows, this.context);
      return this.executed;
    } finally {
      if (this.executed?.result?.open !== true) this.releaseSession();
    }
  }

  /** Ends with `ended`, at the latest when the connection was cut because the server did not stop in time. */
  private async stopServer({ session }: Lease, ended: Promise<void>): Promise<void> {
    // A request that overtakes the query on its way finds nothing to cancel, so it is sent again.
    const asking = setInterval(() => void ask(), cancelInterval);
    const cutting = setTimeout(() => session.destroy(), cancelPatience);
    // Where the server cannot be asked, all that is left is to leave it.
    const ask = (): Promise<void> => session.requestCancel().catch(() => session.destroy());
    await ask();
    await ended;
    clearInterval(asking);
    clearTimeout(cutting);
  }

  private async readTo(result: FetchedResult, count: number): Promise<void> {
    if (result.open && result.fetched < count) await this.move(result, () => result.readTo(count));
  }

  private async move(result: FetchedResult, work: () => Promise<void>): Promise<void> {
    this.moving += 1;
    try {
      await this.moves.run(work);
    } catch (error) {
      throw new QueryError(queryProblem(error, this.sql));
    } finally {
      this.moving -= 1;
      if (!result.open) this.releaseSession();
      if (this.executed) this.change(this.done(this.executed));
    }
  }

  private releaseSession(): void {
    this.lease?.release();
    this.lease = undefined;
  }

  private result(): FetchedResult {
    const result = this.executed?.result;
    if (!result) throw new QueryError({ message: 'The query gave no rows' });
    return result;
  }

  private settle(state: RunState): void {
    if (this.current.status !== 'running') return;
    this.change(state);
    this.settled();
    this.lease?.offer();
  }

  private change(state: RunState): void {
    this.current = state;
    this.context.changed(state);
  }

  private done({ result, commandTag }: Executed): RunState {
    return {
      status: 'done',
      runId: this.runId,
      ...(result ? { columns: result.columns.map(resultColumn) } : {}),
      fetched: result?.fetched ?? 0,
      complete: result?.complete ?? true,
      ...(result?.restGivenUp ? { restGivenUp: true } : {}),
      commandTag: commandTag(),
      notices: this.notices,
      milliseconds: this.elapsed(),
    };
  }

  /** An error that the server sent says that it stopped, whatever its words; a lost connection says nothing. */
  private failed(error: unknown): RunState {
    if (this.cancelAsked) return this.cancelled(error instanceof DatabaseError);
    const problem = queryProblem(error, this.sql);
    return { status: 'failed', runId: this.runId, problem, milliseconds: this.elapsed() };
  }

  private cancelled(confirmed: boolean): RunState {
    return { status: 'cancelled', runId: this.runId, confirmed, milliseconds: this.elapsed() };
  }

  /** Until the query was done; the same from then on. */
  private elapsed(): number {
    this.milliseconds ||= performance.now() - this.startedAt;
    return this.milliseconds;
  }
}

const restIsGone =
  'The rows after those shown were given up when another query needed the connection. Run the query again to have all of them';
