import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';

/** Where failures are told. */
export interface Log {
  error(message: string): void;
  warn(message: string): void;
}

const slowMilliseconds = 50;

/**
 * Guards a request: a failure answers empty, is logged once with the name of the request, and leaves the others
 * working; a cancelled request is answered as such and computes nothing more.
 */
export class Dispatch {
  private readonly told = new Set<string>();

  constructor(private readonly log: Log) {}

  guard<P, R>(
    name: string,
    empty: R,
    handle: (params: P, token: CancellationToken) => R | Promise<R>,
  ): (params: P, token: CancellationToken) => Promise<R> {
    return async (params, token) => {
      stopIfCancelled(token);
      const result = await this.timed(name, empty, () => handle(params, token));
      stopIfCancelled(token);
      return result;
    };
  }

  private async timed<R>(name: string, empty: R, handle: () => R | Promise<R>): Promise<R> {
    const started = performance.now();
    try {
      return await handle();
    } catch (error) {
      // An answer for the person, not a failure.
      if (error instanceof ResponseError) throw error;
      this.tell(`${name} failed: ${textOf(error)}`);
      return empty;
    } finally {
      const took = performance.now() - started;
      if (took > slowMilliseconds) this.log.warn(`${name} took ${Math.round(took)} ms`);
    }
  }

  private tell(message: string): void {
    if (this.told.has(message)) return;
    this.told.add(message);
    this.log.error(message);
  }
}

function stopIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) {
    throw new ResponseError<void>(LSPErrorCodes.RequestCancelled, 'The request was cancelled');
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
