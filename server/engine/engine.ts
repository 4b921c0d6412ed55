import type { Connection } from '../protocol/connection';
import type {
  CatalogParams,
  CatalogResult,
  ExportParams,
  ExportProgress,
  ExportResult,
  PageParams,
  PageResult,
  RunParams,
  RunState,
  TestConnectionResult,
} from '../protocol/engine';
import { pullCatalog } from './catalog/pullCatalog';
import { checkFormat, writeFile } from './export/writeFile';
import { QueryError } from './queryProblem';
import { Run } from './runs/run';
import { Server } from './sessions/server';
import { Session } from './sessions/session';
import { ResultStore } from './store/resultStore';

export interface EngineEvents {
  readonly runChanged: (state: RunState) => void;
  readonly exportProgress: (progress: ExportProgress) => void;
}

/** What the protocol's requests do; owns the sessions, the runs and the result store. */
export class Engine {
  private readonly servers = new Map<string, Server>();
  private readonly runs = new Map<string, Run>();
  private store: Promise<ResultStore> | undefined;

  constructor(private readonly events: EngineEvents) {}

  async testConnection(connection: Connection): Promise<TestConnectionResult> {
    const start = performance.now();
    const session = await Session.connect(connection);
    const { serverVersion } = session;
    await session.close();
    return { serverVersion, milliseconds: performance.now() - start };
  }

  async run({ runId, connection, sql, previewRows }: RunParams): Promise<RunState> {
    return this.newRun(runId, connection, sql, this.events.runChanged).start(previewRows);
  }

  async cancel(runId: string): Promise<void> {
    await this.runs.get(runId)?.cancel();
  }

  page({ runId, start, count }: PageParams): Promise<PageResult> {
    return this.runOf(runId).page(start, count);
  }

  async closeRun(runId: string): Promise<void> {
    const run = this.runs.get(runId);
    this.runs.delete(runId);
    await run?.close();
  }

  /** Fails with the signal's reason when it is aborted. */
  async export({ exportId, file, format, source }: ExportParams, signal: AbortSignal): Promise<ExportResult> {
    checkFormat(format);
    const start = performance.now();
    const write = async (run: Run): Promise<ExportResult> => {
      const result = await run.wholeResult((rows) => this.events.exportProgress({ exportId, rows }), signal);
      const bytes = await writeFile(result, file, format, signal);
      const { fetched: rows, columns } = result;
      return { file, rows, columns: columns.length, bytes, milliseconds: performance.now() - start };
    };
    if (source.kind === 'run') return write(this.runOf(source.runId));
    const run = this.newRun(`export ${exportId}`, source.connection, source.sql, () => undefined);
    try {
      await startOrThrow(run, signal);
      return await write(run);
    } finally {
      await this.closeRun(run.runId);
    }
  }

  catalog(params: CatalogParams): Promise<CatalogResult> {
    return pullCatalog(params);
  }

  /** Cuts all sessions and removes the results. */
  async close(): Promise<void> {
    for (const server of this.servers.values()) server.pool.destroy();
    await Promise.allSettled([...this.runs.values()].map((run) => run.close()));
    await (await this.store)?.close();
  }

  /** The run is there at once, so that a cancel that comes early finds it. */
  private newRun(
    runId: string,
    connection: Connection,
    sql: string,
    changed: (state: RunState) => void,
  ): Run {
    this.store ??= this.openStore();
    const { pool, typeNames } = this.serverOf(connection);
    const run = new Run(runId, sql, { pool, typeNames, store: this.store, changed });
    this.runs.set(runId, run);
    return run;
  }

  private openStore(): Promise<ResultStore> {
    const opening = ResultStore.open();
    // Whoever needs the store hears of it, and the next run tries again.
    opening.catch(() => (this.store = undefined));
    return opening;
  }

  private runOf(runId: string): Run {
    const run = this.runs.get(runId);
    if (!run) throw new QueryError({ message: 'The result is no longer there. Run the query again' });
    return run;
  }

  /** A new password, as a new token is, ends the sessions of the old one when their queries are done. */
  private serverOf(connection: Connection): Server {
    const { name } = connection.profile;
    const known = this.servers.get(name);
    if (known?.isFor(connection)) return known;
    if (known) void known.pool.close();
    const server = new Server(connection);
    this.servers.set(name, server);
    return server;
  }
}

/** Starts a run of which no state is shown. */
async function startOrThrow(run: Run, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const cancel = (): void => void run.cancel();
  signal.addEventListener('abort', cancel);
  const state = await run.start(0);
  signal.removeEventListener('abort', cancel);
  signal.throwIfAborted();
  if (state.status === 'failed') throw new QueryError(state.problem);
}
