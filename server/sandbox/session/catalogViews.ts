import { quoted } from '../store/sqlText';
import type { KnownTable } from '../translate/environment';
import type { Session } from './session';

/** PostgreSQL's catalog as far as clients ask for it: DuckDB has the views, and we add the types of nested columns. */
export function catalogView(session: Session, name: readonly string[]): KnownTable | undefined {
  const [table, schema] = [...name].reverse().map((part) => part.toLowerCase());
  if (schema === 'information_schema') return { sql: `information_schema.${table}` };
  if (schema !== 'pg_catalog' && !(schema === undefined && table?.startsWith('pg_'))) return undefined;
  return { sql: table === 'pg_type' ? `(${types(session)})` : `pg_catalog.${table}` };
}

/** `pg_type` with a row for each nested type that a result had: its name is the type as Spark writes it. */
function types(session: Session): string {
  const nested = session.services.nestedTypes.list();
  const base =
    'SELECT CAST(oid AS BIGINT) AS oid, typname, typnamespace, typlen, typtype, typrelid, typelem FROM pg_catalog.pg_type';
  if (nested.length === 0) return base;
  const rows = nested.map(({ oid, name }) => `(${oid}, ${quoted(name)}, 11, -1, 'c', 0, 0)`);
  return `${base} UNION ALL VALUES ${rows.join(', ')}`;
}
