import type { Database } from '../store/database';

/** What the sandbox lends to its sessions. */
export interface SessionServices {
  readonly database: Database;
  /** With the leading underscore. */
  readonly tenant: string;
  /** Rows that a query without LIMIT gives at most; absent for no limit. */
  readonly rowCap: number | undefined;
}

/** One client's conversation with the sandbox: its settings and what it made for itself. */
export class Session {
  readonly services: SessionServices;
  readonly user: string;
  readonly #settings = new Map<string, string>();
  /** BEGIN was said, and neither COMMIT nor ROLLBACK. Writes are kept at once all the same, as on the Platform. */
  inTransaction = false;

  constructor(services: SessionServices, user: string) {
    this.services = services;
    this.user = user;
  }

  /** The value of a setting of the session; names are compared without case. */
  setting(name: string): string | undefined {
    return this.#settings.get(name.toLowerCase());
  }

  set(name: string, value: string): void {
    this.#settings.set(name.toLowerCase(), value);
  }

  isOn(name: string): boolean {
    return /^(true|on|1|yes)$/i.test(this.setting(name) ?? '');
  }
}
