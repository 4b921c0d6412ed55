import { quoted } from '../../store/sqlText';
import { deviceSql, environmentSql, viewingDevices } from '../devices';
import { placeContextSql, placeSql } from '../places';
import { below, bits, ecid, pick, uuid } from '../rowSql';
import { mediaEventTypes } from './simulateViewer';
import { sessionDetails } from './titles';

/** A playback's number is below this. */
const visitsOfUser = 4096;

/** The query that makes events of a streaming service out of an outline; columns without values are left out. */
export function mediaEventRows(seed: number, tenant: string, outline: string): string {
  return `
    WITH typed AS (
      SELECT
        *,
        [${mediaEventTypes.map(quoted).join(', ')}][1 + type] AS eventType,
        CAST(user_number AS BIGINT) * ${visitsOfUser} + visit AS visit_key,
        make_timestamp(happened_at) AS happened
      FROM ${outline}
    ), drawn AS (
      SELECT
        *,
        ${bits(seed, 'media-event', 'number')} AS random,
        ${bits(seed, 'media-visit', `CAST(user_number AS BIGINT) * ${visitsOfUser} + visit // 8`)} AS visit_random,
        ${bits(seed, 'media-user', 'user_number')} AS user_random,
        ${ecid(seed, 'user_number')} AS ecid
      FROM typed
    ), placed AS (
      SELECT
        *,
        ${viewingDevices(`CASE WHEN visit_random % 10 < 7 THEN user_random >> 4 ELSE visit_random >> 4 END`)} AS used,
        ${placeSql('user_random')} AS place
      FROM drawn
    )
    SELECT
      ${uuid(seed, 'media-event', 'number')} AS _id,
      happened AS timestamp,
      eventType,
      'self' AS producedBy,
      {
        viewer: {
          ecid: ecid,
          accountId: concat('A-', lpad(CAST(user_number // 2 AS VARCHAR), 8, '0')),
          profileKind: CASE WHEN user_random % 8 = 0 THEN 'child' ELSE 'adult' END
        }
      } AS ${tenant},
      MAP {'ECID': [{id: ecid, authenticatedState: 'authenticated', "primary": true}]} AS identityMap,
      CASE WHEN starts_with(eventType, 'media.') THEN ${mediaCollection(seed)} END AS mediaCollection,
      CASE WHEN starts_with(eventType, 'application.') THEN ${application} END AS application,
      ${environmentSql('used', 'visit_random')} AS environment,
      ${deviceSql('used')} AS device,
      CASE WHEN user_random % 10 < 6 THEN ${placeContextSql('happened', 'user_random')} END AS placeContext,
      CASE WHEN starts_with(eventType, 'media.') THEN {
        _id: 'https://ns.adobe.com/xdm/channels/video',
        mediaType: 'owned',
        mode: 'pull',
        contentTypes: ['video']
      } END AS channel,
      snapshot AS _acp_snapshot
    FROM placed`;
}

function mediaCollection(seed: number): string {
  const isIn = (...types: readonly string[]): string =>
    `eventType IN (${types.map((type) => quoted(`media.${type}`)).join(', ')})`;
  return `{
    sessionID: ${uuid(seed, 'media-session', 'visit_key')},
    playhead: detail,
    sessionDetails: CASE WHEN ${isIn('sessionStart')} THEN ${sessionDetails} END,
    advertisingPodDetails: CASE WHEN ${isIn('adBreakStart', 'adStart', 'adSkip', 'adComplete', 'adBreakComplete')} THEN {
      friendlyName: CASE WHEN detail = 0 THEN 'preroll' ELSE 'midroll' END,
      index: detail // 720,
      "offset": detail
    } END,
    advertisingDetails: CASE WHEN ${isIn('adStart', 'adSkip', 'adComplete')} THEN {
      name: concat('ad-', ${below('random', 20, 60)}),
      length: 20,
      advertiser: ${pick('random', 8, ['Blue Bank', 'Fjord Water', 'Kite Mobile', 'Oak Insurance', 'Rapid Cars'])},
      campaignID: concat('cmp-', ${below('random', 20, 12)})
    } END,
    qoeDataDetails: CASE WHEN ${isIn('play', 'bufferStart', 'sessionEnd', 'sessionComplete')} THEN {
      bitrate: ${pick('visit_random', 24, ['1800', '3200', '5800', '8000', '16000'])}::INTEGER,
      droppedFrames: ${below('random', 28, 12)},
      framesPerSecond: CASE WHEN about % 29 = 0 THEN 50 ELSE 25 END,
      timeToStart: CASE WHEN ${isIn('play')} THEN round(0.3 + ${below('random', 36, 3000)} / 1000, 3) END
    } END,
    errorDetails: CASE WHEN ${isIn('error')} THEN {
      name: ${pick('random', 40, ['manifest-timeout', 'decoder', 'drm-licence'])},
      source: 'player'
    } END
  }`;
}

const application = `{
  id: 'com.acme.stream',
  name: 'Acme Stream',
  version: concat('5.', ${below('visit_random', 30, 4)}),
  launches: CASE WHEN eventType = 'application.launch' THEN {value: 1.0} END,
  applicationCloses: CASE WHEN eventType = 'application.close' THEN {value: 1.0} END,
  isLaunch: eventType = 'application.launch',
  isClose: eventType = 'application.close'
}`;
