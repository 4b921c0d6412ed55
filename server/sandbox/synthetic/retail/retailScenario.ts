import { xdmClass } from '../../../platform/xdm';
import type { Scenario } from '../scenario';
import { dataset, type SyntheticDataset } from '../syntheticDatasets';
import { syntheticSchema } from '../syntheticSchema';
import { retailEventRows } from './retailEventRows';
import { retailEventProperties } from './retailFields';
import { retailProfileProperties } from './retailProfileFields';
import { retailProfileRows } from './retailProfileRows';
import { retailWeeks, simulateShopper } from './simulateShopper';

export const retailScenario: Scenario = {
  name: 'retail',
  summary: 'A year of a shop on the web and in stores: visits, carts, orders, mails, with seasons and sales.',
  simulatedWeeks: retailWeeks,
  weeksBeforeEnd: 1,
  simulate: simulateShopper,
  events,
  eventRows: retailEventRows,
  profiles,
  profileRows: retailProfileRows,
};

function events(tenant: string, created: number): SyntheticDataset {
  const schema = syntheticSchema({
    key: 'retail_events',
    title: 'Retail events schema',
    description: 'What customers did in the shop, in its stores and with its mails.',
    class: xdmClass.experienceEvent,
    tenant,
    properties: retailEventProperties(tenant),
    identities: [
      { path: `/${tenant}/identification/ecid`, namespace: 'ECID' },
      { path: `/${tenant}/identification/customerId`, namespace: 'CRMID' },
    ],
    labels: {
      [`/${tenant}/identification/ecid`]: ['I2'],
      [`/${tenant}/identification/customerId`]: ['I1'],
      '/identityMap': ['I1'],
      '/directMarketing/hashedEmail': ['I2'],
      '/environment/ipV4': ['I2'],
      '/placeContext/geo/postalCode': ['S2'],
      '/placeContext/geo/_schema': ['S1'],
      '/commerce/order/payments': ['C2'],
    },
  });
  return { schema, dataset: dataset('retail_events', 'Retail events', schema, created) };
}

function profiles(tenant: string, created: number): SyntheticDataset {
  const schema = syntheticSchema({
    key: 'retail_profiles',
    title: 'Retail profiles schema',
    description: 'The customers of the shop, with their loyalty and consents.',
    class: xdmClass.profile,
    tenant,
    properties: retailProfileProperties(tenant),
    identities: [
      { path: `/${tenant}/identification/ecid`, namespace: 'ECID' },
      { path: `/${tenant}/identification/customerId`, namespace: 'CRMID' },
      { path: '/personalEmail/address', namespace: 'Email' },
    ],
    labels: {
      [`/${tenant}/identification/ecid`]: ['I2'],
      [`/${tenant}/identification/customerId`]: ['I1'],
      [`/${tenant}/household/incomeBand`]: ['C9'],
      [`/${tenant}/pharmacy`]: ['RHD', 'C9'],
      '/identityMap': ['I1'],
      '/person/name': ['I1'],
      '/person/birthDate': ['I2'],
      '/personalEmail/address': ['I1', 'C12'],
      '/mobilePhone/number': ['I1', 'C12'],
      '/homeAddress/street1': ['I1', 'S1'],
      '/homeAddress/postalCode': ['S2'],
    },
  });
  return { schema, dataset: dataset('retail_profiles', 'Retail profiles', schema, created) };
}
