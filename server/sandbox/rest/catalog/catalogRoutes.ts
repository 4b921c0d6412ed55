import { Hono } from 'hono';
import { z } from 'zod';
import { catalogLinks, newDataset } from '../../../platform/datasets';
import { listDatasets } from '../../store/datasets';
import { answer } from '../answer';
import { applyJsonPatch, jsonPatch } from '../jsonPatch';
import { notFound } from '../problem';
import { readJson } from '../readRequest';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';
import { batchEntries, batchesAsked, batchParameters } from './batchEntry';
import { onlyAsked, selectEntries } from './catalogQuery';
import { datasetEntry } from './datasetEntry';
import { changeDataset, makeDataset, merged, removeDataset } from './datasetWrites';

/** The Catalog Service: data sets and the batches that filled them. */
export function catalogRoutes(sandbox: RestSandbox): Hono<RestEnvironment> {
  const { database } = sandbox.services;
  const datasets = async () => {
    const batches = await batchEntries(sandbox);
    const stored = await database.use(listDatasets);
    return stored.map((dataset) =>
      datasetEntry(
        sandbox,
        dataset,
        batches.filter(({ datasetId }) => datasetId === dataset.id),
      ),
    );
  };
  return new Hono<RestEnvironment>({ strict: false })
    .get('/dataSets', async (c) => c.json(await selectEntries(c, database, await datasets())))
    .get('/dataSets/:id', async (c) => {
      const { id } = c.req.param();
      const found = (await datasets()).find((entry) => entry.id === id);
      if (!found) throw notFound('data set', id);
      return c.json({ [id]: onlyAsked(c, found.object) });
    })
    .post('/dataSets', async (c) => {
      const id = await makeDataset(sandbox, await readJson(c, newDataset));
      return answer(c, catalogLinks, [`@/dataSets/${id}`], 201);
    })
    .patch('/dataSets/:id', async (c) => {
      const { id } = c.req.param();
      const body = await readJson(c, z.union([jsonPatch, z.looseObject({})]));
      await changeDataset(sandbox, id, (object) =>
        Array.isArray(body) ? applyJsonPatch(object, body) : merged(object, body),
      );
      return answer(c, catalogLinks, [`@/dataSets/${id}`]);
    })
    .delete('/dataSets/:id', async (c) => {
      const { id } = c.req.param();
      await removeDataset(sandbox, id);
      return answer(c, catalogLinks, [`@/dataSets/${id}`]);
    })
    .get('/batches', async (c) => {
      const asked = batchesAsked(c, await batchEntries(sandbox));
      return c.json(await selectEntries(c, database, asked, batchParameters));
    })
    .get('/batches/:id', async (c) => {
      const { id } = c.req.param();
      const found = (await batchEntries(sandbox)).find((entry) => entry.id === id);
      if (!found) throw notFound('batch', id);
      return c.json({ [id]: onlyAsked(c, found.object) });
    });
}
