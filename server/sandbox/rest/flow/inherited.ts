import { connectionSpecs } from '../../../platform/flowConnections';
import { storedSource, storedTarget, type StoredFlow } from '../../flow/storedFlow';
import type { Documents } from '../../store/documents';

/** What a flow has from its connections, by which clients tell exports from imports. */
export async function inherited(
  documents: Documents,
  { sourceConnectionIds: [source = ''], targetConnectionIds: [target = ''] }: StoredFlow,
) {
  const sourceSpec = (await documents.get(storedSource, source))?.body.connectionSpec;
  const targetSpec = (await documents.get(storedTarget, target))?.body.connectionSpec;
  return {
    properties: {
      isDestinationFlow: targetSpec?.id === connectionSpecs.landingZoneTarget,
      isSourceFlow: sourceSpec?.id === connectionSpecs.landingZoneSource,
    },
    sourceConnections: [{ id: source, connectionSpec: sourceSpec }],
    targetConnections: [{ id: target, connectionSpec: targetSpec }],
  };
}
