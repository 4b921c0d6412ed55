/** Work that goes on after its request was answered. */
export class Jobs implements AsyncDisposable {
  readonly #running = new Map<string, { readonly abort: AbortController; readonly done: Promise<void> }>();
  readonly #onError: (error: unknown) => void;
  #ending = false;

  /** `onError` is told of what the work itself did not expect. */
  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  /** Starts `work`; its signal is aborted by `cancel`, and at the end of the sandbox. */
  start(id: string, work: (signal: AbortSignal) => Promise<void>): void {
    if (this.#ending) return;
    const abort = new AbortController();
    const done = work(abort.signal)
      .catch(this.#onError)
      .finally(() => this.#running.delete(id));
    this.#running.set(id, { abort, done });
  }

  /** Whether there was such work. */
  cancel(id: string): boolean {
    const job = this.#running.get(id);
    job?.abort.abort();
    return job !== undefined;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#ending = true;
    const jobs = [...this.#running.values()];
    for (const { abort } of jobs) abort.abort();
    await Promise.all(jobs.map(({ done }) => done));
  }
}
