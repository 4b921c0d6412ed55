import { quoted } from '../../store/sqlText';
import { deviceSql, environmentSql, shopDevices } from '../devices';
import { placeContextSql, placeSql } from '../places';
import { bits, ecid, pick, uuid } from '../rowSql';
import { productItems } from './products';
import { retailEventTypes, visitOrigins } from './simulateShopper';

const list = (values: readonly string[]): string => `[${values.map(quoted).join(', ')}]`;

/** A visit's number is below this. */
const visitsOfUser = 4096;

/** The query that makes events of a shop out of an outline; columns without values are left out. */
export function retailEventRows(seed: number, tenant: string, outline: string): string {
  return `
    WITH typed AS (
      SELECT
        *,
        ${list(retailEventTypes)}[1 + type] AS eventType,
        ${list(visitOrigins)}[1 + detail] AS origin,
        CAST(user_number AS BIGINT) * ${visitsOfUser} + visit AS visit_key,
        make_timestamp(happened_at) AS happened
      FROM ${outline}
    ), drawn AS (
      SELECT
        *,
        ${bits(seed, 'retail-event', 'number')} AS random,
        ${bits(seed, 'retail-visit', 'visit_key')} AS visit_random,
        ${bits(seed, 'retail-user', 'user_number')} AS user_random,
        ${ecid(seed, 'user_number')} AS ecid,
        ${discount} AS discount
      FROM typed
    ), placed AS (
      SELECT
        *,
        ${shopDevices(`CASE WHEN visit_random % 10 < 7 THEN user_random >> 4 ELSE visit_random >> 4 END`)} AS used,
        ${placeSql('user_random')} AS place
      FROM drawn
    ), priced AS (
      SELECT *, CASE WHEN place.country = 'US' THEN 'USD' WHEN place.country = 'GB' THEN 'GBP' ELSE 'EUR' END AS currency
      FROM placed
    ), filled AS (
      SELECT *, CASE WHEN about > 0 THEN ${productItems(seed)} END AS items FROM priced
    )
    SELECT ${columns(seed, tenant)} FROM filled`;
}

/** Before Christmas, and in the last days of June, there is a sale. */
const discount = `CASE
  WHEN month(happened) = 11 AND day(happened) BETWEEN 24 AND 30 THEN 0.2
  WHEN month(happened) = 6 AND day(happened) > 23 THEN 0.15 ELSE 0 END`;

const isMail = `starts_with(eventType, 'directMarketing.')`;
const isOnWeb = `origin <> 'store' AND NOT ${isMail}`;

function columns(seed: number, tenant: string): string {
  return `
      ${uuid(seed, 'retail-event', 'number')} AS _id,
      happened AS timestamp,
      eventType,
      'self' AS producedBy,
      {
        identification: {ecid: ecid, customerId: ${customerId}},
        visit: CASE WHEN NOT ${isMail} THEN {
          id: ${uuid(seed, 'retail-visit', 'visit_key')},
          "number": visit + 1,
          origin: origin,
          storeId: CASE WHEN origin = 'store' THEN concat('store-', lpad(CAST(1 + user_random % 40 AS VARCHAR), 3, '0')) END
        } END
      } AS ${tenant},
      ${identities} AS identityMap,
      CASE WHEN ${isOnWeb} THEN ${web} END AS web,
      CASE WHEN starts_with(eventType, 'commerce.') THEN ${commerce(seed)} END AS commerce,
      items AS productListItems,
      CASE WHEN ${isMail} THEN ${directMarketing(seed)} END AS directMarketing,
      CASE WHEN origin = 'email' THEN ${campaign} END AS marketing,
      CASE WHEN ${isOnWeb} THEN ${environmentSql('used', 'visit_random')} END AS environment,
      CASE WHEN ${isOnWeb} THEN ${deviceSql('used')} END AS device,
      CASE WHEN user_random % 10 < 7 OR origin = 'store' THEN ${placeContextSql('happened', 'user_random')} END AS placeContext,
      ${channelOfVisit} AS channel,
      snapshot AS _acp_snapshot`;
}

/** Two of three users have an account. */
const customerId = `CASE WHEN user_random % 3 > 0 THEN concat('C-', lpad(CAST(user_number AS VARCHAR), 8, '0')) END`;

/** Who bought was logged in, if there is an account. */
const identities = `CASE
  WHEN user_random % 3 > 0 AND eventType IN ('commerce.checkouts', 'commerce.purchases') THEN MAP {
    'ECID': [{id: ecid, authenticatedState: 'authenticated', "primary": true}],
    'CRMID': [{id: ${customerId}, authenticatedState: 'authenticated', "primary": false}]}
  ELSE MAP {'ECID': [{id: ecid, authenticatedState: 'ambiguous', "primary": true}]} END`;

const section = `CASE eventType
  WHEN 'web.webpagedetails.pageViews' THEN 'home'
  WHEN 'commerce.productListViews' THEN 'category'
  WHEN 'commerce.checkouts' THEN 'checkout'
  WHEN 'commerce.purchases' THEN 'confirmation'
  ELSE 'product' END`;

const web = `{
  webPageDetails: {
    name: concat('shop:', ${section}),
    URL: concat('https://shop.acme.example/', ${section}),
    server: 'shop.acme.example',
    siteSection: ${section},
    isErrorPage: random % 500 = 0,
    isHomePage: eventType = 'web.webpagedetails.pageViews',
    pageViews: {value: CASE WHEN eventType IN ('commerce.productListAdds', 'commerce.productListRemovals', 'commerce.saveForLaters') THEN 0.0 ELSE 1.0 END}
  },
  webInteraction: CASE WHEN eventType IN ('commerce.productListAdds', 'commerce.productListRemovals', 'commerce.saveForLaters') THEN {
    type: 'other',
    name: CASE eventType WHEN 'commerce.productListAdds' THEN 'add-to-cart' WHEN 'commerce.saveForLaters' THEN 'save' ELSE 'remove-from-cart' END,
    region: ${pick('random', 24, ['header', 'body', 'footer'])},
    linkClicks: {value: 1.0}
  } END,
  webReferrer: CASE WHEN eventType = 'web.webpagedetails.pageViews' AND origin <> 'direct' THEN {
    URL: concat('https://', origin, '.example/'),
    type: CASE origin WHEN 'search' THEN 'search_engine' ELSE origin END
  } END
}`;

function commerce(seed: number): string {
  const of = (type: string): string => `CASE WHEN eventType = 'commerce.${type}' THEN {value: 1.0} END`;
  const total = 'round(list_sum(list_transform(items, lambda item: item.priceTotal)), 2)';
  const off = 'round(list_sum(list_transform(items, lambda item: item.discountAmount)), 2)';
  const measures = [
    'checkouts',
    'productListAdds',
    'productListRemovals',
    'productListViews',
    'productViews',
  ];
  return `{
    ${[...measures, 'purchases', 'saveForLaters'].map((name) => `${name}: ${of(name)}`).join(',\n    ')},
    inStorePurchase: CASE WHEN origin = 'store' THEN {value: 1.0} END,
    cart: CASE WHEN ${isOnWeb} AND about > 0 AND eventType <> 'commerce.productViews' THEN {
      cartID: ${uuid(seed, 'retail-cart', 'visit_key')},
      cartSource: 'web'
    } END,
    promotionID: CASE WHEN discount > 0 THEN concat('SALE-', year(happened), '-', month(happened)) END,
    "order": CASE WHEN eventType = 'commerce.purchases' THEN {
      purchaseID: ${uuid(seed, 'retail-order', 'visit_key')},
      purchaseOrderNumber: concat('PO', visit_key),
      currencyCode: currency,
      orderType: CASE WHEN origin = 'store' THEN 'in-store' ELSE 'checkout' END,
      priceTotal: ${total},
      taxAmount: round(${total} * 0.08, 2),
      discountAmount: CASE WHEN discount > 0 THEN ${off} END,
      createdDate: happened,
      payments: [{
        transactionID: ${uuid(seed, 'retail-payment', 'visit_key')},
        paymentAmount: ${total},
        paymentType: ${pick('visit_random', 48, ['credit_card', 'credit_card', 'paypal', 'invoice', 'gift_card'])},
        currencyCode: currency
      }]
    } END,
    shipping: CASE WHEN eventType = 'commerce.purchases' AND ${isOnWeb} THEN {
      shippingMethod: ${pick('visit_random', 52, ['standard', 'standard', 'express', 'pickup'])},
      shippingAmount: CASE WHEN ${total} > 50 THEN 0.0 ELSE 4.9 END,
      currencyCode: currency
    } END
  }`;
}

function directMarketing(seed: number): string {
  const of = (type: string): string =>
    `CASE WHEN eventType = 'directMarketing.${type}' THEN {value: 1.0} END`;
  return `{
    sends: ${of('emailSent')},
    emailDelivered: ${of('emailSent')},
    opens: ${of('emailOpened')},
    clicks: ${of('emailClicked')},
    hashedEmail: md5(concat('shopper-', user_number)),
    messageID: ${uuid(seed, 'retail-mail', 'visit_key')}
  }`;
}

const campaign = `{
  trackingCode: concat('em-', year(happened), '-', lpad(CAST(month(happened) AS VARCHAR), 2, '0')),
  campaignName: concat(${pick('visit_random', 56, ['Newsletter', 'New arrivals', 'Sale', 'Back in stock'])}, ' ', month(happened)),
  campaignGroup: 'email'
}`;

const channelOfVisit = `{
  _id: concat('https://ns.adobe.com/xdm/channels/', CASE WHEN ${isMail} THEN 'email' WHEN origin = 'store' THEN 'store' ELSE 'web' END),
  mode: CASE WHEN ${isMail} THEN 'push' ELSE 'pull' END,
  typeAtSource: origin,
  contentTypes: CASE WHEN items IS NOT NULL THEN ['product'] END
}`;
