import type { Catalog } from '../../server/catalog/catalog';
import { readSnapshot } from '../../server/catalog/readSnapshot';

const measure = {
  struct: [
    { name: 'id', type: 'string' },
    { name: 'value', type: 'double' },
  ],
};

const events = [
  { name: '_id', type: 'string', title: 'Event id' },
  { name: 'timestamp', type: 'timestamp' },
  {
    name: 'eventType',
    type: 'string',
    title: 'Event type',
    description: 'The kind of thing that happened.',
    enum: [
      'web.formFilledOut',
      'web.webpagedetails.pageViews',
      'commerce.purchases',
      'directMarketing.emailSent',
    ],
  },
  {
    name: 'web',
    type: {
      struct: [
        {
          name: 'webPageDetails',
          type: {
            struct: [
              { name: 'name', type: 'string', title: 'Page name' },
              { name: 'URL', type: 'string' },
              { name: 'isHomePage', type: 'boolean' },
              { name: 'pageViews', type: measure },
            ],
          },
        },
        {
          name: 'webReferrer',
          type: {
            struct: [
              { name: 'URL', type: 'string' },
              { name: 'type', type: 'string' },
            ],
          },
        },
      ],
    },
  },
  {
    name: 'commerce',
    type: {
      struct: [
        {
          name: 'order',
          type: {
            struct: [
              { name: 'purchaseID', type: 'string' },
              { name: 'priceTotal', type: 'double' },
            ],
          },
        },
        { name: 'purchases', type: measure },
        { name: '30_day_value', type: 'decimal(10,2)' },
      ],
    },
  },
  {
    name: 'productListItems',
    type: {
      array: {
        struct: [
          { name: 'SKU', type: 'string' },
          { name: 'quantity', type: 'long' },
          { name: 'priceTotal', type: 'double' },
        ],
      },
    },
  },
  {
    name: 'identityMap',
    type: {
      map: [
        'string',
        {
          array: {
            struct: [
              { name: 'id', type: 'string' },
              { name: 'primary', type: 'boolean' },
            ],
          },
        },
      ],
    },
  },
  {
    name: '_acme',
    type: {
      struct: [
        {
          name: 'user_id',
          type: 'string',
          title: 'User id',
          description: 'Who did it.',
          labels: ['I1'],
          identity: { namespace: 'ECID', primary: true },
        },
        { name: 'email', type: 'string', labels: ['I1', 'C9'] },
      ],
    },
  },
];

/** The snapshot of a small shop: events with nested fields, profiles, a plain table and a view. */
export const shopSnapshot = JSON.stringify({
  version: 1,
  sandbox: 'dev',
  tenant: '_acme',
  takenAt: '2026-11-24T00:00:00Z',
  datasets: [
    {
      table: 'web_events',
      title: 'Web events',
      kind: 'dataset',
      schema: { title: 'Web events schema', class: 'experienceevent', version: '1.2' },
      columns: events,
    },
    {
      table: 'profiles',
      title: 'Profiles',
      kind: 'dataset',
      schema: { title: 'Profile schema', class: 'profile' },
      columns: [
        { name: '_id', type: 'string' },
        {
          name: 'person',
          type: {
            struct: [
              { name: 'birthYear', type: 'int' },
              { name: 'gender', type: 'string' },
            ],
          },
        },
        { name: 'loyalty_points', type: 'decimal(12,2)' },
        { name: '_acme', type: { struct: [{ name: 'user_id', type: 'string', labels: ['I1'] }] } },
      ],
    },
    {
      table: 'stores',
      kind: 'dataset',
      schema: { class: 'adhoc' },
      columns: [
        { name: 'store_id', type: 'int' },
        { name: 'city', type: 'string' },
        { name: 'opened', type: 'date' },
        { name: 'floor space', type: 'double' },
      ],
    },
    {
      table: 'open_stores',
      kind: 'view',
      columns: [
        { name: 'store_id', type: 'int' },
        { name: 'city', type: 'string' },
      ],
    },
  ],
});

export const shopCatalog: Catalog = readCatalog(shopSnapshot);

export function readCatalog(text: string): Catalog {
  const reading = readSnapshot(text);
  if (reading.status === 'unreadable') throw new Error(reading.message);
  return reading.catalog;
}
