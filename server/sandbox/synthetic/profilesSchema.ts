import type { XdmProperty } from '../../platform/xdm';
import { identityMap } from './identityMap';
import { boolean, choice, date, dateTime, integer, object, text, type XdmProperties } from './xdmProperties';

/** The fields of the users' profiles: the Profile class with person, personal details and consents. */
export function profileProperties(tenant: string): XdmProperties {
  return {
    _id: text('Identifier', 'A unique identifier for the record.'),
    _repo: object('Repository', { createDate: dateTime('Created'), modifyDate: dateTime('Modified') }),
    [tenant]: object(
      'Acme',
      {
        user_id: text('User id', 'The ECID of the user.'),
        loyaltyTier: choice('Loyalty tier', { none: 'None', silver: 'Silver', gold: 'Gold' }),
      },
      'Fields of the organization.',
    ),
    identityMap,
    person,
    personalEmail,
    homeAddress,
    consents,
  };
}

export const person: XdmProperty = object('Person', {
  name: object('Name', {
    firstName: text('First name'),
    lastName: text('Last name'),
    fullName: text('Full name'),
  }),
  birthDate: date('Birth date'),
  birthYear: integer('Birth year'),
  gender: choice('Gender', {
    male: 'Male',
    female: 'Female',
    not_specified: 'Not specified',
    non_specific: 'Non-specific',
  }),
});

export const personalEmail: XdmProperty = object('Personal email', {
  address: text('Address', 'The technical address, such as name@domain.com.'),
  primary: boolean('Primary'),
  type: text('Type'),
  status: choice('Status', { active: 'Active', incomplete: 'Incomplete', blacklisted: 'Blocked' }),
});

export const homeAddress: XdmProperty = object('Home address', {
  city: text('City'),
  postalCode: text('Postal code'),
  countryCode: text('Country code', 'ISO 3166-1 alpha-2.'),
});

export const consents: XdmProperty = object(
  'Consents',
  {
    collect: consent('Collect', 'Data may be collected.'),
    share: consent('Share', 'Data may be shared with third parties.'),
    personalize: object('Personalize', { content: consent('Content') }),
    marketing: object('Marketing', { preferred: text('Preferred channel'), email: consent('Email') }),
  },
  'What the user agreed to.',
);

function consent(title: string, description?: string): XdmProperty {
  return object(
    title,
    { val: choice('Choice', { y: 'Yes', n: 'No', p: 'Pending' }), time: dateTime('Changed') },
    description,
  );
}
