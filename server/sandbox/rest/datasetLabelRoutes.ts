import { Hono, type Context } from 'hono';
import { datasetLabels, datasetLabelsById, type DatasetLabels } from '../../platform/datasetLabels';
import { labelsOfDataset } from '../policy/labelsOfDataset';
import { listDatasets } from '../store/datasets';
import { answer } from './answer';
import { etagOf, requireMatch } from './etag';
import { notFound } from './problem';
import { readJson } from './readRequest';
import type { RestEnvironment } from './restEnvironment';
import type { RestSandbox } from './restSandbox';

/** Usage labels that stand on data sets; those of fields mostly stand on their schemas, as descriptors. */
export function datasetLabelRoutes(sandbox: RestSandbox): Hono<RestEnvironment> {
  const path = '/datasets/:id/labels';
  return new Hono<RestEnvironment>({ strict: false })
    .get(path, async (c) => {
      const id = await datasetId(c, sandbox);
      const stored = await sandbox.documents.get(labelsOfDataset, id);
      c.header('etag', etagOf(stored));
      const labels = stored?.body ?? { labels: [], optionalLabels: [] };
      return answer(c, datasetLabelsById, {
        [`AEP:dataset:${id}`]: { imsOrg: sandbox.access.orgId, ...labels },
      });
    })
    .post(path, async (c) => answer(c, datasetLabels, await replaceLabels(c, sandbox), 201))
    .put(path, async (c) => answer(c, datasetLabels, await replaceLabels(c, sandbox)))
    .delete(path, async (c) => {
      await write(c, sandbox, await datasetId(c, sandbox), { labels: [], optionalLabels: [] });
      return c.body(null);
    });
}

async function replaceLabels(c: Context<RestEnvironment>, sandbox: RestSandbox): Promise<DatasetLabels> {
  const id = await datasetId(c, sandbox);
  const { labels, optionalLabels = [] } = await readJson(c, datasetLabels);
  await write(c, sandbox, id, { labels, optionalLabels });
  return { labels, optionalLabels };
}

async function write(
  c: Context<RestEnvironment>,
  { documents }: RestSandbox,
  id: string,
  labels: DatasetLabels,
): Promise<void> {
  const stored = await documents.write(async (transaction) => {
    const before = await transaction.get(labelsOfDataset, id);
    requireMatch(c, before, { optional: c.req.method === 'POST' });
    if (!before) return await transaction.insert(labelsOfDataset, id, labels);
    return await transaction.update(labelsOfDataset, id, () => labels);
  });
  c.header('etag', etagOf(stored));
}

/** The id of the path, once there is a data set of it. */
async function datasetId(c: Context<RestEnvironment>, { services }: RestSandbox): Promise<string> {
  const id = c.req.param('id') ?? '';
  const datasets = await services.database.use(listDatasets);
  if (!datasets.some((dataset) => dataset.id === id)) throw notFound('data set', id);
  return id;
}
