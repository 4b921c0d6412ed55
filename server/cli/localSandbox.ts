import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ConnectionError, sqlState } from '../engine/queryProblem';
import type { SandboxReady } from '../protocol/sandbox';
import { defaultFolder } from '../sandbox/folder';
import { readRunning } from '../sandbox/runningFile';
import type { CommandHost } from './commandHost';

export interface LocalSandbox {
  readonly ready: SandboxReady;
  /** Ends a sandbox that was started for the command. */
  readonly close: () => Promise<void>;
}

/** The sandbox that runs on the default data folder, or else one that is started for the time of the command. */
export async function localSandbox(host: CommandHost): Promise<LocalSandbox> {
  const running = await findRunning(host.environment);
  if (running) return { ready: running, close: async () => undefined };
  host.stderr.line('Starting the local sandbox');
  try {
    return await startSandbox(host);
  } catch (error) {
    // Another program may have started one in the meantime.
    const other = await findRunning(host.environment);
    if (other) return { ready: other, close: async () => undefined };
    throw error;
  }
}

async function findRunning(environment: NodeJS.ProcessEnv): Promise<SandboxReady | undefined> {
  const running = await readRunning({ running: join(defaultFolder(environment), 'sandbox.json') });
  return running && (await answers(running.ready.pg)) ? running.ready : undefined;
}

/** A sandbox that was killed leaves its file behind. */
function answers({ host, port }: SandboxReady['pg']): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 });
    const end = (answer: boolean) => (): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false));
  });
}

/** The sandbox ends with its standard input, so it does not outlive us whatever happens. */
async function startSandbox({ environment, sandboxProgram, stderr }: CommandHost): Promise<LocalSandbox> {
  const child = spawn(process.execPath, [sandboxProgram], {
    env: environment,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let last = 'It gave no reason';
  createInterface({ input: child.stderr }).on('line', (line) => {
    last = line;
    stderr.line(`sandbox: ${line}`);
  });
  await new Promise<void>((resolve, reject) => {
    const fail = (): void => reject(didNotStart(last));
    child.once('error', (error) => {
      last = error.message;
      fail();
    });
    void ended.then(fail);
    // The line says that it is ready; the sandbox has written the same into its folder before.
    createInterface({ input: child.stdout }).once('line', () => resolve());
  });
  const ready = await findRunning(environment);
  if (!ready) throw didNotStart(last);
  return {
    ready,
    close: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

function didNotStart(reason: string): ConnectionError {
  return new ConnectionError({
    sqlState: sqlState.cannotConnect,
    message: `The local sandbox did not start: ${reason}`,
  });
}
