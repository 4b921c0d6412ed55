import { xdmClass, type XdmProperty } from '../../platform/xdm';
import type { RegistryResource } from '../../platform/registryResource';
import { consents, homeAddress, person, personalEmail } from '../synthetic/profilesSchema';
import {
  array,
  boolean,
  choice,
  dateTime,
  map,
  object,
  text,
  type XdmProperties,
} from '../synthetic/xdmProperties';
import { globalResource } from './globalResource';

/** The groups of fields that schemas of profiles are put together from. */
export const profileFieldGroups: readonly RegistryResource[] = [
  group('profile-person-details', 'Demographic details', { person }),
  group('profile-personal-details', 'Personal contact details', {
    personalEmail,
    homePhone: phone('Home phone'),
    mobilePhone: phone('Mobile phone'),
    homeAddress,
  }),
  group('profile-work-details', 'Work contact details', {
    workEmail: object('Work email', { address: text('Address'), primary: boolean('Primary') }),
    workPhone: phone('Work phone'),
    organizations: array('Organizations', text('Organization')),
  }),
  group('profile-consents', 'Consents and preferences', { consents }),
  group('profile-segmentation', 'Segment membership', {
    segmentMembership: map(
      'Segment membership',
      map(
        'Memberships in a namespace',
        object('Membership', {
          lastQualificationTime: dateTime('Last qualification'),
          status: choice('Status', { existing: 'Existing', realized: 'Realized', exited: 'Exited' }),
          version: text('Version'),
        }),
      ),
      'By namespace and by segment.',
    ),
  }),
];

function phone(title: string): XdmProperty {
  return object(title, {
    number: text('Number'),
    countryCode: text('Country code'),
    extension: text('Extension'),
    primary: boolean('Primary'),
    status: text('Status'),
  });
}

function group(name: string, title: string, properties: XdmProperties): RegistryResource {
  return globalResource(`context/${name}`, 'mixins', {
    title,
    intendedToExtend: [xdmClass.profile],
    properties,
  });
}
