import { Hono } from 'hono';
import { latestBatches, listBatches } from '../../store/batches';
import { listDatasets } from '../../store/datasets';
import { notFound } from '../problem';
import type { RestEnvironment, RestSandbox } from '../restSandbox';
import { batchEntry, batchesAsked, batchParameters } from './batchEntry';
import { onlyAsked, selectEntries } from './catalogQuery';
import { datasetEntry } from './datasetEntry';

/** The Catalog Service: data sets and the batches that filled them. */
export function catalogRoutes(sandbox: RestSandbox): Hono<RestEnvironment> {
  const { database } = sandbox.services;
  const datasets = () =>
    database.use(async (connection) => {
      const latest = await latestBatches(connection);
      const stored = await listDatasets(connection);
      return stored.map((dataset) => datasetEntry(sandbox, dataset, latest.get(dataset.id)));
    });
  const batches = async () => (await database.use(listBatches)).map((batch) => batchEntry(sandbox, batch));
  return new Hono<RestEnvironment>({ strict: false })
    .get('/dataSets', async (c) => c.json(await selectEntries(c, database, await datasets())))
    .get('/dataSets/:id', async (c) => {
      const { id } = c.req.param();
      const found = (await datasets()).find((entry) => entry.id === id);
      if (!found) throw notFound('data set', id);
      return c.json({ [id]: onlyAsked(c, found.object) });
    })
    .get('/batches', async (c) => {
      const asked = batchesAsked(c, await batches());
      return c.json(await selectEntries(c, database, asked, batchParameters));
    })
    .get('/batches/:id', async (c) => {
      const { id } = c.req.param();
      const found = (await batches()).find((entry) => entry.id === id);
      if (!found) throw notFound('batch', id);
      return c.json({ [id]: onlyAsked(c, found.object) });
    });
}
