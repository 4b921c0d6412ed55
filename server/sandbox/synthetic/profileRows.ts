import type { GeneratedUsers } from './scenario';
import { below, bits, ecid, pick, uuid } from './rowSql';

export const firstNames = [
  'Ada',
  'Ben',
  'Chloe',
  'David',
  'Elena',
  'Farid',
  'Grace',
  'Hugo',
  'Ines',
  'Jonas',
  'Kira',
  'Liam',
];
export const lastNames = [
  'Adler',
  'Brown',
  'Costa',
  'Dubois',
  'Evans',
  'Fischer',
  'Garcia',
  'Haddad',
  'Ito',
  'Jensen',
  'Khan',
];
const cities = [
  'Berlin',
  'Boston',
  'Dublin',
  'Lisbon',
  'London',
  'Lyon',
  'Madrid',
  'Milan',
  'Oslo',
  'Seattle',
];
const countries = ['DE', 'US', 'IE', 'PT', 'GB', 'FR', 'ES', 'IT', 'NO', 'US'];

/** The query that makes the profiles of the users 0 up to, not including, `users`. */
export function profileRows(seed: number, tenant: string, options: GeneratedUsers): string {
  const created = `make_timestamp(${options.createdAt * 1000})`;
  const city = below('random', 24, cities.length);
  const consented = (shift: number): string =>
    `{val: ${pick('random', shift, ['y', 'y', 'y', 'n'])}, time: ${created}}`;
  return `
    WITH drawn AS (
      SELECT
        range AS number,
        ${bits(seed, 'profile', 'range')} AS random,
        ${ecid(seed, 'range')} AS ecid
      FROM range(${options.users})
    ), named AS (
      SELECT
        *,
        ${pick('random', 0, firstNames)} AS firstName,
        ${pick('random', 8, lastNames)} AS lastName,
        DATE '1945-01-01' + ${below('random', 32, 22000)} AS birthDate
      FROM drawn
    )
    SELECT
      ${uuid(seed, 'profile', 'number')} AS _id,
      {createDate: ${created}, modifyDate: ${created}} AS _repo,
      {user_id: ecid, loyaltyTier: ${pick('random', 16, ['none', 'none', 'none', 'silver', 'gold'])}} AS ${tenant},
      MAP {'ECID': [{id: ecid, authenticatedState: 'ambiguous', "primary": true}]} AS identityMap,
      {
        name: {firstName: firstName, lastName: lastName, fullName: concat(firstName, ' ', lastName)},
        birthDate: birthDate,
        birthYear: CAST(year(birthDate) AS INTEGER),
        gender: ${pick('random', 48, ['male', 'female', 'not_specified', 'non_specific'])}
      } AS person,
      {
        address: concat('synthetic-user-', number, '@acme.example'),
        "primary": true,
        type: 'personal',
        status: 'active'
      } AS personalEmail,
      {
        city: [${cities.map((name) => `'${name}'`).join(', ')}][1 + ${city}],
        postalCode: lpad(CAST(${below('random', 40, 100000)} AS VARCHAR), 5, '0'),
        countryCode: [${countries.map((name) => `'${name}'`).join(', ')}][1 + ${city}]
      } AS homeAddress,
      {
        collect: ${consented(50)},
        share: ${consented(52)},
        personalize: {content: ${consented(54)}},
        marketing: {preferred: 'email', email: ${consented(56)}}
      } AS consents,
      ${options.snapshot} AS _acp_snapshot
    FROM named`;
}
