import type { StoredFlow } from '../../flow/storedFlow';
import type { Document } from '../../store/documents';
import type { FlowConnections } from './flowConnections';

/** What one run of a flow has to do. */
export interface FlowWork extends FlowConnections {
  readonly flow: Document<StoredFlow>;
  readonly runId: string;
  /** Only these of the source's data sets; absent for all. */
  readonly datasets?: readonly string[];
  readonly signal: AbortSignal;
}
