import type { XdmProperty } from '../../../platform/xdm';
import { identityMap } from '../identityMap';
import { consents, homeAddress, person, personalEmail } from '../profilesSchema';
import {
  array,
  boolean,
  choice,
  date,
  dateTime,
  integer,
  object,
  text,
  type XdmProperties,
} from '../xdmProperties';
import { identification } from './retailFields';

/** The fields of a shop's profiles. */
export function retailProfileProperties(tenant: string): XdmProperties {
  return {
    _id: text('Identifier'),
    _repo: object('Repository', { createDate: dateTime('Created'), modifyDate: dateTime('Modified') }),
    [tenant]: object('Acme', { identification, loyalty, household, pharmacy }, 'Fields of the organization.'),
    identityMap,
    person,
    personalEmail,
    mobilePhone: object('Mobile phone', {
      number: text('Number'),
      countryCode: text('Country code'),
      primary: boolean('Primary'),
      status: choice('Status', { active: 'Active', incomplete: 'Incomplete' }),
    }),
    homeAddress: object('Home address', {
      street1: text('Street'),
      ...homeAddress.properties,
      stateProvince: text('State or province'),
    }),
    consents,
  };
}

const loyalty: XdmProperty = object(
  'Loyalty',
  {
    tier: choice('Tier', { bronze: 'Bronze', silver: 'Silver', gold: 'Gold' }, { closed: true }),
    points: integer('Points', 'Those not yet spent.'),
    joined: date('Joined'),
    cards: array(
      'Cards',
      object('Card', {
        number: text('Card number'),
        issued: date('Issued'),
        status: choice('Status', { active: 'Active', lost: 'Lost' }),
      }),
    ),
  },
  'Absent for those who have not joined.',
);

const household: XdmProperty = object('Household', {
  size: integer('Size', 'How many people live in it.'),
  incomeBand: choice('Income band', {
    low: 'Up to 30,000 a year',
    middle: '30,000 to 80,000 a year',
    high: 'Above 80,000 a year',
  }),
  hasChildren: boolean('Has children'),
});

const pharmacy: XdmProperty = object('Pharmacy', {
  enrolled: boolean('Enrolled', 'Orders from the pharmacy.'),
  allergies: array('Allergies', text('Allergy')),
});
