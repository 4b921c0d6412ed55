import { createInterface } from 'node:readline';
import type { CancellationToken, Event, MessageConnection } from 'vscode-jsonrpc/node';
import { createMessageConnection, Emitter, IPCMessageReader, IPCMessageWriter } from 'vscode-jsonrpc/node';
import type { EngineNotifications, EngineRequests } from '../../server/protocol/engine';
import { PlainError } from '../base/errors';
import { forkProgram } from '../base/forkProgram';
import type { Program } from '../base/forkProgram';
import type { Log } from '../base/log';

interface RunningEngine {
  readonly program: Program;
  readonly connection: MessageConnection;
  /** Rejects when the process ends. */
  readonly ended: Promise<never>;
}

/** The engine process: started by the first request, and again by the next one after it died. */
export class EngineClient {
  private running: RunningEngine | undefined;
  private readonly runChanged = new Emitter<EngineNotifications['engine/runChanged']>();
  private readonly exportProgress = new Emitter<EngineNotifications['engine/exportProgress']>();
  private readonly stopped = new Emitter<string>();

  readonly onRunChanged: Event<EngineNotifications['engine/runChanged']> = this.runChanged.event;
  readonly onExportProgress: Event<EngineNotifications['engine/exportProgress']> = this.exportProgress.event;
  /** The process ended by itself; whatever it held is gone. The value says so in words. */
  readonly onStopped: Event<string> = this.stopped.event;

  constructor(
    private readonly file: string,
    private readonly log: Log,
  ) {}

  get isRunning(): boolean {
    return this.running !== undefined;
  }

  async request<M extends keyof EngineRequests>(
    method: M,
    params: EngineRequests[M]['params'],
    token?: CancellationToken,
  ): Promise<EngineRequests[M]['result']> {
    this.running ??= this.start();
    const { connection, ended } = this.running;
    const answer = token
      ? connection.sendRequest<EngineRequests[M]['result']>(method, params, token)
      : connection.sendRequest<EngineRequests[M]['result']>(method, params);
    return Promise.race([answer, ended]);
  }

  private start(): RunningEngine {
    const program = forkProgram(this.file, []);
    this.log.info(`Engine started, process ${program.pid}`);
    for (const stream of [program.stdout, program.stderr]) {
      createInterface({ input: stream }).on('line', (line) => this.log.info(`engine: ${line}`));
    }
    const connection = createMessageConnection(new IPCMessageReader(program), new IPCMessageWriter(program));
    connection.onNotification('engine/runChanged', (state: EngineNotifications['engine/runChanged']) =>
      this.runChanged.fire(state),
    );
    connection.onNotification(
      'engine/exportProgress',
      (progress: EngineNotifications['engine/exportProgress']) => this.exportProgress.fire(progress),
    );
    connection.onError(([error]) => this.log.error(`engine: ${error.message}`));
    const ended = new Promise<never>((_resolve, reject) => {
      const end = (how: string): void => {
        if (this.running?.program !== program) return;
        this.running = undefined;
        const text = `The query engine stopped (${how}). It starts again with the next query.`;
        this.log.error(text);
        // Before the connection rejects the same requests in its own words.
        reject(new PlainError(text));
        connection.dispose();
        this.stopped.fire(text);
      };
      program.once('error', (error) => end(error.message));
      program.once('exit', (code, signal) => end(signal ?? `exit code ${code}`));
    });
    // Requests that wait hear of it through the race; with none waiting nobody else would.
    ended.catch(() => undefined);
    connection.listen();
    return { program, connection, ended };
  }

  dispose(): void {
    const engine = this.running;
    this.running = undefined;
    engine?.connection.dispose();
    engine?.program.kill();
    this.runChanged.dispose();
    this.exportProgress.dispose();
    this.stopped.dispose();
  }
}
