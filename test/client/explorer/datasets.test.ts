import { expect, test } from 'vitest';
import { parseCatalogSnapshot } from '../../../client/explorer/catalogSnapshot';
import type { DatasetNode } from '../../../client/explorer/datasetNode';
import {
  childNodes,
  datasetNodes,
  hasChildren,
  nodeName,
  nodePath,
} from '../../../client/explorer/datasetNode';
import { datasetTooltip } from '../../../client/explorer/datasetTooltip';
import { fieldTypeText } from '../../../client/explorer/fieldTypeText';
import { sameCatalog } from '../../../client/explorer/sameCatalog';

const snapshot = parseCatalogSnapshot(
  JSON.stringify({
    version: 1,
    sandbox: 'dev',
    tenant: '_acme',
    takenAt: '2026-01-01T00:00:00Z',
    datasets: [
      {
        table: 'visits',
        title: 'Visits of the *shop*',
        kind: 'dataset',
        labels: ['C2'],
        schema: { title: 'Visit', class: 'experienceevent', version: '1.0' },
        columns: [
          { name: '_id', type: 'string' },
          {
            name: '_acme',
            type: {
              struct: [
                {
                  name: 'user_id',
                  type: 'string',
                  identity: { namespace: 'ECID', primary: true },
                  labels: ['I1', 'C9'],
                  title: 'User id',
                  description: 'Who visited',
                },
                { name: 'order id', type: 'decimal(18,2)' },
              ],
            },
          },
          { name: 'items', type: { array: { struct: [{ name: 'SKU', type: 'string' }] } } },
          {
            name: 'identityMap',
            type: { map: ['string', { array: { struct: [{ name: 'id', type: 'string' }] } }] },
          },
        ],
      },
      { table: 'accounts', kind: 'view', columns: [] },
    ],
  }),
);

function at(...names: readonly string[]): DatasetNode {
  let nodes = datasetNodes(snapshot);
  let found: DatasetNode | undefined;
  for (const name of names) {
    found = nodes.find((node) => nodeName(node) === name);
    nodes = found ? childNodes(found) : [];
  }
  return found as DatasetNode;
}

test('data sets are in the order of their names', () => {
  expect(datasetNodes(snapshot).map(nodeName)).toEqual(['accounts', 'visits']);
});

test('only what holds fields can be opened', () => {
  expect(hasChildren(at('accounts'))).toBe(false);
  expect(hasChildren(at('visits'))).toBe(true);
  expect(hasChildren(at('visits', '_id'))).toBe(false);
  expect(hasChildren(at('visits', 'items'))).toBe(true);
});

test('a path leads through structs, the first element of an array and a key of a map', () => {
  expect(nodePath(at('visits', '_acme', 'user_id'))).toBe('_acme.user_id');
  expect(nodePath(at('visits', '_acme', 'order id'))).toBe('_acme.`order id`');
  expect(nodePath(at('visits', 'items', 'SKU'))).toBe('items[0].SKU');
  expect(nodePath(at('visits', 'identityMap', 'id'))).toBe("identityMap['key'][0].id");
});

test('a type is shown by its shape', () => {
  const types = childNodes(at('visits')).map((node) =>
    node.kind === 'field' ? fieldTypeText(node.field.type) : '',
  );
  expect(types).toEqual(['string', 'struct', 'array<struct>', 'map<string, array<struct>>']);
});

test('the hover tells title, path, type, description, identity and labels', () => {
  expect(datasetTooltip(at('visits', '_acme', 'user_id'))).toMatchInlineSnapshot(`
    "**User id**

    \`_acme.user_id\`: \`string\`

    Who visited

    Primary identity, namespace ECID

    Labels: \`I1\` \`C9\`"
  `);
  expect(datasetTooltip(at('visits', '_acme', 'order id'))).toBe('`` _acme.`order id` ``: `decimal(18,2)`');
});

test('Markdown in a title is text', () => {
  expect(datasetTooltip(at('visits'))).toContain('**Visits of the \\*shop\\***');
});

test('what is no snapshot is refused with the name of the field', () => {
  expect(() => parseCatalogSnapshot('{"version":1,"datasets":[{"kind":"dataset","columns":[]}]}')).toThrow(
    'table',
  );
});

test('two snapshots are the same but for their time and layout', () => {
  const a = { version: 1, takenAt: '2026-01-01T00:00:00Z', datasets: [] };
  expect(sameCatalog(JSON.stringify(a), JSON.stringify({ ...a, takenAt: 'later' }, undefined, 2))).toBe(true);
  expect(sameCatalog(JSON.stringify(a), JSON.stringify({ ...a, sandbox: 'dev' }))).toBe(false);
  expect(sameCatalog('<<<<', JSON.stringify(a))).toBe(false);
});
