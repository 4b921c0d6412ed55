import type { QueryProblem } from '../../server/protocol/engine';

/** A button under an error: a command of the extension and its words. */
export interface ErrorAction {
  readonly title: string;
  readonly command: string;
}

/** An error whose message is written for people: what happened, which thing, what to do. */
export class PlainError extends Error {
  constructor(
    message: string,
    readonly actions: readonly ErrorAction[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The person changed their mind. Not an error: nothing is shown. */
export class CancelledError extends Error {
  constructor() {
    super('Cancelled');
  }
}

/** JSON-RPC's code of a request that was cancelled. */
const requestCancelled = -32800;

export function isCancelled(error: unknown): boolean {
  if (error instanceof CancelledError) return true;
  // VS Code's CancellationError is told by its name.
  return error instanceof Error && (error.name === 'Canceled' || codeOf(error) === requestCancelled);
}

/** The one place where an error becomes the words that people see. */
export function errorText(error: unknown): string {
  const problem = queryProblem(error);
  if (problem) return problem.hint ? `${problem.message}\n${problem.hint}` : problem.message;
  if (error instanceof Error) return systemErrorText(error) ?? error.message;
  return String(error);
}

/** What a query server reported, carried by an error of the engine. */
export function queryProblem(error: unknown): QueryProblem | undefined {
  const data = error instanceof Error && 'data' in error ? error.data : undefined;
  return isProblem(data) ? data : undefined;
}

function isProblem(data: unknown): data is QueryProblem {
  return typeof data === 'object' && data !== null && 'message' in data && typeof data.message === 'string';
}

function systemErrorText(error: Error): string | undefined {
  const path = 'path' in error && typeof error.path === 'string' ? error.path : 'the file';
  switch (codeOf(error)) {
    case 'ENOENT':
      return `${path} does not exist.`;
    case 'EACCES':
    case 'EPERM':
      return `There is no permission to write ${path}. Choose another place.`;
    case 'ENOSPC':
      return 'The disk is full. Free some space and try again.';
    case 'ECONNREFUSED':
      return 'Nothing answers at the address of the connection. Check the host and port, or start the local sandbox.';
    case 'ENOTFOUND':
      return 'The host of the connection is not known. Check its name and the network.';
    default:
      return undefined;
  }
}

function codeOf(error: Error): unknown {
  return 'code' in error ? error.code : undefined;
}
