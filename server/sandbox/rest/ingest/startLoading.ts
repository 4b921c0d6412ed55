import { ingestedBatch, type IngestedBatch, type RecordError } from '../../ingest/ingestedBatch';
import { readBatch, writeRows } from '../../ingest/loadBatch';
import { LoadProblem } from '../../ingest/loadProblem';
import { listDatasets, type StoredDataset } from '../../store/datasets';
import type { RestSandbox } from '../restSandbox';
import { removeRows } from './revertBatch';

/** Loads a complete batch behind its request; the batch tells the end. */
export function startLoading(sandbox: RestSandbox, id: string): void {
  sandbox.jobs.start(`batch ${id}`, async (signal) => {
    try {
      await load(sandbox, id, signal);
    } catch (error) {
      const errors =
        error instanceof LoadProblem
          ? error.errors
          : [{ code: 'InternalError', description: 'The local sandbox failed to load the batch' }];
      await failBatch(sandbox, id, errors);
      if (!(error instanceof LoadProblem) && !signal.aborted) throw error;
    }
  });
}

/** Batches whose loading ended with the sandbox itself have failed: nothing of them was written. */
export async function failInterruptedBatches({ documents }: Pick<RestSandbox, 'documents'>): Promise<void> {
  for (const { id, body } of await documents.list(ingestedBatch)) {
    if (body.status !== 'staging') continue;
    await failBatch({ documents }, id, [
      { code: 'Interrupted', description: 'The sandbox ended while the batch was loaded. Send it again' },
    ]);
  }
}

async function failBatch(
  { documents }: Pick<RestSandbox, 'documents'>,
  id: string,
  errors: readonly RecordError[],
): Promise<void> {
  await documents.write(async (transaction) => {
    await transaction.update(ingestedBatch, id, ({ body }) => ({
      ...body,
      status: 'failed' as const,
      errors: [...errors],
      completed: transaction.now,
    }));
  });
}

async function load(sandbox: RestSandbox, id: string, signal: AbortSignal): Promise<void> {
  const { documents, uploads, services } = sandbox;
  const batch = (await documents.get(ingestedBatch, id))?.body;
  if (!batch) return;
  const dataset = (await services.database.use(listDatasets)).find((each) => each.id === batch.datasetId);
  if (!dataset) throw new LoadProblem([{ code: 'DatasetNotFound', description: 'The data set was deleted' }]);
  const files = batch.files.map((name) => ({ name, path: uploads.pathOf(id, name) }));
  const sizes = await Promise.all(batch.files.map((name) => uploads.sizeOf(id, name)));
  const inputBytes = sizes.reduce((sum, size) => sum + size, 0);
  await services.datasetLocks.withLock(dataset.table, () =>
    write(sandbox, { id, batch, dataset, files, signal, inputBytes }),
  );
  await uploads.remove(id);
}

interface Load {
  readonly id: string;
  readonly batch: IngestedBatch;
  readonly dataset: StoredDataset;
  readonly files: readonly { readonly name: string; readonly path: string }[];
  readonly signal: AbortSignal;
  readonly inputBytes: number;
}

async function write({ documents, services }: RestSandbox, load: Load): Promise<void> {
  const { id, batch, dataset } = load;
  await services.database.use(async (connection) => {
    const rows = await readBatch(connection, load);
    try {
      await documents.writeOn(connection, async (transaction) => {
        for (const replaced of batch.replay?.predecessors ?? []) {
          await removeRows(transaction, replaced.replace(/^\$/, ''), dataset);
        }
        const snapshotId = await writeRows(connection, dataset, rows, transaction.now);
        await transaction.update(ingestedBatch, id, ({ body }) => ({
          ...body,
          status: 'success' as const,
          completed: transaction.now,
          ...(snapshotId === undefined ? {} : { snapshotId: String(snapshotId) }),
          recordsRead: rows.read,
          recordsWritten: rows.read - rows.wrong,
          inputBytes: load.inputBytes,
          errors: [...rows.errors],
        }));
      });
    } finally {
      await rows.close();
    }
  });
}
