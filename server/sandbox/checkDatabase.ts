import { checkDatabaseName, noTables } from './databaseName';
import type { Database } from './store/database';
import { hasDatabase, hasSchema } from './store/dataGroups';
import { listDatasets } from './store/datasets';
import { listViews } from './store/views';

/**
 * Checks the name of the database that a client logs in to. After the colon stands `all`, a data set or a view by name
 * or by id, `database` or `database.schema`. The session sees everything all the same: on the Platform the narrower name only makes it faster.
 */
export async function checkDatabase(database: Database, name: string): Promise<void> {
  const wanted = checkDatabaseName(name).toLowerCase();
  if (wanted === 'all') return;
  const isThere = await database.use(async (connection) => {
    const datasets = await listDatasets(connection);
    if (datasets.some(({ id, table }) => table === wanted || id === wanted)) return true;
    const views = await listViews(connection);
    if (views.some((view) => view.name === wanted || view.id === wanted)) return true;
    const [group = '', schema, ...more] = wanted.split('.');
    if (more.length > 0) return false;
    return schema === undefined
      ? await hasDatabase(connection, group)
      : await hasSchema(connection, { database: group, schema });
  });
  if (!isThere) throw noTables(name);
}
