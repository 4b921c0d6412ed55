import type { DuckDBType } from '@duckdb/node-api';
import { sparkType } from '../values/sparkType';

/** Where PostgreSQL's numbers of user types start. */
const firstOid = 16384;

/**
 * Gives each nested type of a result a number for the protocol, the same one for equal types as long as the sandbox
 * runs, so that a client can ask for its name (see `pg_type` in the README).
 */
export class NestedTypes {
  readonly #oids = new Map<string, number>();

  oidOf(type: DuckDBType): number {
    const name = sparkType(type);
    const known = this.#oids.get(name);
    if (known !== undefined) return known;
    const oid = firstOid + this.#oids.size;
    this.#oids.set(name, oid);
    return oid;
  }

  /** All types so far, oldest first. */
  list(): readonly { readonly oid: number; readonly name: string }[] {
    return [...this.#oids].map(([name, oid]) => ({ oid, name }));
  }
}
