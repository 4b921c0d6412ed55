import type { Connection } from '../../protocol/connection';
import { namelessType, type WireField } from '../values/resultType';
import { Session } from './session';

/** The names of the types that a server numbers in its own way, asked for once. */
export class TypeNames {
  private readonly names = new Map<number, string>();
  private readonly asked = new Set<number>();

  constructor(private readonly connection: Connection) {}

  /** `free` is a session that can be asked now; otherwise one is made for the question. */
  async of(fields: readonly WireField[], free: Session | undefined): Promise<ReadonlyMap<number, string>> {
    const unknown = fields
      .flatMap((field) => namelessType(field) ?? [])
      .filter((oid) => !this.asked.has(oid));
    if (unknown.length > 0) await this.ask(unknown, free);
    return this.names;
  }

  private async ask(oids: readonly number[], free: Session | undefined): Promise<void> {
    for (const oid of oids) this.asked.add(oid);
    try {
      const session = free ?? (await Session.connect(this.connection));
      const rows = await session.rows(
        `SELECT oid, typname FROM pg_catalog.pg_type WHERE oid IN (${[...new Set(oids)].join(', ')})`,
      );
      for (const [oid, name] of rows) this.names.set(Number(oid), name ?? '');
      if (!free) await session.close();
    } catch {
      // A type without a name is shown as text: less, but never wrong.
    }
  }
}
