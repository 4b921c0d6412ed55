/** The longest that a timer of Node can wait. */
const longestTimer = 2 ** 31 - 1;

/** Does things at their times, one for each id; a later one takes the place of the one before. */
export class Timers implements Disposable {
  readonly #now: () => number;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  #ended = false;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** `at` is in milliseconds since 1970; a time that has passed means at once. */
  set(id: string, at: number, work: () => void): void {
    this.clear(id);
    if (this.#ended) return;
    const wait = Math.max(0, Math.min(at - this.#now(), longestTimer));
    const timer = setTimeout(() => {
      this.#timers.delete(id);
      if (this.#now() < at) this.set(id, at, work);
      else work();
    }, wait);
    timer.unref();
    this.#timers.set(id, timer);
  }

  clear(id: string): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }

  [Symbol.dispose](): void {
    this.#ended = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}
