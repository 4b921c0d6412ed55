import type { XdmProperty } from '../../../platform/xdm';
import { application, channel, marketing } from '../contextFields';
import { commerce, directMarketing, web } from '../eventsSchema';
import { identityMap } from '../identityMap';
import { device, environment, placeContext } from '../visitorFields';
import {
  array,
  choice,
  dateTime,
  double,
  integer,
  long,
  measure,
  object,
  text,
  type XdmProperties,
} from '../xdmProperties';
import type { retailEventTypes, visitOrigins } from './simulateShopper';

/** The fields of a shop's events. */
export function retailEventProperties(tenant: string): XdmProperties {
  return {
    _id: text('Identifier', 'A unique identifier for the event.'),
    timestamp: dateTime('Timestamp', 'When the event took place, in UTC.'),
    eventType: choice('Event type', typeTitles, { description: 'The primary type of the event.' }),
    eventMergeId: text('Event merge id'),
    producedBy: choice('Produced by', { self: 'Self', system: 'System' }),
    [tenant]: object('Acme', { identification, visit }, 'Fields of the organization.'),
    identityMap,
    web,
    commerce: retailCommerce,
    productListItems: retailProducts,
    directMarketing,
    marketing,
    environment,
    device,
    placeContext,
    channel,
    application,
  };
}

const typeTitles: Readonly<Record<(typeof retailEventTypes)[number], string>> = {
  'web.webpagedetails.pageViews': 'Page view',
  'commerce.productListViews': 'List of products viewed',
  'commerce.productViews': 'Product viewed',
  'commerce.productListAdds': 'Added to cart',
  'commerce.productListRemovals': 'Removed from cart',
  'commerce.saveForLaters': 'Saved for later',
  'commerce.checkouts': 'Checkout begun',
  'commerce.purchases': 'Purchase',
  'location.entry': 'Store entered',
  'directMarketing.emailSent': 'Mail sent',
  'directMarketing.emailOpened': 'Mail opened',
  'directMarketing.emailClicked': 'Link in a mail clicked',
};

export const identification: XdmProperty = object('Identification', {
  ecid: text('Experience Cloud id', '38 digits.'),
  customerId: text('Customer id', 'In the shop; absent for guests.'),
});

const originTitles: Readonly<Record<(typeof visitOrigins)[number], string>> = {
  direct: 'Direct',
  search: 'Search engine',
  social: 'Social network',
  email: 'Mail',
  store: 'Store',
};

const visit: XdmProperty = object('Visit', {
  id: text('Visit id', 'Ties the events of one visit together.'),
  number: integer('Number', 'Which of the visits and mails of the user it is, from 1 on.'),
  origin: choice('Origin', originTitles, { description: 'How the visit came about.', closed: true }),
  storeId: text('Store id', 'Of a visit in a store.'),
});

const payment: XdmProperty = object('Payment', {
  transactionID: text('Transaction id'),
  paymentAmount: double('Amount'),
  paymentType: choice('Payment type', {
    credit_card: 'Credit card',
    paypal: 'PayPal',
    invoice: 'Invoice',
    gift_card: 'Gift card',
  }),
  currencyCode: text('Currency code', 'ISO 4217.'),
});

const retailCommerce: XdmProperty = object(
  'Commerce',
  {
    ...commerce.properties,
    order: object('Order', {
      ...commerce.properties?.['order']?.properties,
      orderType: choice('Order type', { checkout: 'Checkout', 'in-store': 'In a store' }),
      refundTotal: double('Refund total'),
      payments: array('Payments', payment),
    }),
    inStorePurchase: measure('Purchases in a store'),
    cart: object('Cart', { cartID: text('Cart id'), cartSource: text('Cart source') }),
    shipping: object('Shipping', {
      shippingMethod: choice('Shipping method', {
        standard: 'Standard',
        express: 'Express',
        pickup: 'Pickup in a store',
      }),
      shippingAmount: double('Shipping amount'),
      currencyCode: text('Currency code', 'ISO 4217.'),
    }),
  },
  'Buying and selling.',
);

const retailProducts: XdmProperty = array(
  'Product list items',
  object('Product', {
    SKU: text('SKU', 'Stock keeping unit of the product.'),
    product: text('Product', 'Address of the product.'),
    name: text('Name'),
    productAddMethod: text('Way of adding', 'How the product came into the cart.'),
    currencyCode: text('Currency code', 'ISO 4217.'),
    quantity: long('Quantity'),
    priceTotal: double('Price total', 'Of all pieces, after discounts.'),
    discountAmount: double('Discount amount'),
    productCategories: array(
      'Categories',
      object('Category', {
        categoryID: text('Category id'),
        categoryName: text('Category name'),
        categoryPath: text('Category path', 'From the widest category on, with / between them.'),
      }),
    ),
    selectedOptions: array(
      'Selected options',
      object('Option', { attribute: text('Attribute'), value: text('Value') }),
    ),
  }),
  'The products that the event is about.',
);
