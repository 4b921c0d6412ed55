import { z } from 'zod';
import { catalogBatch, type CatalogBatch } from './batches';
import type { Platform } from './http';

export const inputFormat = z.looseObject({
  format: z.enum(['json', 'parquet', 'csv', 'avro']),
  /** The file is one JSON array, not a record a line. */
  isMultiLineJson: z.boolean().optional(),
});

/** What a client sends to have a batch made. */
export const newBatch = z.looseObject({
  datasetId: z.string(),
  inputFormat,
  enableErrorDiagnostics: z.boolean().optional(),
  /** Up to how many percent of the records may be wrong; they are left out. */
  partialIngestionPercentage: z.number().min(0).max(100).optional(),
  tags: z.record(z.string(), z.array(z.string())).optional(),
  replay: z.looseObject({ predecessors: z.array(z.string()), reason: z.string().optional() }).optional(),
});

export type NewBatch = z.input<typeof newBatch>;

export const madeBatch = catalogBatch.extend({ id: z.string() });

export type MadeBatch = z.infer<typeof madeBatch>;

const batches = '/data/foundation/import/batches';

export async function createBatch(
  platform: Platform,
  body: NewBatch,
  signal?: AbortSignal,
): Promise<MadeBatch> {
  return await platform.call(madeBatch, { method: 'POST', path: batches, body, signal });
}

/** Sends one file of a batch, of 256 MB at most. */
export async function uploadFile(
  platform: Platform,
  batch: Pick<MadeBatch, 'id'>,
  file: {
    readonly datasetId: string;
    readonly name: string;
    readonly content: Uint8Array | ReadableStream<Uint8Array>;
  },
  signal?: AbortSignal,
): Promise<void> {
  const place = `${batch.id}/datasets/${file.datasetId}/files/${encodeURIComponent(file.name)}`;
  await platform.send({ method: 'PUT', path: `${batches}/${place}`, body: file.content, signal });
}

/** Tells that all files are there; the batch is loaded afterwards, which `getBatch` tells the end of. */
export async function endBatch(
  platform: Platform,
  id: string,
  action: 'COMPLETE' | 'ABORT' | 'FAIL' | 'REVERT',
  signal?: AbortSignal,
): Promise<void> {
  await platform.send({ method: 'POST', path: `${batches}/${id}`, query: { action }, signal });
}

/** Whether nothing more happens to a batch by itself. */
export function isEnded({ status }: Pick<CatalogBatch, 'status'>): boolean {
  return ['success', 'failed', 'failure', 'aborted', 'abandoned', 'inactive', 'deleted'].includes(status);
}
