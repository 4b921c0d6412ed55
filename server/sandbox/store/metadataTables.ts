import type { DuckDBConnection } from '@duckdb/node-api';
import { audienceTables } from './audiences';
import { dataGroupTables } from './dataGroups';
import { modelTables } from './models';
import { namespaceTables } from './namespaces';
import { restTables } from './restTables';
import { sampleTables } from './samples';
import { viewTables } from './views';

/** Raised when the meaning of the tables below changes; an older folder is then refused by name. */
const formatVersion = 1;

/**
 * What the sandbox knows about its data beside the rows. `lake` holds a table for each data set, named by the data
 * set's id; `public` holds a view for each under the name that SQL uses, without the column of snapshots.
 */
const statements: readonly string[] = [
  `CREATE SCHEMA IF NOT EXISTS lake`,
  `CREATE SCHEMA IF NOT EXISTS platform`,
  `CREATE TABLE IF NOT EXISTS platform.format (version INTEGER NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS platform.xdm_schema (id VARCHAR PRIMARY KEY, body VARCHAR NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS platform.dataset (
     id VARCHAR PRIMARY KEY,
     table_name VARCHAR NOT NULL UNIQUE,
     title VARCHAR NOT NULL,
     description VARCHAR NOT NULL,
     schema_id VARCHAR NOT NULL,
     made_by VARCHAR NOT NULL,
     profile_enabled BOOLEAN NOT NULL,
     created TIMESTAMP NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS platform.snapshot (
     dataset_id VARCHAR NOT NULL,
     snapshot_id BIGINT NOT NULL,
     parent_id BIGINT,
     generation INTEGER NOT NULL,
     made_current_at TIMESTAMP NOT NULL,
     row_count BIGINT NOT NULL,
     PRIMARY KEY (dataset_id, snapshot_id))`,
  ...sampleTables,
  ...viewTables,
  ...dataGroupTables,
  ...audienceTables,
  ...modelTables,
  ...namespaceTables,
  ...restTables,
];

/** The column of a data set's table that says which snapshot brought the row. */
export const snapshotColumn = '_acp_snapshot';

/** Makes the tables in a new database; throws when the database was written by a newer version. */
export async function prepareMetadata(connection: DuckDBConnection): Promise<void> {
  for (const statement of statements) await connection.run(statement);
  const found = await connection.runAndReadAll('SELECT version FROM platform.format');
  const version = found.getRows()[0]?.[0];
  if (version === undefined) await connection.run(`INSERT INTO platform.format VALUES (${formatVersion})`);
  else if (version !== formatVersion) {
    throw new Error(
      `The data folder has format ${version}, and this version of the sandbox reads format ${formatVersion}. Use another folder.`,
    );
  }
}
