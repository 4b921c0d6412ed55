import {
  storedSource,
  storedTarget,
  type StoredFlow,
  type StoredSource,
  type StoredTarget,
} from '../../flow/storedFlow';
import type { Documents } from '../../store/documents';
import { badRequest } from '../problem';

export interface FlowConnections {
  readonly source: StoredSource;
  readonly target: StoredTarget;
}

/** What a flow connects; refuses ids that there are not. */
export async function connectionsOf(
  documents: Documents,
  {
    sourceConnectionIds,
    targetConnectionIds,
  }: Pick<StoredFlow, 'sourceConnectionIds' | 'targetConnectionIds'>,
): Promise<FlowConnections> {
  const [sourceId = ''] = sourceConnectionIds;
  const [targetId = ''] = targetConnectionIds;
  const source = await documents.get(storedSource, sourceId);
  if (!source) throw badRequest(`sourceConnectionIds: there is no source connection ${sourceId}`);
  const target = await documents.get(storedTarget, targetId);
  if (!target) throw badRequest(`targetConnectionIds: there is no target connection ${targetId}`);
  return { source: source.body, target: target.body };
}
