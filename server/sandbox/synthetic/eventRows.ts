import { eventTypeNames } from './eventTypes';
import { below, bits, ecid, pick, uuid } from './rowSql';

const clickTypes = [
  'advertising.clicks',
  'commerce.purchases',
  'web.webinteraction.linkClicks',
  'web.formFilledOut',
  'decisioning.propositionInteract',
  'decisioning.propositionDismiss',
];

/**
 * The query that makes events out of `outline`, a table of (number, user_number, type, happened_at, snapshot): who did what
 * when. Its columns are those of `eventProperties` that have values, and the snapshot.
 */
export function eventRows(seed: number, tenant: string, outline: string): string {
  return `
    WITH drawn AS (
      SELECT
        *,
        ${typeName} AS eventType,
        ${bits(seed, 'event', 'number')} AS random,
        ${bits(seed, 'product', 'number')} % 400 AS product,
        ${ecid(seed, 'user_number')} AS ecid
      FROM ${outline}
    )
    SELECT
      ${uuid(seed, 'event', 'number')} AS _id,
      make_timestamp(happened_at) AS timestamp,
      eventType,
      'self' AS producedBy,
      {user_id: ecid} AS ${tenant},
      MAP {'ECID': [{id: ecid, authenticatedState: 'ambiguous', "primary": true}]} AS identityMap,
      CASE WHEN NOT starts_with(eventType, 'directMarketing.') THEN ${web} END AS web,
      CASE WHEN starts_with(eventType, 'commerce.') THEN ${commerce(seed)} END AS commerce,
      CASE WHEN starts_with(eventType, 'commerce.') THEN ${productListItems} END AS productListItems,
      CASE WHEN starts_with(eventType, 'directMarketing.') THEN ${directMarketing(seed)} END AS directMarketing,
      snapshot AS _acp_snapshot
    FROM drawn`;
}

const typeName = `[${eventTypeNames.map((name) => `'${name}'`).join(', ')}][1 + type]`;

const price = `round(5 + product * 0.35, 2)`;
const section = pick('random', 0, ['home', 'products', 'offers', 'account', 'help']);
const referrers = [
  'internal',
  'external',
  'search_engine',
  'email',
  'social',
  'unknown',
  'usenet',
  'typed_bookmarked',
];

const web = `{
  webPageDetails: {
    name: concat(${section}, ' ', product),
    URL: concat('https://www.acme.example/', ${section}, '/', product),
    server: 'www.acme.example',
    siteSection: ${section},
    viewName: concat(${section}, '-view'),
    isErrorPage: false,
    isHomePage: ${section} = 'home',
    pageViews: {value: 1.0}
  },
  webInteraction: {
    type: ${pick('random', 12, ['download', 'exit', 'other'])},
    URL: concat('https://www.acme.example/link/', ${below('random', 16, 50)}),
    name: concat('link-', ${below('random', 16, 50)}),
    region: ${pick('random', 24, ['header', 'body', 'footer'])},
    linkClicks: {value: CASE WHEN eventType IN (${clickTypes.map((type) => `'${type}'`).join(', ')}) THEN 1.0 ELSE 0.0 END}
  },
  webReferrer: {
    URL: concat('https://referrer.example/', ${below('random', 32, 20)}),
    type: ${pick('random', 40, referrers)}
  }
}`;

const isPurchase = `eventType = 'commerce.purchases'`;

function commerce(seed: number): string {
  return `{
    productViews: CASE WHEN NOT ${isPurchase} THEN {value: 1.0} END,
    purchases: CASE WHEN ${isPurchase} THEN {value: 1.0} END,
    "order": CASE WHEN ${isPurchase} THEN {
      purchaseID: ${uuid(seed, 'purchase', 'number')},
      currencyCode: 'USD',
      priceTotal: ${price},
      taxAmount: round(${price} * 0.08, 2),
      createdDate: make_timestamp(happened_at)
    } END
  }`;
}

const productListItems = `[{
  SKU: concat('SKU-', lpad(CAST(product AS VARCHAR), 4, '0')),
  name: concat('Product ', product),
  currencyCode: 'USD',
  quantity: 1,
  priceTotal: ${price}
}]`;

function directMarketing(seed: number): string {
  const one = (type: string): string =>
    `CASE WHEN eventType = 'directMarketing.${type}' THEN {value: 1.0} END`;
  return `{
    emailDelivered: ${one('emailSent')},
    sends: ${one('emailSent')},
    opens: ${one('emailOpened')},
    clicks: ${one('emailClicked')},
    offerOpens: CASE WHEN eventType <> 'directMarketing.emailSent' THEN {value: 1.0} END,
    hashedEmail: substr(md5(ecid), 1, 10),
    emailVisitorID: ecid,
    messageID: ${uuid(seed, 'message', 'number')}
  }`;
}
