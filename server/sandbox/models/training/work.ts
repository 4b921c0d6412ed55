import { setImmediate } from 'node:timers/promises';
import { canceled } from '../../session/duckdbError';

/** A long computation that stops now and then, so that others get their turn. */
export type Work<T> = Generator<void, T>;

/** Milliseconds that a computation may keep others waiting, about. */
const slice = 8;

/** Runs a computation in slices: the process answers its other clients between them. Throws when `signal` is aborted. */
export async function runInSlices<T>(work: Work<T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    if (signal.aborted) throw canceled();
    const end = performance.now() + slice;
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
    await setImmediate();
  }
}

/** Numbers that are worked on between two stops: a fraction of a slice. */
export const stride = 50_000;
