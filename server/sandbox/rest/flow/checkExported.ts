import type { Context } from 'hono';
import type { StoredSource } from '../../flow/storedFlow';
import { listDatasets } from '../../store/datasets';
import { requireWholeDataset } from '../access/checkLabels';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';

/** Refuses a client that must not see all that it wants to have exported. */
export async function checkExported(
  c: Context<RestEnvironment>,
  sandbox: RestSandbox,
  { params }: Pick<StoredSource, 'params'>,
): Promise<void> {
  const ids = params.datasets?.map(({ dataSetId }) => dataSetId) ?? [];
  for (const dataset of await sandbox.services.database.use(listDatasets)) {
    if (ids.includes(dataset.id)) await requireWholeDataset(c, sandbox, dataset);
  }
}
