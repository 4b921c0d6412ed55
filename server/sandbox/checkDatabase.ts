import { checkDatabaseName, noTables } from './databaseName';
import type { Database } from './store/database';
import { listDatasets } from './store/datasets';
import { listViews } from './store/views';

/**
 * Checks the name of the database that a client logs in to. After the colon stands `all`, or a data set or a view by
 * name or by id. The session sees everything all the same: on the Platform the narrower name only makes it faster.
 */
export async function checkDatabase(database: Database, name: string): Promise<void> {
  const wanted = checkDatabaseName(name).toLowerCase();
  if (wanted === 'all') return;
  const isThere = await database.use(async (connection) => {
    const datasets = await listDatasets(connection);
    if (datasets.some(({ id, table }) => table === wanted || id === wanted)) return true;
    const views = await listViews(connection);
    return views.some((view) => view.name === wanted || view.id === wanted);
  });
  if (!isThere) throw noTables(name);
}
