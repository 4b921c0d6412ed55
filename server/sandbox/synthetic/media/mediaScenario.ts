import { xdmClass } from '../../../platform/xdm';
import type { Scenario } from '../scenario';
import { dataset, type SyntheticDataset } from '../syntheticDatasets';
import { syntheticSchema } from '../syntheticSchema';
import { mediaEventRows } from './mediaEventRows';
import { mediaEventProperties, mediaProfileProperties } from './mediaFields';
import { mediaProfileRows } from './mediaProfileRows';
import { mediaWeeks, simulateViewer } from './simulateViewer';

export const mediaScenario: Scenario = {
  name: 'media',
  summary:
    'Twelve weeks of a streaming service: playbacks, advertising breaks, interruptions, subscriptions.',
  simulatedWeeks: mediaWeeks,
  weeksBeforeEnd: 1,
  simulate: simulateViewer,
  events,
  eventRows: mediaEventRows,
  profiles,
  profileRows: mediaProfileRows,
};

function events(tenant: string, created: number): SyntheticDataset {
  const schema = syntheticSchema({
    key: 'media_events',
    title: 'Media events schema',
    description: 'What viewers watched, and what their players told of it.',
    class: xdmClass.experienceEvent,
    tenant,
    properties: mediaEventProperties(tenant),
    identities: [{ path: `/${tenant}/viewer/ecid`, namespace: 'ECID' }],
    labels: {
      [`/${tenant}/viewer/ecid`]: ['I2'],
      [`/${tenant}/viewer/accountId`]: ['I1'],
      [`/${tenant}/viewer/profileKind`]: ['C9'],
      '/identityMap': ['I1'],
      '/environment/ipV4': ['I2'],
      '/placeContext/geo/postalCode': ['S2'],
      '/placeContext/geo/_schema': ['S1'],
      '/mediaCollection/advertisingDetails': ['C2'],
    },
  });
  return { schema, dataset: dataset('media_events', 'Media events', schema, created) };
}

function profiles(tenant: string, created: number): SyntheticDataset {
  const schema = syntheticSchema({
    key: 'media_profiles',
    title: 'Media profiles schema',
    description: 'The viewers, with their subscriptions and preferences.',
    class: xdmClass.profile,
    tenant,
    properties: mediaProfileProperties(tenant),
    identities: [
      { path: `/${tenant}/viewer/ecid`, namespace: 'ECID' },
      { path: '/personalEmail/address', namespace: 'Email' },
    ],
    labels: {
      [`/${tenant}/viewer/ecid`]: ['I2'],
      [`/${tenant}/viewer/accountId`]: ['I1'],
      [`/${tenant}/viewer/profileKind`]: ['C9'],
      [`/${tenant}/preferences/hearingAid`]: ['RHD'],
      '/identityMap': ['I1'],
      '/person/name': ['I1'],
      '/person/birthDate': ['I2', 'C9'],
      '/personalEmail/address': ['I1', 'C12'],
    },
  });
  return { schema, dataset: dataset('media_profiles', 'Media profiles', schema, created) };
}
