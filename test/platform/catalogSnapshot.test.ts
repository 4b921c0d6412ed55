import { expect, test } from 'vitest';
import { readSnapshot } from '../../server/catalog/readSnapshot';
import { printType } from '../../server/catalog/typeText';
import type { Field } from '../../server/catalog/types';
import { writeSnapshot } from '../../server/catalog/writeSnapshot';
import { catalogSnapshot, type CatalogAnswers } from '../../server/platform/catalogSnapshot';
import type { XdmProperty, XdmSchema } from '../../server/platform/xdm';

const schemaId = 'https://ns.adobe.com/acme/schemas/1';

function answers(
  properties: Readonly<Record<string, XdmProperty>>,
  more: Partial<XdmSchema> = {},
): CatalogAnswers {
  const schema: XdmSchema = {
    $id: schemaId,
    'meta:altId': '_acme.schemas.1',
    title: 'Web events schema',
    version: '1.2',
    type: 'object',
    'meta:class': 'https://ns.adobe.com/xdm/context/experienceevent',
    properties,
    ...more,
  };
  return {
    sandbox: 'dev',
    tenantId: 'acme',
    takenAt: '2026-11-24T00:00:00.000Z',
    datasets: [
      {
        id: 'd1',
        dataset: {
          name: 'Web events',
          tags: { 'adobe/pqs/table': ['web_events'] },
          schemaRef: { id: schemaId },
        },
      },
    ],
    schemas: new Map([[schemaId, schema]]),
    descriptors: [],
    labels: new Map(),
  };
}

function columns(given: CatalogAnswers): readonly Field[] {
  return catalogSnapshot(given).datasets[0]?.columns ?? [];
}

const text: XdmProperty = { type: 'string', 'meta:xdmType': 'string' };

test.each<[string, XdmProperty]>([
  ['string', text],
  ['double', { type: 'number', 'meta:xdmType': 'double' }],
  ['double', { type: 'number' }],
  ['double', { type: 'number', 'meta:xdmType': 'number' }],
  ['int', { type: 'integer', 'meta:xdmType': 'int' }],
  ['int', { type: 'integer', minimum: -2147483648, maximum: 2147483647 }],
  ['bigint', { type: 'integer' }],
  ['bigint', { type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991 }],
  ['smallint', { type: 'integer', minimum: -32768, maximum: 32767 }],
  ['tinyint', { type: 'integer', 'meta:xdmType': 'byte' }],
  ['boolean', { type: 'boolean' }],
  ['date', { type: 'string', format: 'date' }],
  ['timestamp', { type: 'string', format: 'date-time' }],
  ['string', { type: 'string', format: 'uri' }],
  ['array<string>', { type: 'array', items: text }],
  ['map<string,string>', { type: 'object', additionalProperties: text }],
  [
    'map<string,array<struct<id:string>>>',
    {
      type: 'object',
      'meta:xdmType': 'map',
      additionalProperties: { type: 'array', items: { type: 'object', properties: { id: text } } },
    },
  ],
  ['struct<a:struct<b:string>>', { properties: { a: { type: 'object', properties: { b: text } } } }],
  ['object', { type: 'object' }],
])('an XDM field becomes %s', (type, property) => {
  const [column] = columns(answers({ c: property }));
  expect(column && printType(column.type)).toBe(type);
});

test('a field of which nothing is known is unknown', () => {
  expect(columns(answers({ c: { title: 'C' } }))[0]?.type).toEqual({ kind: 'unknown', text: 'unknown' });
});

test('what a data set is', () => {
  const given = answers({ _id: text });
  const labels = new Map([['d1', { labels: ['C2'] }]]);
  expect(catalogSnapshot({ ...given, labels })).toEqual({
    sandbox: 'dev',
    tenant: '_acme',
    takenAt: '2026-11-24T00:00:00.000Z',
    datasets: [
      {
        table: 'web_events',
        id: 'd1',
        title: 'Web events',
        kind: 'dataset',
        schema: { title: 'Web events schema', id: schemaId, class: 'experienceevent', version: '1.2' },
        labels: ['C2'],
        columns: [{ name: '_id', type: { kind: 'scalar', name: 'string' } }],
      },
    ],
  });
});

test.each([
  ['profile', 'https://ns.adobe.com/xdm/context/profile', []],
  ['adhoc', 'https://ns.adobe.com/xdm/data/adhoc', []],
  ['record', 'https://ns.adobe.com/acme/classes/1', ['https://ns.adobe.com/xdm/data/record']],
  [undefined, 'https://ns.adobe.com/acme/classes/1', []],
])('the class %s', (kind, id, extended) => {
  const given = answers({}, { 'meta:class': id, 'meta:extends': extended });
  expect(catalogSnapshot(given).datasets[0]?.schema?.class).toBe(kind);
});

test('fields carry titles, known values, identities and labels, however deep they lie', () => {
  const user: XdmProperty = { ...text, title: 'User id', description: 'The ECID' };
  const given = answers({
    eventType: { ...text, 'meta:enum': { 'web.formFilledOut': 'Form filled out' } },
    type: { ...text, enum: ['a', 'b'], 'meta:enum': { a: 'A' } },
    _acme: { type: 'object', properties: { user_id: user } },
    productListItems: { type: 'array', items: { type: 'object', properties: { SKU: text } } },
  });
  const descriptor = { 'xdm:sourceSchema': schemaId, 'xdm:sourceProperty': '/_acme/user_id' };
  const fieldLabels = (schemaPath: string, labels: string[]) => ({ option: { schemaPath }, labels });
  const found = columns({
    ...given,
    descriptors: [
      {
        ...descriptor,
        '@type': 'xdm:descriptorIdentity',
        'xdm:namespace': 'ECID',
        'xdm:isPrimary': true,
      },
      { ...descriptor, '@type': 'xdm:descriptorLabel', 'xdm:labels': ['I1'] },
      { ...descriptor, '@type': 'xdm:alternateDisplayInfo', 'xdm:title': { en_us: 'User' } },
      { ...descriptor, '@type': 'xdm:descriptorLabel', 'xdm:sourceSchema': 'another', 'xdm:labels': ['C1'] },
    ],
    labels: new Map([
      [
        'd1',
        {
          labels: [],
          optionalLabels: [
            fieldLabels('/properties/_acme/properties/user_id', ['I1', 'C3']),
            fieldLabels('/properties/productListItems/items/properties/SKU', ['C9']),
          ],
        },
      ],
    ]),
  });
  expect(found).toMatchObject([
    { name: 'eventType', enum: ['web.formFilledOut'] },
    { name: 'type', enum: ['a', 'b'] },
    {
      name: '_acme',
      type: {
        fields: [
          {
            name: 'user_id',
            title: 'User',
            description: 'The ECID',
            identity: { namespace: 'ECID', primary: true },
            labels: ['I1', 'C3'],
          },
        ],
      },
    },
    { type: { element: { fields: [{ name: 'SKU', labels: ['C9'] }] } } },
  ]);
});

test('descriptors that come with the schema count too, and a title that repeats the name is left out', () => {
  const given = answers(
    { id: { ...text, title: 'id' } },
    {
      'meta:descriptors': [
        {
          '@type': 'xdm:descriptorLabel',
          'xdm:sourceSchema': schemaId,
          'xdm:sourceProperty': '/id',
          'xdm:labels': ['C9'],
        },
      ],
    },
  );
  expect(columns(given)).toEqual([{ name: 'id', type: { kind: 'scalar', name: 'string' }, labels: ['C9'] }]);
});

test('a data set without a table or without a readable schema is left out', () => {
  const given = answers({});
  const [entry] = given.datasets;
  const noTable = { id: 'd2', dataset: { name: 'No table', schemaRef: { id: schemaId }, tags: {} } };
  const noSchema = { id: 'd3', dataset: { ...entry?.dataset, name: 'No schema', schemaRef: { id: 'x' } } };
  const snapshot = catalogSnapshot({ ...given, datasets: [noTable, noSchema] });
  expect(snapshot.datasets).toEqual([]);
});

test('the snapshot is written and read back as it was', () => {
  const given = answers({
    _acme: {
      type: 'object',
      properties: { n: { type: 'integer' }, tags: { type: 'object', additionalProperties: text } },
    },
  });
  const snapshot = catalogSnapshot(given);
  const read = readSnapshot(writeSnapshot(snapshot));
  expect(read).toMatchObject({ status: 'read', catalog: snapshot });
});
