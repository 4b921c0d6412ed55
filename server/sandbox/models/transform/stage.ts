import { z } from 'zod';
import { shape } from './shape';

/** Where a transformer reads: a column of the query, or what an earlier stage made. */
export type Reference = z.infer<typeof reference>;

export const reference = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('column'),
    /** The column, and fields within it. */
    path: z.array(z.string()),
    shape,
  }),
  z.object({ kind: z.literal('stage'), index: z.number() }),
]);

/** A transformer that has learned from the rows of a training, as it is kept. */
export type Stage = z.infer<typeof stage>;

export const stage = z.object({
  transformer: z.string(),
  inputs: z.array(reference),
  /** Absent for a call within another one. */
  alias: z.string().optional(),
  state: z.unknown(),
});
