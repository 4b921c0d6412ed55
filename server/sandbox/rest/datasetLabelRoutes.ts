import { Hono, type Context } from 'hono';
import { datasetLabels, datasetLabelsById } from '../../platform/datasetLabels';
import { readDatasetLabels, writeDatasetLabels } from '../store/datasetLabels';
import { listDatasets } from '../store/datasets';
import { answer } from './answer';
import { notFound, Problem } from './problem';
import { readJson } from './readRequest';
import type { RestEnvironment, RestSandbox } from './restSandbox';

/** Usage labels that stand on data sets; those of fields mostly stand on their schemas, as descriptors. */
export function datasetLabelRoutes(sandbox: RestSandbox): Hono<RestEnvironment> {
  const { database } = sandbox.services;
  const path = '/datasets/:id/labels';
  return new Hono<RestEnvironment>({ strict: false })
    .get(path, async (c) => {
      const id = await datasetId(c, sandbox);
      const { labels, revision } = await database.use((connection) => readDatasetLabels(connection, id));
      c.header('etag', etagOf(revision));
      return answer(c, datasetLabelsById, {
        [`AEP:dataset:${id}`]: { imsOrg: sandbox.access.orgId, ...labels },
      });
    })
    .post(path, (c) => replaceLabels(c, sandbox, 201))
    .put(path, (c) => replaceLabels(c, sandbox, 200))
    .delete(path, async (c) => {
      const id = await datasetId(c, sandbox);
      await write(c, sandbox, id, { labels: [], optionalLabels: [] });
      return c.body(null, 200);
    });
}

async function replaceLabels(
  c: Context<RestEnvironment>,
  sandbox: RestSandbox,
  status: 200 | 201,
): Promise<Response> {
  const id = await datasetId(c, sandbox);
  const labels = await readJson(c, datasetLabels);
  await write(c, sandbox, id, { optionalLabels: [], ...labels });
  return answer(c, datasetLabels, labels, status);
}

/** Replaces the labels unless someone else did so since this client read them. */
async function write(
  c: Context<RestEnvironment>,
  { services: { database } }: RestSandbox,
  id: string,
  labels: Parameters<typeof writeDatasetLabels>[2]['labels'],
): Promise<void> {
  const expected = c.req.header('if-match');
  if (expected === undefined && c.req.method !== 'POST') {
    throw new Problem(428, 'Precondition required', 'The header If-Match is missing');
  }
  await database.transaction(async (connection) => {
    const { revision } = await readDatasetLabels(connection, id);
    if (expected !== undefined && expected !== etagOf(revision)) {
      throw new Problem(412, 'Precondition failed', `The labels of the data set ${id} have changed`);
    }
    await writeDatasetLabels(connection, id, { labels, revision: revision + 1 });
    c.header('etag', etagOf(revision + 1));
  });
}

function etagOf(revision: number): string {
  return `"${revision}"`;
}

/** The id of the path, once there is a data set of it. */
async function datasetId(c: Context<RestEnvironment>, { services }: RestSandbox): Promise<string> {
  const id = c.req.param('id') ?? '';
  const datasets = await services.database.use(listDatasets);
  if (!datasets.some((dataset) => dataset.id === id)) throw notFound('data set', id);
  return id;
}
