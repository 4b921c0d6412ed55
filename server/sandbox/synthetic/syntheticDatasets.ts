import { createHash } from 'node:crypto';
import { xdmClass, type XdmSchema } from '../../platform/xdm';
import type { StoredDataset } from '../store/datasets';
import { eventProperties } from './eventsSchema';
import { profileProperties } from './profilesSchema';
import { syntheticSchema } from './syntheticSchema';

export interface SyntheticDataset {
  readonly dataset: StoredDataset;
  readonly schema: XdmSchema;
}

/** The experience events of a shop. `created` is in milliseconds since 1970. */
export function eventsDataset(tenant: string, created: number): SyntheticDataset {
  const schema = syntheticSchema({
    key: 'ecommerce_events',
    title: 'Ecommerce events schema',
    description: 'What users did on the web, in mails and with products.',
    class: xdmClass.experienceEvent,
    tenant,
    properties: eventProperties(tenant),
    identities: [{ path: `/${tenant}/user_id`, namespace: 'ECID' }],
    labels: {
      [`/${tenant}/user_id`]: ['I1'],
      '/identityMap': ['I1'],
      '/directMarketing/hashedEmail': ['I2'],
    },
  });
  return { schema, dataset: dataset('ecommerce_events', 'Ecommerce events', schema, created) };
}

/** The profiles of the users whose events `eventsDataset` holds. */
export function profilesDataset(tenant: string, created: number): SyntheticDataset {
  const schema = syntheticSchema({
    key: 'profiles',
    title: 'Profiles schema',
    description: 'Who the users are and what they agreed to.',
    class: xdmClass.profile,
    tenant,
    properties: profileProperties(tenant),
    identities: [{ path: `/${tenant}/user_id`, namespace: 'ECID' }],
    labels: {
      [`/${tenant}/user_id`]: ['I1'],
      '/identityMap': ['I1'],
      '/person/name': ['I1'],
      '/person/birthDate': ['I2', 'C9'],
      '/personalEmail/address': ['I1', 'C12'],
    },
  });
  return { schema, dataset: dataset('profiles', 'Profiles', schema, created) };
}

/** A generated data set; its id follows from its name, so that catalogs from two folders agree. */
export function dataset(table: string, title: string, schema: XdmSchema, created: number): StoredDataset {
  return {
    id: createHash('md5').update(`dataset:${table}`).digest('hex').slice(0, 24),
    table,
    title,
    description: schema.description ?? '',
    schemaId: schema.$id,
    madeBy: 'generator',
    profileEnabled: true,
    created,
  };
}
