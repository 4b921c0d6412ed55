import { beforeAll, describe, expect, test } from 'vitest';
import { sqlStateOf } from '../support/sqlStateOf';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox();

const window = 'OVER (PARTITION BY id ORDER BY timestamp ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)';

beforeAll(async () => {
  await sandbox.query(
    `CREATE TABLE clicks AS
     SELECT id, CAST(at AS timestamp) AS timestamp, page, channel, bought FROM VALUES
       ('a', '2026-01-01 10:00:00', 'Home', NULL, false),
       ('a', '2026-01-01 10:00:40', 'List', 'mail', false),
       ('a', '2026-01-01 10:30:40', NULL, NULL, true),
       ('a', '2026-01-01 11:30:00', 'Item', 'web', false),
       ('a', '2026-01-01 11:31:00', 'Cart', 'ads', false),
       ('a', '2026-01-01 11:32:00', 'Paid', NULL, true),
       ('b', '2026-01-01 10:00:00', 'Home', NULL, false)
     AS t(id, at, page, channel, bought)`,
  );
});

/** What a call gives for each click, by user and time. */
async function eachClick(call: string, over = window): Promise<unknown[]> {
  const { rows } = await sandbox.query(
    `SELECT id, ${call} ${over} AS found FROM clicks ORDER BY id, timestamp`,
  );
  return rows.map((row) => row[1] as unknown);
}

describe('sessions', () => {
  test('end with a silence that is longer than the timeout', async () => {
    expect(await eachClick('SESS_TIMEOUT(timestamp, 60 * 30)')).toEqual([
      '(0,1,t,1)',
      '(40,1,f,2)',
      '(1800,1,f,3)',
      '(3560,2,t,1)',
      '(60,2,f,2)',
      '(60,2,f,3)',
      '(0,1,t,1)',
    ]);
  });

  test('start with a row that meets the condition', async () => {
    expect(await eachClick(`SESS_START_IF(timestamp, page = 'Item')`)).toEqual([
      '(0,1,t,1)',
      '(40,1,f,2)',
      '(1800,1,f,3)',
      '(3560,2,t,1)',
      '(60,2,f,2)',
      '(60,2,f,3)',
      '(0,1,t,1)',
    ]);
  });

  test('end with a row that meets the condition', async () => {
    expect(await eachClick('SESS_END_IF(timestamp, bought)')).toEqual([
      '(0,1,t,1)',
      '(40,1,f,2)',
      '(1800,1,f,3)',
      '(3560,2,t,1)',
      '(60,2,f,2)',
      '(60,2,f,3)',
      '(0,1,t,1)',
    ]);
  });

  test('fields are read where the call stands', async () => {
    const { rows } = await sandbox.query(
      `SELECT session.num, count(*) FROM (
         SELECT SESS_TIMEOUT(timestamp, 1800) ${window} AS session FROM clicks WHERE id = 'a')
       GROUP BY session.num ORDER BY 1`,
    );
    expect(rows).toEqual([
      ['1', '3'],
      ['2', '3'],
    ]);
  });

  test('need a window with an order', async () => {
    expect(await sqlStateOf(sandbox, 'SELECT SESS_TIMEOUT(timestamp, 10) FROM clicks')).toBe('58000');
    expect(
      await sqlStateOf(sandbox, 'SELECT SESS_TIMEOUT(timestamp, 10) OVER (PARTITION BY id) FROM clicks'),
    ).toBe('58000');
  });
});

const mail = '(paid,mail,2026-01-01 10:00:40.0,1.0)';
const web = '(paid,web,2026-01-01 11:30:00.0,1.0)';
const ads = '(paid,ads,2026-01-01 11:31:00.0,1.0)';

describe('sessions among other columns and tables', () => {
  test('a star leaves out what sessions are computed with', async () => {
    const { fields } = await sandbox.query(
      `SELECT c.*, SESS_TIMEOUT(timestamp, 1800) ${window} AS session FROM clicks c WHERE c.id = 'a'`,
    );
    expect(fields.map(({ name }) => name)).toEqual([
      ...['id', 'timestamp', 'page', 'channel', 'bought'],
      'session',
    ]);
  });

  test('of a join they are the same', async () => {
    const call = 'SESS_TIMEOUT(timestamp, 1800)';
    const joined = await sandbox.query(
      `SELECT id, timestamp, ${call} ${window} AS session FROM clicks JOIN (SELECT 'a' AS who) w ON id = who ORDER BY timestamp`,
    );
    const alone = await sandbox.query(
      `SELECT id, timestamp, ${call} ${window} AS session FROM clicks WHERE id = 'a' ORDER BY timestamp`,
    );
    expect(joined.rows).toEqual(alone.rows);
  });

  test('one user with a hundred thousand events', async () => {
    await sandbox.query(
      `CREATE TABLE visits AS SELECT 'u' AS id, id % 100 = 0 AS last,
         TIMESTAMP '2026-01-01 00:00:00' + make_interval(0, 0, 0, 0, 0, 0, id * 7) AS timestamp,
         CASE WHEN id % 5 = 0 THEN 'mail' END AS channel FROM range(100000)`,
    );
    const over = 'OVER (PARTITION BY id ORDER BY timestamp)';
    const { rows } = await sandbox.query(
      `SELECT max(a.num), max(b.num), max(c.num), sum(b.depth), count(d.value), count(e.value) FROM (
         SELECT SESS_TIMEOUT(timestamp, 6) ${over} AS a, SESS_START_IF(timestamp, last) ${over} AS b,
           SESS_END_IF(timestamp, last) ${over} AS c,
           ATTRIBUTION_FIRST_TOUCH_EXP_IF(timestamp, 'x', channel, last) ${over} AS d,
           ATTRIBUTION_LAST_TOUCH_EXP_IF(timestamp, 'x', channel, last, true) ${over} AS e FROM visits)`,
    );
    expect(rows).toEqual([['100000', '1000', '1001', '5050000', '96000', '100000']]);
  });
});

describe('attribution', () => {
  test('the first and the last touch so far', async () => {
    expect(await eachClick(`ATTRIBUTION_FIRST_TOUCH(timestamp, 'paid', channel)`)).toEqual([
      null,
      mail,
      mail,
      mail,
      mail,
      mail,
      null,
    ]);
    expect(await eachClick(`ATTRIBUTION_LAST_TOUCH(timestamp, 'paid', channel)`)).toEqual([
      null,
      mail,
      mail,
      web,
      ads,
      ads,
      null,
    ]);
  });

  test('the first touch since a row that meets the condition, or from it on', async () => {
    expect(
      await eachClick(`ATTRIBUTION_FIRST_TOUCH_EXP_IF(timestamp, 'paid', channel, bought, false)`),
    ).toEqual([null, mail, mail, web, web, web, null]);
    expect(
      await eachClick(`ATTRIBUTION_FIRST_TOUCH_EXP_IF(timestamp, 'paid', channel, bought, true)`),
    ).toEqual([null, mail, null, web, web, null, null]);
  });

  test('the last touch of a segment stands on all its rows', async () => {
    expect(await eachClick(`ATTRIBUTION_LAST_TOUCH_EXP_IF(timestamp, 'paid', channel, bought)`)).toEqual([
      mail,
      mail,
      mail,
      ads,
      ads,
      ads,
      null,
    ]);
    expect(
      await eachClick(`ATTRIBUTION_LAST_TOUCH_EXP_IF(timestamp, 'paid', channel, bought, true)`),
    ).toEqual([mail, mail, ads, ads, ads, null, null]);
  });

  test('a touch within some time before the row, or after it', async () => {
    expect(
      await eachClick(`ATTRIBUTION_FIRST_TOUCH_EXP_TIMEOUT(timestamp, 'paid', channel, 60 * 30)`),
    ).toEqual([null, mail, mail, web, web, web, null]);
    expect(await eachClick(`ATTRIBUTION_LAST_TOUCH_EXP_TIMEOUT(timestamp, 'paid', channel, 3600)`)).toEqual([
      mail,
      mail,
      web,
      ads,
      ads,
      null,
      null,
    ]);
  });

  test('a field of the touch is read', async () => {
    expect(await eachClick(`ATTRIBUTION_LAST_TOUCH(timestamp, 'paid', channel)`, `${window}.value`)).toEqual([
      null,
      'mail',
      'mail',
      'web',
      'ads',
      'ads',
      null,
    ]);
  });
});

describe('paths', () => {
  test('the value some rows before or after', async () => {
    expect(await eachClick('PREVIOUS(page)')).toEqual([
      null,
      '(Home)',
      '(List)',
      '(NULL)',
      '(Item)',
      '(Cart)',
      null,
    ]);
    const following = window.replace(
      'UNBOUNDED PRECEDING AND CURRENT ROW',
      'CURRENT ROW AND UNBOUNDED FOLLOWING',
    );
    expect(await eachClick('NEXT(page, 1, true)', following)).toEqual([
      '(List)',
      '(Item)',
      '(Item)',
      '(Cart)',
      '(Paid)',
      null,
      null,
    ]);
  });
});

describe('time between', () => {
  test('since the last match and until the next one, in whole units', async () => {
    expect(await eachClick(`TIME_BETWEEN_PREVIOUS_MATCH(timestamp, bought, 'minutes')`)).toEqual([
      null,
      null,
      '0.0',
      '59.0',
      '60.0',
      '0.0',
      null,
    ]);
    const following = window.replace(
      'UNBOUNDED PRECEDING AND CURRENT ROW',
      'CURRENT ROW AND UNBOUNDED FOLLOWING',
    );
    expect(await eachClick('TIME_BETWEEN_NEXT_MATCH(timestamp, bought)', following)).toEqual([
      '-1840.0',
      '-1800.0',
      '0.0',
      '-120.0',
      '-60.0',
      '0.0',
      null,
    ]);
  });
});
