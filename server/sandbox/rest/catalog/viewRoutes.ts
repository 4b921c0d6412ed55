import { Hono } from 'hono';
import { notFound } from '../problem';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';
import { batchEntries, type BatchEntry } from './batchEntry';
import { onlyAsked, selectEntries, type CatalogEntry } from './catalogQuery';
import { findDatasetEntry } from './datasetEntries';

/** A file of a data set: here each batch that brought rows is one. */
export interface DatasetFile {
  readonly batchId: string;
  readonly dataSetId: string;
  readonly dataSetViewId: string;
  readonly imsOrg: string;
  readonly version: string;
  readonly created: number;
  readonly updated: number;
  readonly isValid: boolean;
}

/** The only view of a data set, which has its id, and the files in it. */
export function viewRoutes(sandbox: RestSandbox): Hono<RestEnvironment> {
  const { database } = sandbox.services;
  const viewOf = async (id: string, view: string) => {
    const { object } = await findDatasetEntry(sandbox, id);
    if (view !== id) throw notFound('view of the data set', view);
    const { name, imsOrg, created, updated, version } = object;
    return { name, imsOrg, created, updated, version, dataSetId: id };
  };
  return new Hono<RestEnvironment>({ strict: false })
    .get('/dataSets/:id/views', async (c) => {
      const { id } = c.req.param();
      return c.json({ [id]: onlyAsked(c, await viewOf(id, id)) });
    })
    .get('/dataSets/:id/views/:view', async (c) => {
      const { id, view } = c.req.param();
      return c.json({ [view]: onlyAsked(c, await viewOf(id, view)) });
    })
    .get('/dataSets/:id/views/:view/files', async (c) => {
      const { id, view } = c.req.param();
      await viewOf(id, view);
      const files = await fileEntries(sandbox);
      const own = files.filter(({ object }) => object.dataSetId === id);
      return c.json(await selectEntries(c, database, own));
    })
    .get('/dataSetFiles', async (c) => c.json(await selectEntries(c, database, await fileEntries(sandbox))));
}

async function fileEntries(sandbox: RestSandbox): Promise<readonly CatalogEntry<DatasetFile>[]> {
  return (await batchEntries(sandbox)).filter(({ snapshotId }) => snapshotId !== undefined).map(fileEntry);
}

/** Under the id by which Data Access gives the file. */
function fileEntry({ id, datasetId, object }: BatchEntry): CatalogEntry<DatasetFile> {
  const { created, updated = created, imsOrg } = object;
  return {
    id: `${id}-1`,
    object: {
      batchId: id,
      dataSetId: datasetId,
      dataSetViewId: datasetId,
      imsOrg: String(imsOrg),
      version: '1.0.0',
      created,
      updated,
      isValid: object.status === 'success',
    },
  };
}
