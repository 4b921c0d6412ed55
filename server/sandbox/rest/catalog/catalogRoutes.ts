import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { catalogLinks, newDataset } from '../../../platform/datasets';
import { listDatasets } from '../../store/datasets';
import { fieldsHiddenFrom } from '../access/checkLabels';
import { answer } from '../answer';
import { applyJsonPatch, jsonPatch, type JsonPatch } from '../jsonPatch';
import { notFound, notSupported } from '../problem';
import { readJson } from '../readRequest';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';
import { batchEntries, batchesAsked, batchParameters, type BatchEntry } from './batchEntry';
import { onlyAsked, selectEntries } from './catalogQuery';
import { datasetEntries, findDatasetEntry } from './datasetEntries';
import { changeDataset, makeDataset, merged, removeDataset } from './datasetWrites';
import { observableSchema } from './observableSchema';
import { viewRoutes } from './viewRoutes';

/** The Catalog Service: data sets and the batches that filled them. */
export function catalogRoutes(sandbox: RestSandbox): Hono<RestEnvironment> {
  const { database } = sandbox.services;
  const observedOf = async (c: Context<RestEnvironment>, id: string): Promise<object> => {
    const dataset = (await database.use(listDatasets)).find((each) => each.id === id);
    if (!dataset) throw notFound('data set', id);
    const hidden = await fieldsHiddenFrom(c, sandbox, dataset);
    return await database.use((connection) => observableSchema(connection, dataset, hidden));
  };
  const patchDataset = async (c: Context<RestEnvironment>): Promise<Response> => {
    const id = c.req.param('id') ?? '';
    const body = await readJson(c, z.union([jsonPatch, z.looseObject({})]));
    if (changesExtensions(body)) throw notSupported('extensions of data sets, such as the expiry of rows');
    await changeDataset(sandbox, id, (object) =>
      Array.isArray(body) ? applyJsonPatch(object, body) : merged(object, body),
    );
    return answer(c, catalogLinks, [`@/dataSets/${id}`]);
  };
  return new Hono<RestEnvironment>({ strict: false })
    .get('/dataSets', async (c) => c.json(await selectEntries(c, database, await datasetEntries(sandbox))))
    .get('/dataSets/:id', async (c) => {
      const { id, object } = await findDatasetEntry(sandbox, c.req.param('id'));
      // It takes a look at all rows, so that it has to be asked for.
      const isAsked = c.req.query('properties')?.split(',').includes('observableSchema');
      const observed = isAsked ? { observableSchema: await observedOf(c, id) } : {};
      return c.json({ [id]: onlyAsked(c, { ...object, ...observed }) });
    })
    .post('/dataSets', async (c) => {
      const id = await makeDataset(sandbox, await readJson(c, newDataset));
      return answer(c, catalogLinks, [`@/dataSets/${id}`], 201);
    })
    .put('/dataSets/:id', async (c) => {
      const { id } = c.req.param();
      const body = await readJson(c, newDataset);
      await changeDataset(sandbox, id, () => body);
      return answer(c, catalogLinks, [`@/dataSets/${id}`]);
    })
    .patch('/dataSets/:id', patchDataset)
    .patch('/v2/dataSets/:id', patchDataset)
    .delete('/dataSets/:id', async (c) => {
      const { id } = c.req.param();
      await removeDataset(sandbox, id);
      return answer(c, catalogLinks, [`@/dataSets/${id}`]);
    })
    .get('/batches', async (c) => {
      const asked = batchesAsked(c, await batchEntries(sandbox));
      return c.json(await selectEntries(c, database, asked, batchParameters));
    })
    .get('/lastBatches', async (c) => {
      const asked = lastOfEach(batchesAsked(c, await batchEntries(sandbox)));
      return c.json(await selectEntries(c, database, asked, batchParameters));
    })
    .get('/batches/:id', async (c) => {
      const { id } = c.req.param();
      const found = (await batchEntries(sandbox)).find((entry) => entry.id === id);
      if (!found) throw notFound('batch', id);
      return c.json({ [id]: onlyAsked(c, found.object) });
    })
    .get('/ttl/:id', () => {
      throw notSupported('the expiry of rows');
    })
    .route('/', viewRoutes(sandbox));
}

function changesExtensions(body: JsonPatch | object): boolean {
  return Array.isArray(body)
    ? (body as JsonPatch).some(({ path }) => path.startsWith('/extensions'))
    : 'extensions' in body;
}

/** The latest batch of each data set; `entries` have the latest first. */
function lastOfEach(entries: readonly BatchEntry[]): readonly BatchEntry[] {
  return entries.filter(
    (entry, index) => entries.findIndex(({ datasetId }) => datasetId === entry.datasetId) === index,
  );
}
