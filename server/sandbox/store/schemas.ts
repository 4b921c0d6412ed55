import type { DuckDBConnection } from '@duckdb/node-api';
import { xdmSchema, type XdmSchema } from '../../platform/xdm';

/** All schemas, resolved and with their descriptors, in the order of their ids. */
export async function listSchemas(connection: DuckDBConnection): Promise<readonly XdmSchema[]> {
  const found = await connection.runAndReadAll('SELECT body FROM platform.xdm_schema ORDER BY id');
  return found.getRows().map(([body]) => xdmSchema.parse(JSON.parse(body as string)));
}
