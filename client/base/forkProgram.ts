import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/** A child process with its output and error as streams. */
export type Program = ChildProcess & {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
};

/** Starts one of the extension's own programs on the Node.js that runs the extension itself. */
export function forkProgram(file: string, args: readonly string[]): Program {
  return fork(file, args, {
    // In the desktop editor process.execPath is Electron, which acts as Node.js only when told so.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    // Debugger flags of the extension host would make the child fight for the same port.
    execArgv: [],
    // Standard input stays open as long as the extension lives: the sandbox ends when it closes.
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
  }) as Program;
}
