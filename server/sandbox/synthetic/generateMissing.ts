import type { Database } from '../store/database';
import { listDatasets } from '../store/datasets';
import { generate, type GenerateOptions } from './generate';
import type { Scenario } from './scenario';

/** Generates the data of those scenarios of which the database has no table yet. */
export async function generateMissing(
  database: Database,
  scenarios: readonly Scenario[],
  options: Omit<GenerateOptions, 'scenario'>,
): Promise<void> {
  const there = new Set((await database.use(listDatasets)).map(({ table }) => table));
  for (const scenario of scenarios) {
    const tables = [scenario.events, scenario.profiles].map(
      (of) => of(options.tenant, options.now).dataset.table,
    );
    if (!tables.some((table) => there.has(table))) await generate(database, { scenario, ...options });
  }
}
