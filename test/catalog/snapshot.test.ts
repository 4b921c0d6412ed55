import { expect, test } from 'vitest';
import { emptyCatalog, fieldNamed, findDataset } from '../../server/catalog/catalog';
import { readSnapshot } from '../../server/catalog/readSnapshot';
import { writeSnapshot } from '../../server/catalog/writeSnapshot';

const snapshot = {
  version: 1,
  sandbox: 'dev',
  tenant: '_acme',
  takenAt: '2026-11-24T00:00:00Z',
  owner: 'growth team',
  datasets: [
    {
      table: 'visits',
      title: 'Visits',
      kind: 'dataset',
      schema: { title: 'Visits schema', class: 'experienceevent', version: '1.2' },
      labels: ['C2'],
      colour: 'blue',
      columns: [
        { name: 'timestamp', type: 'timestamp' },
        { name: 'spent', type: 'decimal(18,2)', unit: 'EUR' },
        {
          name: '_acme',
          type: {
            struct: [
              {
                name: 'user_id',
                type: 'string',
                title: 'User id',
                labels: ['I1'],
                identity: { namespace: 'ECID', primary: true },
              },
            ],
          },
        },
        { name: 'pages', type: { array: { struct: [{ name: 'url', type: 'string' }] } } },
        { name: 'ids', type: { map: ['string', { array: 'long' }] } },
        { name: 'sketch', type: 'sketch' },
      ],
    },
  ],
};

function read(json: unknown) {
  const reading = readSnapshot(JSON.stringify(json));
  if (reading.status === 'unreadable') throw new Error(reading.message);
  return reading.catalog;
}

test('what was written reads back the same, unknown keys and types included', () => {
  expect(JSON.parse(writeSnapshot(read(snapshot)))).toEqual(snapshot);
});

test('a snapshot is written with one column a line', () => {
  const small = {
    version: 1,
    datasets: [{ table: 'a', kind: 'view', columns: [{ name: 'x', type: 'int' }] }],
  };
  expect(writeSnapshot(read(small))).toMatchInlineSnapshot(`
    "{
      "version": 1,
      "datasets": [
        {
          "table": "a",
          "kind": "view",
          "columns": [
            {"name":"x","type":"int"}
          ]
        }
      ]
    }
    "
  `);
});

test('tables and fields are found without regard to case', () => {
  const catalog = read(snapshot);
  const visits = findDataset(catalog, ['VISITS']);
  expect(visits?.title).toBe('Visits');
  expect(fieldNamed(visits?.columns ?? [], 'TimeStamp')?.name).toBe('timestamp');
  expect(findDataset(catalog, ['prod', 'public', 'visits'])).toBe(visits);
  expect(findDataset(catalog, ['visit'])).toBeUndefined();
  expect(findDataset(emptyCatalog, ['visits'])).toBeUndefined();
});

test.each([
  [[], 'The catalog must be an object'],
  [{ version: 2 }, 'The field version of the catalog must be 1'],
  [{ version: 1 }, 'The field datasets of the catalog must be a list'],
  [{ version: 1, datasets: [{}] }, 'The field datasets[0].table of the catalog must be a text'],
  [
    { version: 1, datasets: [{ table: 't', kind: 'table', columns: [] }] },
    'The field datasets[0].kind of the catalog must be one of dataset, view, sample',
  ],
  [
    { version: 1, datasets: [{ table: 't', columns: [{ name: 'a', type: { struct: [{ name: 'b' }] } }] }] },
    'The field datasets[0].columns[0].type.struct[0].type of the catalog must be an object',
  ],
  [
    { version: 1, datasets: [{ table: 't', columns: [{ name: 'a', type: { map: ['string'] } }] }] },
    'The field datasets[0].columns[0].type.map of the catalog must be a key type and a value type',
  ],
])('%j: an error names the field', (json, message) => {
  expect(readSnapshot(JSON.stringify(json))).toMatchObject({ status: 'unreadable', message });
});

test('text that is no JSON is told as such, with its place', () => {
  expect(readSnapshot('{"version": 1,\n "datasets": [}')).toEqual({
    status: 'unreadable',
    message: 'The catalog is not valid JSON: expected a value at line 2, column 15',
    place: { line: 1, character: 14 },
  });
});

test('the place of a field that is not as the format says', () => {
  const text = '{"version": 1, "datasets": [\n{"table": "t", "columns": [{"name": 1}]}]}';
  expect(readSnapshot(text)).toMatchObject({ place: { line: 1, character: 36 } });
});
