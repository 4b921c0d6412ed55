/** Lets one write at a time work on a data set, so that its snapshots follow one another. */
export class DatasetLocks {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Runs `work` once all work before it on the same table has ended. */
  async withLock<T>(table: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(table) ?? Promise.resolve();
    const own = before.then(work, work);
    const settled = own.catch(() => undefined);
    this.#last.set(table, settled);
    try {
      return await own;
    } finally {
      if (this.#last.get(table) === settled) this.#last.delete(table);
    }
  }
}
