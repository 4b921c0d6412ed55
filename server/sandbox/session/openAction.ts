import type { OpenStatement } from './openStatement';

/** A statement that does something and gives no rows; `run` answers what the client is told at the end. */
export function openAction(run: (signal: AbortSignal) => Promise<string>): OpenStatement {
  let tag: string | undefined;
  return {
    columns: undefined,
    fetch: async (signal) => {
      tag ??= await run(signal);
      return undefined;
    },
    commandTag: () => tag ?? '',
    close: () => Promise.resolve(),
  };
}
