import { rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Connection } from '../../server/protocol/connection';
import type { SandboxReady } from '../../server/protocol/sandbox';
import { sandboxConnection } from '../../server/protocol/sandboxConnection';
import { CancelledError, PlainError } from '../base/errors';
import type { Log } from '../base/log';
import { setting } from '../base/settings';
import { localConnectionName } from '../connection/connectionProfiles';
import { runningSandbox } from './runningSandbox';
import type { SandboxProcess } from './sandboxProcess';
import { startSandboxProcess } from './sandboxProcess';

/** The local sandbox of this machine: started on first need, shared with whoever started it before. */
export class LocalSandbox implements vscode.Disposable {
  private own: SandboxProcess | undefined;
  private starting: Promise<SandboxReady> | undefined;
  private current: SandboxReady | undefined;
  private readonly changed = new vscode.EventEmitter<void>();

  readonly onDidChange = this.changed.event;

  constructor(
    private readonly file: string,
    readonly dataFolder: string,
    private readonly log: Log,
  ) {}

  get isRunning(): boolean {
    return this.current !== undefined;
  }

  /** The connection to the sandbox, which is started when it does not run. */
  async connection(): Promise<Connection> {
    return sandboxConnection(localConnectionName, await this.start());
  }

  async start(): Promise<SandboxReady> {
    if (this.own && this.current) return this.current;
    this.starting ??= this.findOrStart().finally(() => (this.starting = undefined));
    return this.starting;
  }

  /** Ends the sandbox; asks first when another program started it. */
  async stop(): Promise<void> {
    if (this.own) {
      const { program, ended } = this.own;
      program.kill();
      await ended;
      return;
    }
    const shared = await runningSandbox(this.dataFolder);
    if (shared) await stopShared(shared.pid);
    this.become(undefined);
  }

  /** Deletes all data and starts anew. */
  async reset(): Promise<void> {
    await this.stop();
    await rm(this.dataFolder, { recursive: true, force: true });
    await this.start();
  }

  private async findOrStart(): Promise<SandboxReady> {
    const shared = await runningSandbox(this.dataFolder);
    const ready = shared?.ready ?? (await this.startWithProgress());
    if (shared) this.log.debug(`Local sandbox found at ${ready.pg.host}:${ready.pg.port}`);
    this.become(ready);
    return ready;
  }

  private startWithProgress(): Thenable<SandboxReady> {
    return vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: 'Starting the local sandbox',
        cancellable: true,
      },
      async (progress, token) => {
        const options = {
          file: this.file,
          dataFolder: this.dataFolder,
          scenarios: setting('sandbox.scenarios'),
          events: setting('sandbox.events'),
        };
        const process = startSandboxProcess(options, (line) => {
          this.log.info(`sandbox: ${line}`);
          progress.report({ message: line });
        });
        token.onCancellationRequested(() => process.program.kill());
        this.own = process;
        void process.ended.then(() => this.ended(process));
        return process.ready.catch((error: unknown) => {
          throw token.isCancellationRequested ? new CancelledError() : error;
        });
      },
    );
  }

  private ended(process: SandboxProcess): void {
    if (this.own !== process) return;
    this.log.info('Local sandbox ended');
    this.own = undefined;
    this.become(undefined);
  }

  private become(ready: SandboxReady | undefined): void {
    const before = this.current;
    this.current = ready;
    if (before?.pg.port !== ready?.pg.port) this.changed.fire();
  }

  dispose(): void {
    const own = this.own;
    this.own = undefined;
    own?.program.kill();
    this.changed.dispose();
  }
}

async function stopShared(pid: number): Promise<void> {
  const stop = 'Stop It';
  const chosen = await vscode.window.showWarningMessage(
    `Another window or program started the local sandbox (process ${pid}) and may be using it.`,
    stop,
  );
  if (chosen !== stop) throw new CancelledError();
  process.kill(pid);
  for (let tries = 0; isAlive(pid); tries += 1) {
    if (tries > 50)
      throw new PlainError(`The local sandbox (process ${pid}) did not end. End it and try again.`);
    await delay(100);
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
