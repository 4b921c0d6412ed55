import type { DuckDBConnection } from '@duckdb/node-api';
import { canceled } from './duckdbError';

/**
 * Runs `work` on a connection, and stops it when `signal` is aborted. DuckDB forgets an interruption that comes
 * before a query has quite begun, so it is repeated until the end.
 */
export async function interruptible<T>(
  connection: DuckDBConnection,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  if (signal.aborted) throw canceled();
  let repeating: NodeJS.Timeout | undefined;
  const interrupt = (): void => {
    connection.interrupt();
    repeating ??= setInterval(() => connection.interrupt(), 20);
  };
  signal.addEventListener('abort', interrupt);
  try {
    const result = await work();
    // A stream that is interrupted can look as if it had come to its end.
    if (signal.aborted) throw canceled();
    return result;
  } finally {
    signal.removeEventListener('abort', interrupt);
    clearInterval(repeating);
  }
}
