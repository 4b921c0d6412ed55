import type { Connection } from '../../protocol/connection';
import { Session } from './session';

/** Who has a session: asked to give it back when another query needs one. */
export interface SessionHolder {
  /** The session is held for rows that were not read yet, and can be given back. */
  readonly canYield: boolean;
  yieldSession(): Promise<void>;
}

export interface Lease {
  readonly session: Session;
  /** The holder can yield from now on. */
  offer(): void;
  /** Gives the session back; the second call does nothing. */
  release(): void;
}

/** Sessions are licensed: few at a time, and no more than one kept for later. */
const sessionLimit = 3;

/**
 * The sessions of one connection. Once a session has state (a setting, a temporary table), every query goes to it;
 * otherwise to any. A query that finds none free takes the one of the oldest cursor that is still open.
 */
export class SessionPool {
  private readonly idle: Session[] = [];
  /** In order of taking. */
  private readonly taken = new Map<Session, SessionHolder>();
  private opening = 0;
  private readonly waiting: (() => void)[] = [];
  private closed = false;

  constructor(private readonly connection: Connection) {}

  async acquire(holder: SessionHolder): Promise<Lease> {
    for (;;) {
      const lease = await this.tryAcquire(holder);
      if (lease) return lease;
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  /** Ends idle sessions now, and the others when they are given back. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.all(this.idle.splice(0).map((session) => session.close()));
  }

  /** Cuts all sessions, whatever they do. */
  destroy(): void {
    this.closed = true;
    for (const session of [...this.idle, ...this.taken.keys()]) session.destroy();
  }

  private async tryAcquire(holder: SessionHolder): Promise<Lease | undefined> {
    const withState = [...this.idle, ...this.taken.keys()].find((session) => session.hasState);
    if (withState) return this.takeBack(withState, holder);
    const idle = this.idle.pop();
    if (idle) return this.lease(idle, holder);
    if (this.taken.size + this.opening < sessionLimit) return this.open(holder);
    const oldest = [...this.taken].find(([, each]) => each.canYield)?.[0];
    return oldest && this.takeBack(oldest, holder);
  }

  /** Takes this very session, when it is idle or its holder can give it back. */
  private async takeBack(session: Session, holder: SessionHolder): Promise<Lease | undefined> {
    const current = this.taken.get(session);
    if (current?.canYield) await current.yieldSession();
    const index = this.idle.indexOf(session);
    if (index < 0) return undefined;
    this.idle.splice(index, 1);
    return this.lease(session, holder);
  }

  private async open(holder: SessionHolder): Promise<Lease> {
    this.opening += 1;
    try {
      const session = await Session.connect(this.connection);
      session.onEnd(() => this.forget(session));
      return this.lease(session, holder);
    } catch (error) {
      this.wakeOne();
      throw error;
    } finally {
      this.opening -= 1;
    }
  }

  private lease(session: Session, holder: SessionHolder): Lease {
    this.taken.set(session, holder);
    return {
      session,
      offer: () => this.wakeOne(),
      release: () => {
        if (this.taken.get(session) !== holder) return;
        this.taken.delete(session);
        this.giveBack(session);
      },
    };
  }

  private giveBack(session: Session): void {
    session.onNotice = () => undefined;
    const surplus = this.waiting.length === 0 && this.idle.length > 0 && !session.hasState;
    if (session.ended) {
      this.wakeOne();
    } else if (this.closed || surplus) {
      void session.close();
    } else {
      this.idle.push(session);
      this.wakeOne();
    }
  }

  private forget(session: Session): void {
    const index = this.idle.indexOf(session);
    if (index >= 0) this.idle.splice(index, 1);
    this.wakeOne();
  }

  private wakeOne(): void {
    this.waiting.shift()?.();
  }
}
