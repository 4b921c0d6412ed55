import { z } from 'zod';
import { inputFormat, newBatch } from '../../platform/batchIngestion';
import type { DocumentKind } from '../store/documents';

/** A record that was left out, or made its batch fail. */
export const recordError = z.object({
  code: z.string(),
  description: z.string(),
  file: z.string().optional(),
  /** Of the record in its file, from 1. */
  record: z.number().optional(),
});

export type RecordError = z.infer<typeof recordError>;

const body = z.object({
  datasetId: z.string(),
  status: z.enum(['loading', 'staging', 'success', 'failed', 'aborted', 'inactive']),
  inputFormat,
  files: z.array(z.string()),
  partialIngestionPercentage: z.number(),
  enableErrorDiagnostics: z.boolean().optional(),
  tags: z.record(z.string(), z.array(z.string())),
  replay: newBatch.shape.replay,
  /** Milliseconds since 1970. */
  completed: z.number().optional(),
  /** The snapshot that brought its rows, as text: it is more than a JSON number can hold. */
  snapshotId: z.string().optional(),
  recordsRead: z.number().optional(),
  recordsWritten: z.number().optional(),
  inputBytes: z.number().optional(),
  errors: z.array(recordError),
});

export type IngestedBatch = z.infer<typeof body>;

/** Batches that came in over REST, by their ids. */
export const ingestedBatch: DocumentKind<IngestedBatch> = { name: 'batch', body };
