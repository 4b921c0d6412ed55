import type { DuckDBConnection } from '@duckdb/node-api';

/** The SQL of the query templates, by their names in lower case. Where two have one name, the newer one is meant. */
export async function templateTexts(connection: DuckDBConnection): Promise<ReadonlyMap<string, string>> {
  const found = await connection.runAndReadAll(
    `SELECT lower(json_extract_string(body, '$.name')), json_extract_string(body, '$.sql')
     FROM platform.document WHERE kind = 'queryTemplate' ORDER BY created`,
  );
  return new Map(found.getRows().map(([name, sql]) => [name as string, sql as string]));
}
