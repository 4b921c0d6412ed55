import { placeSql, postalCodeSql } from '../places';
import { firstNames, lastNames } from '../profileRows';
import { below, bits, ecid, pick, uuid } from '../rowSql';
import type { GeneratedUsers } from '../scenario';

/** The query that makes the profiles of a shop's users; what it draws of a user is the same as in the events. */
export function retailProfileRows(
  seed: number,
  tenant: string,
  { users, createdAt, snapshot }: GeneratedUsers,
): string {
  const created = `make_timestamp(${createdAt * 1000})`;
  const born = below('random', 20, 22_000);
  return `
    WITH drawn AS (
      SELECT
        range AS number,
        ${bits(seed, 'retail-profile', 'range')} AS random,
        ${bits(seed, 'retail-user', 'range')} AS user_random,
        ${ecid(seed, 'range')} AS ecid
      FROM range(${users})
    ), named AS (
      SELECT
        *,
        ${placeSql('user_random')} AS place,
        ${pick('random', 0, firstNames)} AS firstName,
        ${pick('random', 8, lastNames)} AS lastName,
        CASE WHEN user_random % 3 > 0 THEN concat('C-', lpad(CAST(number AS VARCHAR), 8, '0')) END AS customer,
        DATE '1945-01-01' + ${born} AS birthDate,
        DATE '2019-01-01' + ${below('random', 30, 2400)} AS joined
      FROM drawn
    )
    SELECT
      ${uuid(seed, 'retail-profile', 'number')} AS _id,
      {createDate: ${created}, modifyDate: ${created}} AS _repo,
      ${organization} AS ${tenant},
      ${identities} AS identityMap,
      CASE WHEN customer IS NOT NULL THEN ${person} END AS person,
      CASE WHEN customer IS NOT NULL THEN ${email} END AS personalEmail,
      CASE WHEN customer IS NOT NULL AND random % 4 > 0 THEN ${phone} END AS mobilePhone,
      CASE WHEN customer IS NOT NULL THEN ${address} END AS homeAddress,
      ${consentsAt(created)} AS consents,
      ${snapshot} AS _acp_snapshot
    FROM named`;
}

const organization = `{
  identification: {ecid: ecid, customerId: customer},
  loyalty: CASE WHEN customer IS NOT NULL AND random % 5 < 3 THEN {
    tier: ${pick('random', 12, ['bronze', 'bronze', 'bronze', 'silver', 'silver', 'gold'])},
    points: ${below('random', 16, 12_000)},
    joined: joined,
    cards: [{number: concat('9', lpad(CAST(number AS VARCHAR), 11, '0')), issued: joined, status: 'active'}]
  } END,
  household: CASE WHEN customer IS NOT NULL AND random % 7 < 3 THEN {
    size: 1 + ${below('random', 24, 5)},
    incomeBand: ${pick('random', 28, ['low', 'middle', 'middle', 'high'])},
    hasChildren: (random >> 24) % 5 > 1
  } END,
  pharmacy: CASE WHEN customer IS NOT NULL AND random % 6 = 0 THEN {
    enrolled: true,
    allergies: CASE WHEN (random >> 32) % 3 = 0 THEN [${pick('random', 36, ['pollen', 'latex', 'penicillin', 'nuts'])}] END
  } END
}`;

const address = `{
  street1: concat(1 + ${below('random', 44, 180)}, ' ', ${pick('random', 48, ['Main Street', 'Park Road', 'Mill Lane', 'Station Road'])}),
  city: place.city,
  postalCode: ${postalCodeSql('user_random')},
  countryCode: place.country,
  stateProvince: place.region
}`;

const email = `{
  address: concat('shopper-', number, '@acme.example'),
  "primary": true,
  type: 'personal',
  status: CASE WHEN random % 40 = 0 THEN 'incomplete' ELSE 'active' END
}`;

const phone = `{
  number: concat('+1555', lpad(CAST(number % 10000000 AS VARCHAR), 7, '0')),
  countryCode: place.country,
  "primary": true,
  status: 'active'
}`;

const person = `{
  name: {firstName: firstName, lastName: lastName, fullName: concat(firstName, ' ', lastName)},
  birthDate: CASE WHEN random % 3 > 0 THEN birthDate END,
  birthYear: CASE WHEN random % 3 > 0 THEN CAST(year(birthDate) AS INTEGER) END,
  gender: ${pick('random', 52, ['male', 'male', 'female', 'female', 'not_specified', 'not_specified', 'non_specific'])}
}`;

const identities = `CASE WHEN customer IS NULL
  THEN MAP {'ECID': [{id: ecid, authenticatedState: 'ambiguous', "primary": true}]}
  ELSE MAP {
    'ECID': [{id: ecid, authenticatedState: 'authenticated', "primary": true}],
    'CRMID': [{id: customer, authenticatedState: 'authenticated', "primary": false}],
    'Email': [{id: concat('shopper-', number, '@acme.example'), authenticatedState: 'authenticated', "primary": false}]
  } END`;

function consentsAt(created: string): string {
  const consent = (shift: number): string =>
    `{val: ${pick('random', shift, ['y', 'y', 'y', 'n', 'p'])}, time: ${created}}`;
  return `{
    collect: ${consent(40)},
    share: ${consent(43)},
    personalize: {content: ${consent(46)}},
    marketing: {preferred: CASE WHEN random % 2 = 0 THEN 'email' ELSE 'push' END, email: ${consent(49)}}
  }`;
}
