import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Database } from '../../server/sandbox/store/database';
import { prepareMetadata } from '../../server/sandbox/store/metadataTables';
import { generate } from '../../server/sandbox/synthetic/generate';
import type { Scenario } from '../../server/sandbox/synthetic/scenario';

/** A database with the generated data of a scenario, to be asked in DuckDB's SQL; ends with the test. */
export async function generatedData(options: {
  readonly scenario: Scenario;
  readonly events: number;
  readonly seed: number;
}): Promise<(sql: string) => Promise<unknown[][]>> {
  const folder = await mkdtemp(join(tmpdir(), 'feature-sql-'));
  const database = await Database.open({
    file: join(folder, 'test.duckdb'),
    temporaryFolder: join(folder, 'tmp'),
  });
  onTestFinished(async () => {
    await database[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });
  await database.use(prepareMetadata);
  await generate(database, { ...options, tenant: '_acme', now: Date.UTC(2026, 10, 1) });
  return (sql) =>
    database.use(async (connection) => (await connection.runAndReadAll(sql)).getRowsJson() as unknown[][]);
}
