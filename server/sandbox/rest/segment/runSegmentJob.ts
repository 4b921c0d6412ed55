import { evaluateSegment } from '../../segment/evaluateSegment';
import type { Document } from '../../store/documents';
import type { RestSandbox } from '../restSandbox';
import { storedSegment, storedSegmentJob, type StoredSegmentJob } from './storedSegments';

/** Evaluates the audiences of a job: all, or when one fails none. */
export async function runSegmentJob(
  { documents }: Pick<RestSandbox, 'documents'>,
  { id, body, created }: Document<StoredSegmentJob>,
  signal: AbortSignal,
): Promise<void> {
  try {
    await documents.write(async (transaction) => {
      const counts: Record<string, number> = {};
      for (const { segmentId } of body.segments) {
        signal.throwIfAborted();
        const found = await transaction.get(storedSegment, segmentId);
        if (!found) throw new Error(`There is no segment definition with the id ${segmentId}`);
        const segment = { id: segmentId, rule: found.body.expression.value, now: transaction.now };
        counts[segmentId] = await evaluateSegment(transaction.connection, segment);
      }
      const { now } = transaction;
      await transaction.update(storedSegmentJob, id, () => ({
        ...body,
        status: 'SUCCEEDED' as const,
        metrics: {
          totalTime: { startTimeInMs: created, endTimeInMs: now, totalTimeInMs: now - created },
          segmentedProfileCounter: counts,
        },
      }));
    });
  } catch (error) {
    await documents.update(storedSegmentJob, id, () => ({
      ...body,
      status: signal.aborted ? ('CANCELLED' as const) : ('FAILED' as const),
      errors: signal.aborted ? [] : [{ code: 'UPSEG-1000-500', msg: messageOf(error) }],
    }));
  }
}

/** Jobs that were under way when the sandbox ended have failed: nothing of them was kept. */
export async function failInterruptedJobs({ documents }: Pick<RestSandbox, 'documents'>): Promise<void> {
  for (const { id, body } of await documents.list(storedSegmentJob)) {
    if (body.status !== 'PROCESSING') continue;
    const errors = [{ code: 'UPSEG-1000-500', msg: 'The sandbox ended before the job did' }];
    await documents.update(storedSegmentJob, id, () => ({ ...body, status: 'FAILED' as const, errors }));
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
