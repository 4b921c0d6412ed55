import type { DuckDBConnection } from '@duckdb/node-api';
import { hasMember, wholeGroup, type DataGroup } from '../store/dataGroups';

/** A name of a table or view, in lower case. */
export interface TableName {
  readonly table: string;
  /** Absent where the name is that of a table in the whole. */
  readonly group: DataGroup | undefined;
}

/**
 * `t`, `public.t`, `prod.public.t`: a table of the one sandbox; `database.schema.t`: one in a group of the author's.
 * `undefined` for other forms.
 */
export function readTableName(names: readonly string[]): TableName | undefined {
  const [table, schema, database, ...more] = [...names].reverse().map((part) => part.toLowerCase());
  if (table === undefined || more.length > 0) return undefined;
  if (schema === undefined || schema === wholeGroup.schema) return { table, group: undefined };
  return database === undefined ? undefined : { table, group: { database, schema } };
}

/** The name within the whole of what a name stands for, were it there; `undefined` when the group does not have it. */
export async function plainTableName(
  connection: DuckDBConnection,
  names: readonly string[],
): Promise<string | undefined> {
  const name = readTableName(names);
  if (!name?.group) return name?.table;
  return (await hasMember(connection, name.group, name.table)) ? name.table : undefined;
}

/** What writes to a table wait for; the same for all names of one table. */
export function lockName(names: readonly string[]): string {
  return names.at(-1)?.toLowerCase() ?? '';
}
