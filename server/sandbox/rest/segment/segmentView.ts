import type { Audience, Segment } from '../../../platform/segments';
import type { Document } from '../../store/documents';
import { timesOf, type StoredSegment } from './storedSegments';

export function segmentView(document: Document<StoredSegment>): Segment {
  return {
    ...document.body,
    id: document.id,
    evaluationInfo: {
      batch: { enabled: true },
      continuous: { enabled: false },
      synchronous: { enabled: false },
    },
    lifecycleState: 'published',
    ...timesOf(document),
  };
}

/** The same in the newer form. */
export function audienceView(document: Document<StoredSegment>): Audience {
  return {
    ...segmentView(document),
    audienceId: document.id,
    type: 'SegmentDefinition',
    originName: 'REAL_TIME_CUSTOMER_PROFILE',
    namespace: 'AEPSegments',
  };
}
