import * as z from 'zod';
import type { PageIntent } from './messages';

/** Checks a message of the results page; throws when it is none of `PageIntent`. */
export function parseIntent(message: unknown): PageIntent {
  return intentSchema.parse(message);
}

const runId = z.string();
const count = z.number().int().nonnegative();

const intentSchema: z.ZodType<PageIntent> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('fetchRows'), requestId: count, runId, start: count, count: count.max(10_000) }),
  z.object({ kind: z.literal('activate'), runId }),
  z.object({ kind: z.literal('close'), runId }),
  z.object({ kind: z.literal('pin'), runId, pinned: z.boolean() }),
  z.object({ kind: z.literal('rerun'), runId }),
  z.object({ kind: z.literal('cancel'), runId }),
  z.object({ kind: z.literal('export'), runId }),
  z.object({ kind: z.literal('showPlace'), runId }),
  z.object({ kind: z.literal('copy'), text: z.string(), what: z.string() }),
  z.object({ kind: z.literal('showLog') }),
]);
