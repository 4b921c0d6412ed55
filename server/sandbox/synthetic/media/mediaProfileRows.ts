import { firstNames, lastNames } from '../profileRows';
import { below, bits, ecid, pick, uuid } from '../rowSql';
import type { GeneratedUsers } from '../scenario';

/** The query that makes the profiles of viewers; what it draws of a user is the same as in the events. */
export function mediaProfileRows(
  seed: number,
  tenant: string,
  { users, createdAt, snapshot }: GeneratedUsers,
): string {
  const created = `make_timestamp(${createdAt * 1000})`;
  return `
    WITH drawn AS (
      SELECT
        range AS number,
        ${bits(seed, 'media-profile', 'range')} AS random,
        ${bits(seed, 'media-user', 'range')} AS user_random,
        ${ecid(seed, 'range')} AS ecid
      FROM range(${users})
    ), named AS (
      SELECT
        *,
        CASE WHEN user_random % 8 = 0 THEN 'child' ELSE 'adult' END AS kind,
        ${pick('random', 0, ['free', 'free', 'basic', 'basic', 'premium'])} AS plan,
        DATE '2021-01-01' + ${below('random', 30, 1700)} AS since,
        ${pick('random', 8, firstNames)} AS firstName,
        ${pick('random', 14, lastNames)} AS lastName,
        CASE WHEN user_random % 8 = 0 THEN DATE '2013-01-01' ELSE DATE '1950-01-01' END
          + ${below('random', 20, 2000)} * CASE WHEN user_random % 8 = 0 THEN 1 ELSE 10 END AS birthDate
      FROM drawn
    )
    SELECT
      ${uuid(seed, 'media-profile', 'number')} AS _id,
      {createDate: ${created}, modifyDate: ${created}} AS _repo,
      ${organization(created)} AS ${tenant},
      MAP {'ECID': [{id: ecid, authenticatedState: 'authenticated', "primary": true}]} AS identityMap,
      {
        name: {firstName: firstName, lastName: CASE kind WHEN 'adult' THEN lastName END},
        birthDate: birthDate,
        birthYear: CAST(year(birthDate) AS INTEGER),
        gender: ${pick('random', 52, ['male', 'female', 'not_specified', 'not_specified'])}
      } AS person,
      CASE kind WHEN 'adult' THEN {
        address: concat('viewer-', number, '@acme.example'),
        "primary": true,
        type: 'personal',
        status: 'active'
      } END AS personalEmail,
      {
        collect: {val: ${pick('random', 40, ['y', 'y', 'y', 'n'])}, time: ${created}},
        share: {val: CASE kind WHEN 'child' THEN 'n' ELSE ${pick('random', 44, ['y', 'n'])} END, time: ${created}},
        personalize: {content: {val: CASE kind WHEN 'child' THEN 'n' ELSE 'y' END, time: ${created}}}
      } AS consents,
      ${snapshot} AS _acp_snapshot
    FROM named`;
}

const genres = ['drama', 'documentary', 'comedy', 'crime', 'sports'];

function organization(created: string): string {
  return `{
    viewer: {ecid: ecid, accountId: concat('A-', lpad(CAST(number // 2 AS VARCHAR), 8, '0')), profileKind: kind},
    subscription: {
      plan: plan,
      since: since,
      monthlyPrice: CASE plan WHEN 'basic' THEN 7.99 WHEN 'premium' THEN 13.99 END,
      cancelledAt: CASE WHEN plan <> 'free' AND random % 12 = 0 THEN ${created} + INTERVAL (random % 80) DAY END
    },
    preferences: CASE WHEN random % 3 > 0 THEN {
      genres: list_distinct([${pick('random', 34, genres)}, ${pick('random', 37, genres)}]),
      subtitles: (random >> 46) % 5 = 0,
      hearingAid: CASE WHEN (random >> 48) % 30 = 0 THEN true END,
      autoplay: (random >> 50) % 3 > 0,
      maturityLimit: CASE kind WHEN 'child' THEN 6 END
    } END
  }`;
}
