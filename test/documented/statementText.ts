/** A statement, or several, under a name. */
export interface Entry {
  readonly name: string;
  readonly sql: string;
}

/** The numbers of snapshots that the statements name, in order. */
export function snapshotsNamed(entries: readonly Entry[]): readonly bigint[] {
  const ids = new Set<bigint>();
  for (const { sql } of entries) {
    for (const [clause] of sql.matchAll(/\bSNAPSHOT\s+(?:SINCE|AS OF|BETWEEN)\s+\S+(?:\s+AND\s+\S+)?/gi)) {
      for (const [number] of clause.matchAll(/\b\d+\b/g)) ids.add(BigInt(number));
    }
  }
  return [...ids].sort((left, right) => (left < right ? -1 : 1));
}

/** Statements that make room for what an entry is going to make. */
export function dropsOfWhatIsMade({ sql }: Entry): readonly string[] {
  const made =
    /\bCREATE\s+(?:OR\s+REPLACE\s+)?(TABLE|VIEW|SCHEMA|AUDIENCE)\s+(?:IF\s+NOT\s+EXISTS\s+)?([\w.]+)/gi;
  return [...sql.matchAll(made)].flatMap(([, kind = '', name = '']) =>
    /schema/i.test(kind) ? [`DROP SCHEMA ${name} CASCADE`] : [`DROP TABLE ${name}`, `DROP VIEW ${name}`],
  );
}

/** Statements that make what an entry takes for granted: a cursor, a prepared statement, a schema. */
export function takenForGranted({ sql }: Entry): readonly string[] {
  const [, cursor] = /^\s*CLOSE\s+(?!ALL\b)(\w+)/i.exec(sql) ?? [];
  const [, prepared] = /^\s*DEALLOCATE\s+(?!ALL\b)(\w+)/i.exec(sql) ?? [];
  const [, kind, member, verb, group] =
    /\bALTER\s+(TABLE|VIEW)\s+(\w+)\s+(SET|ADD|REMOVE)\s+SCHEMA\s+([\w.]+)/i.exec(sql) ?? [];
  return [
    ...(cursor === undefined ? [] : [`DECLARE ${cursor} CURSOR FOR SELECT 1`]),
    ...(prepared === undefined ? [] : [`PREPARE ${prepared} AS SELECT 1`]),
    ...(group === undefined ? [] : [`CREATE DATABASE ${group.split('.')[0]}`, `CREATE SCHEMA ${group}`]),
    ...(verb?.toUpperCase() === 'REMOVE' ? [`ALTER ${kind} ${member} ADD SCHEMA ${group}`] : []),
  ];
}

/** The database that an entry creates, if it does. */
export function databaseMade({ sql }: Entry): string | undefined {
  return /\bCREATE\s+DATABASE\s+(?:IF\s+NOT\s+EXISTS\s+)?(\w+)/i.exec(sql)?.[1];
}

/** A setting by itself would reach all that follows in its session. */
export function isSetting({ sql }: Entry): boolean {
  return /^\s*SET\s+\w+\s*=\s*\S+\s*$/i.test(sql);
}

/** Names such as "commerce.order.priceTotal" are columns only where structs are flattened. */
export function needsFlattening({ sql }: Entry): boolean {
  return /"\w+(\.\w+)+"/.test(sql);
}
