import { expect, test } from 'vitest';
import { commerceScenario } from '../../../server/sandbox/synthetic/commerceScenario';
import { generatedData } from '../../support/generatedData';

const generated = (options: { events: number; seed: number }) =>
  generatedData({ scenario: commerceScenario, ...options });

const fingerprint = 'SELECT md5(string_agg(CAST(row AS VARCHAR), chr(10) ORDER BY row._id)) FROM';

test('the same seed gives the same rows, another seed others', async () => {
  const prints = await Promise.all(
    [1, 1, 2].map(async (seed) => {
      const query = await generated({ events: 3_000, seed });
      return [
        await query(`${fingerprint} public.ecommerce_events AS row`),
        await query(`${fingerprint} public.profiles AS row`),
      ];
    }),
  );
  expect(prints[0]).toEqual(prints[1]);
  expect(prints[0]).not.toEqual(prints[2]);
});

test('as many events as asked for, each with its own id, in the ten weeks and a little after', async () => {
  const query = await generated({ events: 5_000, seed: 4 });
  const [row] = await query(
    `SELECT count(*), count(DISTINCT _id), min(timestamp) >= TIMESTAMP '2026-08-09', max(timestamp) < TIMESTAMP '2026-11-01'
     FROM public.ecommerce_events`,
  );
  expect(row).toEqual(['5000', '5000', true, true]);
});

test('events are filled in by their type', async () => {
  const query = await generated({ events: 20_000, seed: 4 });
  const rows = await query(
    `SELECT split_part(eventType, '.', 1), bool_and(web IS NULL), bool_and(commerce IS NULL), bool_and(directMarketing IS NULL)
     FROM public.ecommerce_events GROUP BY 1 ORDER BY 1`,
  );
  expect(rows).toEqual([
    ['advertising', false, true, true],
    ['commerce', false, false, true],
    ['decisioning', false, true, true],
    ['directMarketing', true, true, false],
    ['web', false, true, true],
  ]);
});

test('every user of an event has one profile and identity', async () => {
  const query = await generated({ events: 3_000, seed: 4 });
  const [row] = await query(
    `SELECT count(*), count(p._acme.user_id), bool_and(e.identityMap['ECID'][1].id = e._acme.user_id), bool_and(length(p._acme.user_id) = 38)
     FROM (SELECT DISTINCT _acme, identityMap FROM public.ecommerce_events) e
     LEFT JOIN public.profiles p ON p._acme.user_id = e._acme.user_id`,
  );
  expect(row?.[0]).toEqual(row?.[1]);
  expect(row?.slice(2)).toEqual([true, true]);
});

test('events arrive in batches, each a snapshot, and a user is never split', async () => {
  const query = await generated({ events: 5_000, seed: 4 });
  const snapshots = await query(
    `SELECT generation, row_count, parent_id IS NULL FROM platform.snapshot s JOIN platform.dataset d ON d.id = s.dataset_id
     WHERE table_name = 'ecommerce_events' ORDER BY snapshot_id`,
  );
  expect(snapshots.map(([generation]) => generation)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(snapshots.reduce((sum, [, rows]) => sum + Number(rows), 0)).toBe(5_000);
  expect(snapshots.map(([, , first]) => first)).toEqual([true, ...new Array<boolean>(9).fill(false)]);
  const split = await query(
    `SELECT count(*) FROM (SELECT _acme.user_id FROM lake."${(await query("SELECT id FROM platform.dataset WHERE table_name = 'ecommerce_events'"))[0]?.[0] as string}"
     GROUP BY 1 HAVING count(DISTINCT _acp_snapshot) > 1)`,
  );
  expect(split).toEqual([['0']]);
});
