import type { DuckDBConnection } from '@duckdb/node-api';
import { xdmSchema, type XdmSchema } from '../../platform/xdm';

/** All schemas, resolved and with their descriptors, in the order of their ids. */
export async function listSchemas(connection: DuckDBConnection): Promise<readonly XdmSchema[]> {
  const found = await connection.runAndReadAll('SELECT body FROM platform.xdm_schema ORDER BY id');
  return found.getRows().map(([body]) => xdmSchema.parse(JSON.parse(body as string)));
}

/** Throws when there is one of this id already. */
export async function insertSchema(connection: DuckDBConnection, schema: XdmSchema): Promise<void> {
  await connection.run('INSERT INTO platform.xdm_schema VALUES ($1, $2)', [
    schema.$id,
    JSON.stringify(schema),
  ]);
}

export async function replaceSchema(connection: DuckDBConnection, schema: XdmSchema): Promise<void> {
  await connection.run('UPDATE platform.xdm_schema SET body = $2 WHERE id = $1', [
    schema.$id,
    JSON.stringify(schema),
  ]);
}

export async function deleteSchema(connection: DuckDBConnection, id: string): Promise<void> {
  await connection.run('DELETE FROM platform.xdm_schema WHERE id = $1', [id]);
}
