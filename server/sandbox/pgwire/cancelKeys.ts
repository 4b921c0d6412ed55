import { randomInt, timingSafeEqual } from 'node:crypto';

/** What a client needs to cancel a statement of its session from another connection. */
export interface CancelKey {
  readonly processId: number;
  readonly secret: number;
}

/** The sessions that can be cancelled, by the numbers that they were given at login. */
export class CancelKeys {
  readonly #sessions = new Map<number, { readonly secret: number; readonly cancel: () => void }>();
  #lastProcessId = 0;

  /** Sessions that there are. */
  get size(): number {
    return this.#sessions.size;
  }

  add(cancel: () => void): CancelKey {
    this.#lastProcessId = (this.#lastProcessId + 1) % 2 ** 31;
    const key = { processId: this.#lastProcessId, secret: randomInt(2 ** 32) | 0 };
    this.#sessions.set(key.processId, { secret: key.secret, cancel });
    return key;
  }

  remove(key: CancelKey): void {
    this.#sessions.delete(key.processId);
  }

  /** A wrong key is ignored without a word, as the protocol wants it. */
  cancel(processId: number, secret: number): void {
    const session = this.#sessions.get(processId);
    if (session && timingSafeEqual(Int32Array.of(session.secret), Int32Array.of(secret))) session.cancel();
  }
}
