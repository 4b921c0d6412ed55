import type { z } from 'zod';
import { newSegment, segmentJob } from '../../../platform/segments';
import type { Document, DocumentKind } from '../../store/documents';

const segmentBody = newSegment;

export type StoredSegment = z.infer<typeof segmentBody>;

export const storedSegment: DocumentKind<StoredSegment> = { name: 'segment', body: segmentBody };

const jobBody = segmentJob.omit({ id: true, creationTime: true, updateTime: true });

export type StoredSegmentJob = z.infer<typeof jobBody>;

export const storedSegmentJob: DocumentKind<StoredSegmentJob> = { name: 'segmentJob', body: jobBody };

/** Times as both kinds of resources tell them. */
export function timesOf({ created, updated }: Document<unknown>): {
  creationTime: number;
  updateTime: number;
} {
  return { creationTime: created, updateTime: updated };
}
