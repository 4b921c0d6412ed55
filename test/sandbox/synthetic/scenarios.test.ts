import { expect, test } from 'vitest';
import { mediaScenario } from '../../../server/sandbox/synthetic/media/mediaScenario';
import { retailScenario } from '../../../server/sandbox/synthetic/retail/retailScenario';
import { scenarios } from '../../../server/sandbox/synthetic/scenarios';
import { generatedData } from '../../support/generatedData';

const fingerprint = 'SELECT md5(string_agg(CAST(row AS VARCHAR), chr(10) ORDER BY row._id)) FROM';

test.each(scenarios)('$name: the same seed gives the same rows, another seed others', async (scenario) => {
  const { table: events } = scenario.events('_acme', 0).dataset;
  const { table: profiles } = scenario.profiles('_acme', 0).dataset;
  const prints = await Promise.all(
    [1, 1, 2].map(async (seed) => {
      const query = await generatedData({ scenario, events: 2_000, seed });
      expect(await query(`SELECT count(*), count(DISTINCT _id) FROM public.${events}`)).toEqual([
        ['2000', '2000'],
      ]);
      return [
        await query(`${fingerprint} public.${events} AS row`),
        await query(`${fingerprint} public.${profiles} AS row`),
      ];
    }),
  );
  expect(prints[0]).toEqual(prints[1]);
  expect(prints[0]).not.toEqual(prints[2]);
});

test.each(scenarios)('$name: every identity and label is on a field that there is', (scenario) => {
  for (const { schema } of [scenario.events('_acme', 0), scenario.profiles('_acme', 0)]) {
    const descriptors = schema['meta:descriptors'] ?? [];
    const missing = descriptors.filter(({ 'xdm:sourceProperty': path }) => {
      let properties: typeof schema.properties | undefined = schema.properties;
      return path?.split('/').some((name) => {
        if (name === '') return false;
        const found: (typeof schema.properties)[string] | undefined = properties?.[name];
        properties = found?.properties;
        return found === undefined;
      });
    });
    expect(missing.map((each) => each['xdm:sourceProperty'])).toEqual([]);
    expect(descriptors.filter((each) => each['xdm:isPrimary'])).toHaveLength(1);
  }
});

test('retail: fewer come to each further step, and orders add up', async () => {
  const query = await generatedData({ scenario: retailScenario, events: 20_000, seed: 3 });
  const steps = [
    'commerce.productViews',
    'commerce.productListAdds',
    'commerce.checkouts',
    'commerce.purchases',
  ];
  const counted = new Map(
    (await query('SELECT eventType, count(*) FROM public.retail_events GROUP BY 1')).map(([type, count]) => [
      type,
      Number(count),
    ]),
  );
  const counts = steps.map((step) => counted.get(step) ?? 0);
  expect(counts).toEqual(counts.toSorted((left, right) => right - left));
  expect(counts.at(-1)).toBeGreaterThan(100);
  const wrong = await query(
    `SELECT count(*) FROM public.retail_events WHERE (commerce."order" IS NOT NULL) <> (eventType = 'commerce.purchases')
     OR abs(commerce."order".priceTotal - list_sum(list_transform(productListItems, lambda item: item.priceTotal))) > 0.005`,
  );
  expect(wrong).toEqual([['0']]);
});

test('retail: what is bought in a visit to the web was put into the cart before', async () => {
  const query = await generatedData({ scenario: retailScenario, events: 20_000, seed: 3 });
  const strays = await query(
    `WITH items AS (
       SELECT eventType, _acme.visit.id AS visit, timestamp AS at, unnest(productListItems).SKU AS sku
       FROM public.retail_events WHERE _acme.visit.origin <> 'store')
     SELECT count(*) FROM items bought WHERE eventType = 'commerce.purchases' AND NOT EXISTS (
       FROM items added WHERE added.eventType = 'commerce.productListAdds'
       AND added.visit = bought.visit AND added.sku = bought.sku AND added.at < bought.at)`,
  );
  expect(strays).toEqual([['0']]);
});

test('retail: more is sold before Christmas than in spring', async () => {
  const query = await generatedData({ scenario: retailScenario, events: 60_000, seed: 3 });
  const [[winter, spring] = []] = await query(
    `SELECT count(*) FILTER (month(timestamp) IN (11, 12)), count(*) FILTER (month(timestamp) IN (2, 3))
     FROM public.retail_events WHERE eventType = 'commerce.productViews'`,
  );
  expect(Number(winter)).toBeGreaterThan(1.5 * Number(spring));
});

test('media: a playback begins once and ends once, and the playhead never goes back', async () => {
  const query = await generatedData({ scenario: mediaScenario, events: 20_000, seed: 3 });
  const sessions = await query(
    `WITH moved AS (
       SELECT mediaCollection.sessionID AS session, eventType,
         mediaCollection.playhead - lag(mediaCollection.playhead) OVER (PARTITION BY session ORDER BY timestamp) AS step
       FROM public.media_events WHERE mediaCollection IS NOT NULL
     ), played AS (
       SELECT count_if(eventType = 'media.sessionStart') AS starts, min(step) AS least,
         count_if(eventType IN ('media.sessionEnd', 'media.sessionComplete')) AS ends
       FROM moved GROUP BY session)
     SELECT bool_and(starts = 1), bool_and(coalesce(least, 0) >= 0), max(ends), count_if(ends = 0) <= 1 FROM played`,
  );
  expect(sessions).toEqual([[true, true, '1', true]]);
});

test('media: only the first event of a playback tells of the title, and only advertisements of advertisers', async () => {
  const query = await generatedData({ scenario: mediaScenario, events: 5_000, seed: 3 });
  const wrong = await query(
    `SELECT count(*) FROM public.media_events
     WHERE (mediaCollection.sessionDetails IS NOT NULL) <> (eventType = 'media.sessionStart')
        OR (mediaCollection.advertisingDetails IS NOT NULL) <> (eventType IN ('media.adStart', 'media.adSkip', 'media.adComplete'))
        OR (application IS NULL) = starts_with(eventType, 'application.')`,
  );
  expect(wrong).toEqual([['0']]);
});
