import type { Output } from './output';

/** What a command sees of the process that it runs in. */
export interface CommandHost {
  /** What stands after the command's name. */
  readonly arguments: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly stdin: NodeJS.ReadableStream;
  /** Data only. */
  readonly stdout: Output;
  /** What is told to people: progress, counts, notices, problems. */
  readonly stderr: Output;
  /** Aborted when the user interrupts the command. */
  readonly ending: AbortSignal;
  /** The local sandbox's program, for commands that have to start one. */
  readonly sandboxProgram: string;
}

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The help text, which starts with `Usage:`. */
  readonly usage: string;
  /** Gives the exit code; throws a `UsageError` or `QueryError` for what the user has to know. */
  readonly run: (host: CommandHost) => Promise<number>;
}

export const exitCode = { done: 0, failed: 1, usage: 2, connection: 3, interrupted: 130 } as const;

/** The command was called in a way that it does not understand, or with input that cannot be read. */
export class UsageError extends Error {}
