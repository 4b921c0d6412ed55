import type pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox({ events: 500 });
let client: pg.Client;

beforeEach(async () => {
  client = await sandbox.connect();
});

afterEach(async () => {
  await client.end();
});

async function rows(sql: string): Promise<unknown[][]> {
  return (await client.query({ text: sql, rowMode: 'array' })).rows as unknown[][];
}

describe('views', () => {
  test('a view is its query, upon tables and other views', async () => {
    await client.query(
      `CREATE VIEW mails AS SELECT _acme.user_id AS u, eventType FROM ecommerce_events WHERE eventType LIKE 'directMarketing.%'`,
    );
    await client.query('CREATE VIEW mail_counts AS SELECT u, count(*) AS n FROM mails GROUP BY u');
    const [direct] = await rows(
      `SELECT count(*) FROM ecommerce_events WHERE eventType LIKE 'directMarketing.%'`,
    );
    expect(await rows('SELECT sum(n) FROM Mail_Counts m WHERE m.n > 0')).toEqual([direct]);
    expect((await rows('SHOW VIEWS')).map((row) => row[2])).toEqual(['mail_counts', 'mails']);
  });

  test('it can be replaced and dropped', async () => {
    await client.query('CREATE VIEW v AS SELECT 1 AS n');
    await expect(client.query('CREATE VIEW v AS SELECT 2 AS n')).rejects.toMatchObject({ code: '42P07' });
    await client.query('CREATE OR REPLACE VIEW v AS SELECT 2 AS n');
    expect(await rows('SELECT n FROM v')).toEqual([['2']]);
    await expect(client.query('SELECT * FROM v SNAPSHOT SINCE 1')).rejects.toMatchObject({ code: '0A000' });
    await client.query('DROP VIEW v');
    await expect(client.query('SELECT n FROM v')).rejects.toMatchObject({ code: '42P01' });
  });

  test('a view of what there is not is refused, at its place', async () => {
    const sql = 'CREATE VIEW broken AS SELECT 1 AS n FROM nosuch';
    await expect(client.query(sql)).rejects.toMatchObject({
      code: '42P01',
      position: String(sql.indexOf('nosuch') + 1),
    });
  });
});

describe('temporary tables', () => {
  test('are the session’s own, and end with it', async () => {
    const other = await sandbox.connect();
    await client.query('CREATE TEMP TABLE picked AS SELECT 1 AS n, struct(2 AS a) AS s');
    expect((await client.query('INSERT INTO picked SELECT 3, struct(4 AS a)')).rowCount).toBe(1);
    expect(await rows('SELECT n, s.a FROM picked ORDER BY n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    await expect(client.query('CREATE TEMPORARY TABLE picked AS SELECT 1 AS n')).rejects.toMatchObject({
      code: '42P07',
    });
    await expect(other.query('SELECT * FROM picked')).rejects.toMatchObject({ code: '42P01' });
    await other.query('CREATE TEMP TABLE picked AS SELECT 5 AS n');
    await client.query('DROP TABLE picked');
    await expect(client.query('SELECT * FROM picked')).rejects.toMatchObject({ code: '42P01' });
    expect((await other.query('SELECT n FROM picked')).rows).toEqual([{ n: '5' }]);
    await other.end();
  });
});

describe('cursors', () => {
  test('give rows in portions', async () => {
    await client.query('DECLARE c CURSOR FOR SELECT id FROM range(10)');
    expect(await rows('FETCH 3 FROM c')).toEqual([['0'], ['1'], ['2']]);
    expect(await rows('FETCH c')).toEqual([['3']]);
    expect(await rows('FETCH 100 IN c')).toHaveLength(6);
    expect(await rows('FETCH 100 IN c')).toEqual([]);
    await client.query('CLOSE c');
    await expect(client.query('FETCH 1 FROM c')).rejects.toMatchObject({ code: '34000' });
  });

  test('are made and read as drivers do it', async () => {
    await client.query('DECLARE "Big" CURSOR WITHOUT HOLD FOR SELECT id FROM range(10) LIMIT 0');
    expect(await rows('FETCH FORWARD 2 FROM "Big"')).toEqual([['0'], ['1']]);
    expect(await rows('FETCH FORWARD ALL FROM "Big"')).toHaveLength(8);
    await client.query('CLOSE "Big"');
  });

  test('do not stand in the way of other statements', async () => {
    await client.query('DECLARE c CURSOR FOR SELECT _id FROM ecommerce_events');
    expect(await rows('FETCH 200 FROM c')).toHaveLength(200);
    expect(await rows('SELECT count(*) FROM ecommerce_events')).toEqual([['500']]);
    expect(await rows('FETCH 1000 FROM c')).toHaveLength(300);
  });
});

describe('prepared statements', () => {
  test('take values', async () => {
    await client.query('PREPARE numbers (int) AS SELECT id FROM range(10) WHERE id >= $1 AND id < $2');
    expect(await rows('EXECUTE numbers(3, 5)')).toEqual([['3'], ['4']]);
    expect(await rows('EXECUTE NUMBERS(9, 100)')).toEqual([['9']]);
    await expect(client.query('EXECUTE numbers(1)')).rejects.toMatchObject({ code: '42P02' });
    await client.query('DEALLOCATE numbers');
    await expect(client.query('EXECUTE numbers(3, 5)')).rejects.toMatchObject({ code: '26000' });
  });
});

describe('EXPLAIN', () => {
  const query = `SELECT _id, count(*) AS events FROM ecommerce_events
    WHERE timestamp > '2000-01-01' GROUP BY _id ORDER BY events DESC LIMIT 3`;

  test('gives the plan as lines, with the data sets that are read', async () => {
    const { fields, rows: lines } = await client.query<[string]>({
      text: `EXPLAIN ${query}`,
      rowMode: 'array',
    });
    expect(fields.map(({ name }) => name)).toEqual(['QUERY PLAN']);
    expect(lines.at(0)?.[0]).toMatch(/^Top N \(.*Top = 3/);
    expect(lines.at(-1)?.[0]).toMatch(
      /^ +->  Seq Scan on ecommerce_events \(dataSetId = "[0-9a-f]{24}", dataSetName = "Ecommerce events", .*\) \[.*_id.*\]$/,
    );
    expect(lines.map(([line]) => line).join('\n')).not.toMatch(/[┌│]|Projection/);
  });

  test('gives it as JSON', async () => {
    const [[json] = ['']] = await rows(`EXPLAIN FORMAT JSON ${query}`);
    const [{ Plan: plan }] = JSON.parse(json as string) as [{ Plan: Record<string, unknown> }];
    expect(plan).toMatchObject({ 'Node Type': 'Top N', Top: '3' });
    expect(json).toContain('"Relation Name": "ecommerce_events"');
  });

  test('tells the place of a mistake in the query', async () => {
    await expect(client.query('EXPLAIN SELECT nothing FROM ecommerce_events')).rejects.toMatchObject({
      position: '16',
    });
  });
});
