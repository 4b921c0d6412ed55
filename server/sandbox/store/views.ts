import { timestampValue, type DuckDBConnection } from '@duckdb/node-api';
import { removeFromGroups } from './dataGroups';

/** A query under a name. It is kept as its author wrote it, and translated when it is read. */
export interface StoredView {
  readonly id: string;
  /** In lower case. */
  readonly name: string;
  /** A query of the dialect. */
  readonly sql: string;
  /** Milliseconds since 1970. */
  readonly created: number;
}

export const viewTables: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS platform.query_view (
     id VARCHAR PRIMARY KEY,
     name VARCHAR NOT NULL UNIQUE,
     sql VARCHAR NOT NULL,
     created TIMESTAMP NOT NULL)`,
];

export async function findView(connection: DuckDBConnection, name: string): Promise<StoredView | undefined> {
  return (await readViews(connection, 'WHERE name = lower($1)', [name]))[0];
}

export async function listViews(connection: DuckDBConnection): Promise<readonly StoredView[]> {
  return await readViews(connection, 'ORDER BY name', []);
}

export async function addView(connection: DuckDBConnection, view: StoredView): Promise<void> {
  await connection.run('INSERT INTO platform.query_view VALUES ($1, $2, $3, $4)', [
    view.id,
    view.name,
    view.sql,
    timestampValue(BigInt(view.created) * 1000n),
  ]);
}

/** Gives a view another query; it stays in its groups. */
export async function replaceView(connection: DuckDBConnection, name: string, sql: string): Promise<void> {
  await connection.run('UPDATE platform.query_view SET sql = $2 WHERE name = lower($1)', [name, sql]);
}

/** Takes it out of all groups too. */
export async function removeView(connection: DuckDBConnection, name: string): Promise<void> {
  await removeFromGroups(connection, name.toLowerCase());
  await connection.run('DELETE FROM platform.query_view WHERE name = lower($1)', [name]);
}

async function readViews(
  connection: DuckDBConnection,
  clause: string,
  values: string[],
): Promise<readonly StoredView[]> {
  const query = `SELECT id, name, sql, epoch_ms(created) FROM platform.query_view ${clause}`;
  const found = await connection.runAndReadAll(query, values);
  return found.getRows().map(([id, name, sql, created]) => ({
    id: id as string,
    name: name as string,
    sql: sql as string,
    created: Number(created),
  }));
}
