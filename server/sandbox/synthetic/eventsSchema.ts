import type { XdmProperty } from '../../platform/xdm';
import { eventTypeNames } from './eventTypes';
import { identityMap } from './identityMap';
import {
  array,
  boolean,
  choice,
  dateTime,
  double,
  long,
  measure,
  object,
  text,
  type XdmProperties,
} from './xdmProperties';

/** The fields of the shop's events: the ExperienceEvent class with the web, commerce and direct marketing groups. */
export function eventProperties(tenant: string): XdmProperties {
  return {
    _id: text('Identifier', 'A unique identifier for the event.'),
    timestamp: dateTime('Timestamp', 'When the event took place, in UTC.'),
    eventType: choice('Event type', titles(eventTypeNames), {
      description: 'The primary type of the event.',
    }),
    eventMergeId: text('Event merge id', 'Ties events together that came from one message.'),
    producedBy: choice(
      'Produced by',
      { self: 'Self', system: 'System', salesRef: 'Sales reference', customerRep: 'Customer representative' },
      { description: 'Who or what made the event.' },
    ),
    [tenant]: object(
      'Acme',
      { user_id: text('User id', 'The ECID of the user who made the event.') },
      'Fields of the organization.',
    ),
    identityMap,
    web,
    commerce,
    productListItems,
    directMarketing,
  };
}

export const web: XdmProperty = object(
  'Web',
  {
    webPageDetails: object('Web page details', {
      name: text('Name', 'Name of the page.'),
      URL: text('URL', 'Address of the page.'),
      server: text('Server', 'The host that served the page.'),
      siteSection: text('Site section'),
      viewName: text('View name'),
      isErrorPage: boolean('Is error page'),
      isHomePage: boolean('Is home page'),
      pageViews: measure('Page views'),
    }),
    webInteraction: object('Web interaction', {
      type: choice('Link type', { download: 'Download', exit: 'Exit', other: 'Other' }, { closed: true }),
      URL: text('Link URL'),
      name: text('Link name'),
      region: text('Region', 'Where on the page the link stands.'),
      linkClicks: measure('Link clicks'),
    }),
    webReferrer: object('Web referrer', {
      URL: text('Referrer URL'),
      type: choice('Referrer type', {
        internal: 'Internal',
        external: 'External',
        search_engine: 'Search engine',
        email: 'Email',
        social: 'Social',
        unknown: 'Unknown',
        usenet: 'Usenet',
        typed_bookmarked: 'Typed or bookmarked',
      }),
    }),
  },
  'What happened on a web page.',
);

export const commerce: XdmProperty = object(
  'Commerce',
  {
    order: object('Order', {
      purchaseID: text('Purchase id', 'Given to the purchase by the seller.'),
      purchaseOrderNumber: text('Purchase order number'),
      currencyCode: text('Currency code', 'ISO 4217.'),
      priceTotal: double('Price total', 'After discounts and taxes.'),
      taxAmount: double('Tax amount'),
      discountAmount: double('Discount amount'),
      createdDate: dateTime('Created'),
    }),
    checkouts: measure('Checkouts'),
    productListAdds: measure('Product list adds', 'Products added to a cart.'),
    productListOpens: measure('Product list opens'),
    productListRemovals: measure('Product list removals'),
    productListViews: measure('Product list views'),
    productViews: measure('Product views'),
    purchases: measure('Purchases'),
    saveForLaters: measure('Saved for later'),
    cartAbandons: measure('Cart abandons'),
    promotionID: text('Promotion id'),
  },
  'Buying and selling.',
);

export const productListItems: XdmProperty = array(
  'Product list items',
  object('Product', {
    SKU: text('SKU', 'Stock keeping unit of the product.'),
    name: text('Name'),
    currencyCode: text('Currency code', 'ISO 4217.'),
    quantity: long('Quantity'),
    priceTotal: double('Price total'),
  }),
  'The products that the event is about.',
);

export const directMarketing: XdmProperty = object(
  'Direct marketing',
  {
    sends: measure('Sends'),
    opens: measure('Opens'),
    clicks: measure('Clicks'),
    bounces: measure('Bounces'),
    unsubscriptions: measure('Unsubscriptions'),
    offerOpens: measure('Offer opens'),
    emailDelivered: measure('Email delivered'),
    marketingSubscription: measure('Marketing subscription'),
    unsubscribeReason: text('Unsubscribe reason'),
    hashedEmail: text('Hashed email', 'A hash of the address that the mail went to.'),
    emailVisitorID: text('Email visitor id'),
    messageID: text('Message id'),
  },
  'Mail sent to the user and what became of it.',
);

/** `web.formFilledOut` becomes `Web: form filled out`. */
function titles(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, title(name)]));
}

function title(name: string): string {
  const [area, event] = name
    .split('.')
    .map((part) => part.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`));
  return `${area?.charAt(0).toUpperCase()}${area?.slice(1)}: ${event}`;
}
