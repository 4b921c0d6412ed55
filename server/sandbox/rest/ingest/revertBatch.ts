import { ingestedBatch } from '../../ingest/ingestedBatch';
import { lakeTable } from '../../store/createDataset';
import { listDatasets, type StoredDataset } from '../../store/datasets';
import type { DocumentTransaction } from '../../store/documents';
import { snapshotColumn } from '../../store/metadataTables';
import { badRequest, notFound } from '../problem';
import type { RestSandbox } from '../restSandbox';

/** Takes the rows of a loaded batch away again. */
export async function revertBatch({ documents, services }: RestSandbox, id: string): Promise<void> {
  const batch = await documents.get(ingestedBatch, id);
  if (!batch) throw notFound('batch', id);
  if (batch.body.status !== 'success')
    throw badRequest(`The batch ${id} is ${batch.body.status}, not success`);
  const dataset = (await services.database.use(listDatasets)).find(
    (each) => each.id === batch.body.datasetId,
  );
  if (!dataset) throw notFound('data set', batch.body.datasetId);
  await services.datasetLocks.withLock(dataset.table, () =>
    documents.write((transaction) => removeRows(transaction, id, dataset)),
  );
}

/** Removes the rows that a batch brought to a data set, and tells so in the batch; nothing for another batch. */
export async function removeRows(
  transaction: DocumentTransaction,
  id: string,
  dataset: StoredDataset,
): Promise<void> {
  const batch = await transaction.get(ingestedBatch, id);
  const snapshotId = batch?.body.snapshotId;
  if (batch?.body.datasetId !== dataset.id || snapshotId === undefined) return;
  await transaction.connection.run(`DELETE FROM ${lakeTable(dataset)} WHERE ${snapshotColumn} = $1`, [
    BigInt(snapshotId),
  ]);
  await transaction.update(ingestedBatch, id, ({ body }) => ({ ...body, status: 'inactive' as const }));
}
