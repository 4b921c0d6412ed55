import type { DuckDBConnection } from '@duckdb/node-api';

/** A schema of a database of the author's own: a group of tables and views, each of which can be in several. */
export interface DataGroup {
  readonly database: string;
  readonly schema: string;
}

/** The database and the schema in which everything is. */
export const wholeGroup: DataGroup = { database: 'all', schema: 'public' };

export const dataGroupTables: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS platform.database_group (name VARCHAR PRIMARY KEY)`,
  `CREATE TABLE IF NOT EXISTS platform.schema_group (
     database VARCHAR NOT NULL,
     name VARCHAR NOT NULL,
     PRIMARY KEY (database, name))`,
  `CREATE TABLE IF NOT EXISTS platform.group_member (
     database VARCHAR NOT NULL,
     schema VARCHAR NOT NULL,
     member VARCHAR NOT NULL,
     PRIMARY KEY (database, schema, member))`,
];

// Names are in lower case, as those of tables are.

export async function hasDatabase(connection: DuckDBConnection, name: string): Promise<boolean> {
  if (name === wholeGroup.database) return true;
  return await isThere(connection, 'platform.database_group WHERE name = $1', [name]);
}

export async function hasSchema(
  connection: DuckDBConnection,
  { database, schema }: DataGroup,
): Promise<boolean> {
  const query = 'platform.schema_group WHERE database = $1 AND name = $2';
  return await isThere(connection, query, [database, schema]);
}

export async function hasMember(
  connection: DuckDBConnection,
  { database, schema }: DataGroup,
  member: string,
): Promise<boolean> {
  const query = 'platform.group_member WHERE database = $1 AND schema = $2 AND member = $3';
  return await isThere(connection, query, [database, schema, member]);
}

/** Whether anything is in a schema of the database, or in this one. */
export async function hasMembers(
  connection: DuckDBConnection,
  database: string,
  schema?: string,
): Promise<boolean> {
  const query = 'platform.group_member WHERE database = $1 AND schema = coalesce($2, schema)';
  return await isThere(connection, query, [database, schema ?? null]);
}

export async function addDatabase(connection: DuckDBConnection, name: string): Promise<void> {
  await connection.run('INSERT INTO platform.database_group VALUES ($1)', [name]);
}

export async function addSchema(
  connection: DuckDBConnection,
  { database, schema }: DataGroup,
): Promise<void> {
  await connection.run('INSERT INTO platform.schema_group VALUES ($1, $2)', [database, schema]);
}

export async function addMember(
  connection: DuckDBConnection,
  { database, schema }: DataGroup,
  member: string,
): Promise<void> {
  const insert = 'INSERT OR IGNORE INTO platform.group_member VALUES ($1, $2, $3)';
  await connection.run(insert, [database, schema, member]);
}

export async function removeMember(
  connection: DuckDBConnection,
  { database, schema }: DataGroup,
  member: string,
): Promise<void> {
  const remove = 'DELETE FROM platform.group_member WHERE database = $1 AND schema = $2 AND member = $3';
  await connection.run(remove, [database, schema, member]);
}

/** Takes a table or view out of all groups. */
export async function removeFromGroups(connection: DuckDBConnection, member: string): Promise<void> {
  await connection.run('DELETE FROM platform.group_member WHERE member = $1', [member]);
}

/** How many groups a table or view is in. */
export async function groupsOf(connection: DuckDBConnection, member: string): Promise<number> {
  const query = 'SELECT count(*) FROM platform.group_member WHERE member = $1';
  const found = await connection.runAndReadAll(query, [member]);
  return Number(found.getRows()[0]?.[0]);
}

/** Removes a schema; what was in it stays in the whole. */
export async function removeSchema(
  connection: DuckDBConnection,
  { database, schema }: DataGroup,
): Promise<void> {
  await connection.run('DELETE FROM platform.group_member WHERE database = $1 AND schema = $2', [
    database,
    schema,
  ]);
  await connection.run('DELETE FROM platform.schema_group WHERE database = $1 AND name = $2', [
    database,
    schema,
  ]);
}

/** Removes a database and its schemas; what was in them stays in the whole. */
export async function removeDatabase(connection: DuckDBConnection, name: string): Promise<void> {
  await connection.run('DELETE FROM platform.group_member WHERE database = $1', [name]);
  await connection.run('DELETE FROM platform.schema_group WHERE database = $1', [name]);
  await connection.run('DELETE FROM platform.database_group WHERE name = $1', [name]);
}

async function isThere(
  connection: DuckDBConnection,
  place: string,
  values: (string | null)[],
): Promise<boolean> {
  const found = await connection.runAndReadAll(`SELECT 1 FROM ${place} LIMIT 1`, values);
  return found.currentRowCount > 0;
}
