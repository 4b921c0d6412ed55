import type { DuckDBConnection, DuckDBTimestampValue, DuckDBValue } from '@duckdb/node-api';
import { xdmSchema, type XdmSchema } from '../../platform/xdm';

/** A data set as the catalog of the sandbox has it. */
export interface StoredDataset {
  /** 24 hexadecimal digits. */
  readonly id: string;
  /** The name that SQL uses, in lower case. */
  readonly table: string;
  readonly title: string;
  readonly description: string;
  readonly schemaId: string;
  /** Only what a query made may be dropped by a query. */
  readonly madeBy: 'generator' | 'query' | 'api' | 'sample';
  readonly profileEnabled: boolean;
  /** Milliseconds since 1970. */
  readonly created: number;
}

const columns = `id, table_name, title, description, schema_id, made_by, profile_enabled, created`;

/** All data sets, by the name that SQL uses. */
export async function listDatasets(connection: DuckDBConnection): Promise<readonly StoredDataset[]> {
  const found = await connection.runAndReadAll(`SELECT ${columns} FROM platform.dataset ORDER BY table_name`);
  return found.getRows().map(toDataset);
}

/** Names are compared without case. */
export async function findDataset(
  connection: DuckDBConnection,
  table: string,
): Promise<StoredDataset | undefined> {
  const query = `SELECT ${columns} FROM platform.dataset WHERE table_name = lower($1)`;
  const found = await connection.runAndReadAll(query, [table]);
  return found.getRows().map(toDataset)[0];
}

/** Changes what may be changed of a data set. */
export async function updateDataset(
  connection: DuckDBConnection,
  { id, title, description, profileEnabled }: StoredDataset,
): Promise<void> {
  await connection.run(
    'UPDATE platform.dataset SET title = $2, description = $3, profile_enabled = $4 WHERE id = $1',
    [id, title, description, profileEnabled],
  );
}

export async function readSchema(connection: DuckDBConnection, id: string): Promise<XdmSchema | undefined> {
  const found = await connection.runAndReadAll('SELECT body FROM platform.xdm_schema WHERE id = $1', [id]);
  const body = found.getRows()[0]?.[0];
  return body === undefined ? undefined : xdmSchema.parse(JSON.parse(body as string));
}

function toDataset(row: readonly DuckDBValue[]): StoredDataset {
  const [id, table, title, description, schemaId, madeBy, profileEnabled, created] = row;
  return {
    id: id as string,
    table: table as string,
    title: title as string,
    description: description as string,
    schemaId: schemaId as string,
    madeBy: madeBy as StoredDataset['madeBy'],
    profileEnabled: profileEnabled as boolean,
    created: Number((created as DuckDBTimestampValue).micros / 1000n),
  };
}
