import { expect, test } from 'vitest';
import { readSnapshot } from '../../server/catalog/readSnapshot';
import type { Dataset, Field } from '../../server/catalog/types';
import { mediaScenario } from '../../server/sandbox/synthetic/media/mediaScenario';
import { retailScenario } from '../../server/sandbox/synthetic/retail/retailScenario';
import { testEngine } from '../support/testEngine';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox({ scenarios: [retailScenario, mediaScenario] });
const tools = testEngine(sandbox);

async function pulled(table: string): Promise<Dataset> {
  const { snapshot, warnings } = await tools.engine.catalog({
    connection: tools.connection,
    tables: [table],
  });
  expect(warnings).toEqual([]);
  const reading = readSnapshot(snapshot);
  const dataset = reading.status === 'read' ? reading.catalog.byName.get(table) : undefined;
  if (!dataset) throw new Error(`${table} is not in the catalog`);
  return dataset;
}

function fieldAt({ columns }: Dataset, path: string): Field | undefined {
  let fields: readonly Field[] = columns;
  let found: Field | undefined;
  for (const name of path.split('.')) {
    found = fields.find((field) => field.name === name);
    const type = found?.type.kind === 'array' ? found.type.element : found?.type;
    fields = type?.kind === 'struct' ? type.fields : [];
  }
  return found;
}

test('the catalog tells titles, known values, labels and identities of a shop', async () => {
  const events = await pulled('retail_events');
  expect(fieldAt(events, '_acme.visit.origin')).toMatchObject({
    title: 'Origin',
    description: 'How the visit came about.',
    enum: ['direct', 'search', 'social', 'email', 'store'],
  });
  expect(fieldAt(events, 'productListItems.productCategories.categoryPath')?.title).toBe('Category path');
  expect(fieldAt(events, '_acme.identification.ecid')?.identity).toEqual({
    namespace: 'ECID',
    primary: true,
  });
  expect(fieldAt(events, '_acme.identification.customerId')).toMatchObject({
    identity: { namespace: 'CRMID', primary: false },
    labels: ['I1'],
  });
  expect(fieldAt(await pulled('retail_profiles'), '_acme.household.incomeBand')?.labels).toEqual(['C9']);
});

test('nested fields of a shop and a streaming service can be asked for in the dialect', async () => {
  const bought = await sandbox.query(
    `SELECT commerce.order.priceTotal > 0, productListItems[0].SKU IS NOT NULL, size(commerce.order.payments)
     FROM retail_events WHERE commerce.purchases.value = 1 ORDER BY timestamp LIMIT 1`,
  );
  expect(bought.rows).toEqual([['t', 't', '1']]);
  const watched = await sandbox.query(
    `SELECT count(DISTINCT mediaCollection.sessionID) > 10 FROM media_events
     WHERE mediaCollection.sessionDetails.show IS NOT NULL AND identityMap['ECID'][0].id = _acme.viewer.ecid`,
  );
  expect(watched.rows).toEqual([['t']]);
});

test('a folder that has a scenario keeps its data', async () => {
  const before = await sandbox.query('SELECT count(*), max(_id) FROM retail_events');
  await sandbox.restart();
  expect((await sandbox.query('SELECT count(*), max(_id) FROM retail_events')).rows).toEqual(before.rows);
});
