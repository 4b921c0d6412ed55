import { expect, test } from 'vitest';
import { runAccelerated } from '../../server/platform/acceleratedQueries';
import { listDatasets } from '../../server/platform/datasets';
import { allItems } from '../../server/platform/paging';
import {
  cancelQuery,
  createQuery,
  eachQuery,
  getQuery,
  type NewQuery,
  type Query,
} from '../../server/platform/queries';
import {
  createSchedule,
  eachScheduleRun,
  getSchedule,
  setScheduleState,
  triggerSchedule,
} from '../../server/platform/querySchedules';
import {
  createQueryTemplate,
  deleteQueryTemplate,
  eachQueryTemplate,
  replaceQueryTemplate,
} from '../../server/platform/queryTemplates';
import { platformOf, sendRaw } from '../support/restClient';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox({ events: 500 });
const platform = () => platformOf(sandbox.running.ready);
const base = '/data/foundation/query';

/** Sends a query and waits for its end. */
async function run(request: Omit<NewQuery, 'dbName'>): Promise<Query> {
  const { id, state } = await createQuery(platform(), { dbName: 'prod:all', ...request });
  expect(state).toBe('SUBMITTED');
  return await ended(id);
}

async function ended(id: string): Promise<Query> {
  const isEnded = async () => !['SUBMITTED', 'IN_PROGRESS'].includes((await getQuery(platform(), id)).state);
  await expect.poll(isEnded, { timeout: 10_000 }).toBe(true);
  return await getQuery(platform(), id);
}

function patchRaw(path: string, body: unknown) {
  return sendRaw(sandbox.running.ready, base + path, { method: 'PATCH', body: JSON.stringify(body) });
}

test('a query runs by itself and tells how it went', async () => {
  const done = await run({
    name: 'Count',
    sql: 'SELECT eventType, count(*) AS n FROM ecommerce_events GROUP BY 1',
  });
  expect(done).toMatchObject({
    state: 'SUCCESS',
    request: { dbName: 'prod:all', name: 'Count', sql: expect.stringContaining('SELECT eventType') },
    rowCount: expect.any(Number),
    errors: [],
    isCTAS: false,
    isInsertInto: false,
    client: 'API',
    clientId: sandbox.running.ready.clientId,
  });
  expect(done.rowCount).toBeGreaterThan(5);
  const [dataset] = (done['_links'] as { referenced_datasets: { id: string }[] }).referenced_datasets;
  const names = (await listDatasets(platform()))
    .filter(({ id }) => id === dataset?.id)
    .map((each) => each.dataset.name);
  expect(names).toEqual(['Ecommerce events']);
});

test('CREATE TABLE AS and INSERT INTO keep their rows', async () => {
  expect(
    await run({ sql: 'CREATE TABLE kinds AS SELECT DISTINCT eventType AS kind FROM ecommerce_events' }),
  ).toMatchObject({
    state: 'SUCCESS',
    isCTAS: true,
    rowCount: 13,
  });
  expect(await run({ sql: `INSERT INTO kinds SELECT 'one' AS kind` })).toMatchObject({
    state: 'SUCCESS',
    isInsertInto: true,
    rowCount: 1,
  });
  expect((await sandbox.query('SELECT count(*) FROM kinds')).rows).toEqual([['14']]);
});

test('a SELECT is kept where its request says so', async () => {
  const sql = `SELECT eventType, count(*) AS n FROM ecommerce_events GROUP BY eventType;`;
  const ctasParameters = { datasetName: 'Event Counts', description: 'How often' };
  expect(await run({ sql, ctasParameters })).toMatchObject({ state: 'SUCCESS', isCTAS: true, rowCount: 13 });
  expect(await run({ sql, insertIntoParameters: { datasetName: 'event_counts' } })).toMatchObject({
    state: 'SUCCESS',
    isInsertInto: true,
    rowCount: 13,
  });
  expect((await sandbox.query('SELECT count(*) FROM event_counts')).rows).toEqual([['26']]);
});

test('a failed query says why', async () => {
  expect(await run({ sql: 'SELECT * FROM nothing_here' })).toMatchObject({
    state: 'FAILED',
    errors: [{ code: '42P01', message: expect.stringContaining('nothing_here'), errorType: 'USER_ERROR' }],
  });
});

test('a running query is cancelled', async () => {
  const sql =
    'SELECT count(*) FROM ecommerce_events a, ecommerce_events b, ecommerce_events c, ecommerce_events d';
  const { id } = await createQuery(platform(), { dbName: 'prod:all', sql });
  await cancelQuery(platform(), id);
  expect(await ended(id)).toMatchObject({ state: 'KILLED' });
  await expect(cancelQuery(platform(), id)).rejects.toMatchObject({ status: 400 });
});

test('a template is kept, changed, run with its parameters and deleted', async () => {
  const { id } = await createQueryTemplate(platform(), {
    name: 'One kind',
    sql: `SELECT _id FROM ecommerce_events WHERE eventType = '$kind' LIMIT $most`,
    queryParameters: { kind: 'web.formFilledOut' },
  });
  expect((await allItems(eachQueryTemplate(platform(), { property: 'name==One kind' })))[0]).toMatchObject({
    id,
  });
  const queryParameters = { kind: 'directMarketing.emailSent', most: '3' };
  expect(await run({ templateId: id, queryParameters })).toMatchObject({ state: 'SUCCESS', rowCount: 3 });
  await expect(
    createQuery(platform(), { dbName: 'prod:all', templateId: id, queryParameters: { kind: 'x' } }),
  ).rejects.toMatchObject({ status: 400, detail: expect.stringContaining('$most') });
  await replaceQueryTemplate(platform(), id, { name: 'Kinds', sql: 'SELECT 1 AS one' });
  expect(await run({ templateId: id })).toMatchObject({ state: 'SUCCESS', rowCount: 1 });
  await deleteQueryTemplate(platform(), id);
  await expect(deleteQueryTemplate(platform(), id)).rejects.toMatchObject({ status: 404 });
  await expect(createQuery(platform(), { dbName: 'prod:all', templateId: id })).rejects.toMatchObject({
    status: 404,
  });
});

test('the incremental template: first run creates, later runs append', async () => {
  const sql = `$$ BEGIN
    SET @exists = SELECT table_exists('increments');
    CREATE TABLE IF NOT EXISTS increments AS
      SELECT _id, eventType FROM ecommerce_events SNAPSHOT BETWEEN $from_snapshot_id AND $to_snapshot_id;
    INSERT INTO increments
      SELECT _id, eventType FROM ecommerce_events SNAPSHOT BETWEEN $from_snapshot_id AND $to_snapshot_id
      WHERE @exists = 't';
    EXCEPTION WHEN OTHERS THEN SELECT 'ERROR';
    END $$;`;
  const { id } = await createQueryTemplate(platform(), { name: 'Increment', sql, queryParameters: {} });
  const [first = '', last = ''] = (
    await sandbox.query(
      `SELECT snapshot_id FROM (SELECT history_meta('ecommerce_events')) ORDER BY snapshot_generation`,
    )
  ).rows.map(([snapshot]) => String(snapshot));
  const queryParameters = { from_snapshot_id: first, to_snapshot_id: last === '' ? first : last };
  expect(await run({ templateId: id, queryParameters })).toMatchObject({ state: 'SUCCESS' });
  const count = async () => Number((await sandbox.query('SELECT count(*) FROM increments')).rows[0]?.[0]);
  const once = await count();
  expect(await run({ templateId: id, queryParameters })).toMatchObject({ state: 'SUCCESS' });
  expect(await count()).toBe(2 * once);
});

test('queries are listed latest first, in pages, and filtered', async () => {
  const all = await allItems(eachQuery(platform()));
  const times = all.map(({ created }) => created);
  expect(times).toEqual(times.toSorted().reverse());
  const failed = await allItems(eachQuery(platform(), { property: 'state==FAILED' }));
  expect(failed.every(({ state }) => state === 'FAILED') && failed.length > 0).toBe(true);
  const seen: string[] = [];
  let path: string | undefined = `${base}/queries?limit=2&orderby=-created`;
  while (path !== undefined) {
    const { body } = await sendRaw(sandbox.running.ready, path);
    const page = body as { queries: Query[]; _page: { count: number }; _links: { next?: { href: string } } };
    expect(page._page.count).toBe(page.queries.length);
    seen.push(...page.queries.map(({ id }) => id));
    const next = page._links.next && new URL(page._links.next.href);
    path = next && next.pathname + next.search;
  }
  expect(seen).toEqual(all.map(({ id }) => id));
  const [latest] = all;
  expect(await patchRaw(`/queries/${latest?.id}`, { op: 'soft_delete' })).toMatchObject({ status: 202 });
  expect((await allItems(eachQuery(platform()))).map(({ id }) => id)).not.toContain(latest?.id);
});

test.each<[string, object, number]>([
  ['no text', {}, 400],
  ['a text and a template', { sql: 'SELECT 1', templateId: 'x' }, 400],
  ['an empty text', { sql: ' ; ' }, 400],
  ['another sandbox', { sql: 'SELECT 1', dbName: 'dev:all' }, 400],
  ['a parameter without a value', { sql: 'SELECT $x' }, 400],
  [
    'two targets',
    {
      sql: 'SELECT 1 AS a',
      ctasParameters: { datasetName: 'x' },
      insertIntoParameters: { datasetName: 'x' },
    },
    400,
  ],
  [
    'a target for a statement without rows',
    { sql: 'SHOW TABLES; SELECT 1', ctasParameters: { datasetName: 'x' } },
    400,
  ],
])('a query with %s is refused', async (_, request, status) => {
  const body = JSON.stringify({ dbName: 'prod:all', ...request });
  expect(await sendRaw(sandbox.running.ready, `${base}/queries`, { method: 'POST', body })).toMatchObject({
    status,
  });
});

test('a schedule is enabled, disabled, changed and run when asked', async () => {
  const schedule = { schedule: '30 * * * *', startDate: '2026-01-01T00:00:00Z' };
  const query = { dbName: 'prod:all', name: 'Hourly', sql: 'SELECT 1 AS one' };
  const { id, state } = await createSchedule(platform(), { query, schedule });
  expect(state).toBe('REGISTERING');
  expect(id).toMatch(/^[0-9a-f]{32}_[0-9a-f-]{36}_hourly_[0-9a-f]{8}$/);
  expect(await getSchedule(platform(), id)).toMatchObject({
    state: 'ENABLED',
    schedule: { maxActiveRuns: 1 },
  });
  await setScheduleState(platform(), id, 'disable');
  expect(await getSchedule(platform(), id)).toMatchObject({ state: 'DISABLED' });
  const replace = [{ op: 'replace', path: '/schedule/schedule', value: '0 0 * * *' }];
  expect(await patchRaw(`/schedules/${id}`, { body: replace })).toMatchObject({ status: 202 });
  expect(await getSchedule(platform(), id)).toMatchObject({ schedule: { schedule: '0 0 * * *' } });
  await triggerSchedule(platform(), id);
  const runs = async () => await allItems(eachScheduleRun(platform(), id));
  await expect.poll(async () => (await runs())[0]?.state).toBe('SUCCESS');
  const [found] = await runs();
  expect(found).toMatchObject({ externalTrigger: 'true' });
  const detail = await sendRaw(sandbox.running.ready, `${base}/schedules/${id}/runs/${found?.id}`);
  expect(detail.body).toMatchObject({
    scheduleId: id,
    taskStatusList: [{ state: 'SUCCESS', duration: expect.any(Number) }],
  });
  expect(await sendRaw(sandbox.running.ready, `${base}/schedules/${id}`, { method: 'DELETE' })).toMatchObject(
    { status: 202 },
  );
  await expect(getSchedule(platform(), id)).rejects.toMatchObject({ status: 404 });
});

test('a schedule of no times is refused', async () => {
  const query = { dbName: 'prod:all', sql: 'SELECT 1' };
  await expect(createSchedule(platform(), { query, schedule: { schedule: 'often' } })).rejects.toMatchObject({
    status: 400,
  });
});

test('an accelerated query is answered with its rows, exact', async () => {
  const answer = await runAccelerated(platform(), {
    dbName: 'prod:qsaccel:profile_agg',
    sql: `SELECT 'a' AS text, 3 AS number, NULL AS nothing, array(1, 2) AS list`,
  });
  expect(answer.results).toEqual([{ text: 'a', number: 3, nothing: null, list: [1, 2] }]);
  expect(answer.resultsMeta._adhoc.properties['number']).toMatchObject({ 'meta:xdmType': 'int' });
  const exact = await sendRaw(sandbox.running.ready, `${base}/accelerated-queries`, {
    method: 'POST',
    body: JSON.stringify({ dbName: 'prod:qsaccel:x', sql: 'SELECT 9007199254740993 AS n' }),
  });
  expect(exact.text).toContain('"n":9007199254740993');
  await expect(
    runAccelerated(platform(), { dbName: 'prod:qsaccel:x', sql: 'SELECT * FROM nothing_here' }),
  ).rejects.toMatchObject({ status: 400, detail: expect.stringContaining('nothing_here') });
  await expect(runAccelerated(platform(), { dbName: 'prod:all', sql: 'SELECT 1' })).rejects.toMatchObject({
    status: 400,
  });
});

test('what is not there says so', async () => {
  for (const path of ['/alert-subscriptions/x', '/statistics']) {
    expect(await sendRaw(sandbox.running.ready, base + path)).toMatchObject({
      status: 501,
      body: { status: 501 },
    });
  }
});
