import { describe, expect, test } from 'vitest';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox();

async function codeOf(sql: string): Promise<string> {
  const error: unknown = await sandbox.query(sql).catch((reason: unknown) => reason);
  return (error as { code: string }).code;
}

describe('tables', () => {
  test('a table of a query is there for all, also after a restart', async () => {
    const made = await sandbox.query(
      `CREATE TABLE mail_counts WITH (label = 'PROFILE') AS
       SELECT _acme.user_id AS userId, count(*) AS "mails" FROM ecommerce_events
       WHERE eventType = 'directMarketing.emailSent' GROUP BY 1`,
    );
    expect(made.command).toBe('CREATE');
    const before = await sandbox.query('SELECT count(*), sum(mails) FROM mail_counts');
    expect(Number(before.rows[0]?.[1])).toBeGreaterThan(500);
    await sandbox.restart();
    expect((await sandbox.query('SELECT count(*), sum(mails) FROM MAIL_COUNTS')).rows).toEqual(before.rows);
  });

  test('SHOW TABLES lists it with the data sets', async () => {
    const { fields, rows } = await sandbox.query('SHOW TABLES');
    expect(fields.map(({ name }) => name)).toEqual([
      'name',
      'dataSetId',
      'dataSet',
      'description',
      'resolved',
    ]);
    expect(rows.map(([name]) => name as string)).toEqual(['ecommerce_events', 'mail_counts', 'profiles']);
  });

  test('a table is made once', async () => {
    expect(await codeOf('CREATE TABLE mail_counts AS SELECT 1 AS a')).toBe('42P07');
    await sandbox.query('CREATE TABLE IF NOT EXISTS mail_counts AS SELECT 1 AS a');
    expect((await sandbox.query('SELECT * FROM mail_counts LIMIT 1')).fields).toHaveLength(2);
  });

  test('rows are added by the places of their columns', async () => {
    await sandbox.query(`CREATE TABLE numbers AS SELECT 1 AS n, 'one' AS word`);
    const { rowCount } = await sandbox.query(
      `INSERT INTO numbers SELECT 2, 'two' UNION ALL SELECT 3, 'three'`,
    );
    expect(rowCount).toBe(2);
    expect((await sandbox.query('SELECT * FROM numbers ORDER BY n')).rows).toEqual([
      ['1', 'one'],
      ['2', 'two'],
      ['3', 'three'],
    ]);
    expect(await codeOf('INSERT INTO numbers SELECT 4')).toBe('42804');
    expect(await codeOf('INSERT INTO nosuch SELECT 4')).toBe('42P01');
  });

  test('a write that fails leaves nothing', async () => {
    expect(await codeOf(`CREATE TABLE broken AS SELECT raise_error('no') AS a`)).toBe('58000');
    expect(await codeOf('SELECT * FROM broken')).toBe('42P01');
    expect(await codeOf(`INSERT INTO numbers SELECT 9, raise_error('no')`)).toBe('58000');
    expect((await sandbox.query('SELECT count(*) FROM numbers')).rows).toEqual([['3']]);
  });

  test('what a query made can be dropped, and nothing else', async () => {
    await sandbox.query('DROP TABLE numbers');
    expect(await codeOf('SELECT * FROM numbers')).toBe('42P01');
    expect(await codeOf('DROP TABLE numbers')).toBe('42P01');
    await sandbox.query('DROP TABLE IF EXISTS numbers');
    expect(await codeOf('DROP TABLE ecommerce_events')).toBe('42501');
  });

  test('sums and other wide numbers are kept in types of the dialect', async () => {
    await sandbox.query('CREATE TABLE sums AS SELECT sum(1) AS total, avg(2) AS mean');
    const { fields, rows } = await sandbox.query('SELECT * FROM sums');
    expect(fields.map(({ dataTypeID }) => dataTypeID)).toEqual([20, 701]);
    expect(rows).toEqual([['1', '2.0']]);
  });
});

describe('snapshots', () => {
  const ids = async (table: string): Promise<string[]> => {
    const { rows } = await sandbox.query(
      `SELECT snapshot_id FROM (SELECT history_meta('${table}')) ORDER BY snapshot_generation`,
    );
    return rows.map(([id]) => id as string);
  };

  test('each write makes one', async () => {
    await sandbox.query('CREATE TABLE steps AS SELECT 1 AS n');
    await sandbox.query('INSERT INTO steps SELECT 2');
    await sandbox.query('INSERT INTO steps SELECT 3');
    const { rows } = await sandbox.query(`SELECT history_meta('steps')`);
    const [first, second, third] = rows as [string[], string[], string[]];
    expect(rows.map((row: unknown[]) => row.slice(1, 4))).toEqual([
      [null, 'f', '0'],
      [first[0], 'f', '1'],
      [second[0], 't', '2'],
    ]);
    expect(third).toBeDefined();
  });

  test.each([
    ['', '1 2 3'],
    ['SNAPSHOT SINCE $0', '2 3'],
    ['SNAPSHOT AS OF $1', '1 2'],
    ['SNAPSHOT BETWEEN $0 AND $1', '2'],
    ['SNAPSHOT BETWEEN $1 AND $1', ''],
    [`SNAPSHOT BETWEEN 'HEAD' AND $0`, '1'],
    [`SNAPSHOT BETWEEN $1 AND 'TAIL'`, '3'],
    [`SNAPSHOT BETWEEN $2 AND TAIL`, ''],
    [`SNAPSHOT SINCE '$1'`, '3'],
  ])('FROM steps %s', async (clause, expected) => {
    const snapshots = await ids('steps');
    const written = clause.replace(/\$(\d)/g, (_, index: string) => snapshots[Number(index)] as string);
    const { rows } = await sandbox.query(`SELECT s.n FROM steps s ${written} ORDER BY n`);
    expect(rows.flat().join(' ')).toBe(expected);
  });

  test('an id that there is not is an error', async () => {
    expect(await codeOf('SELECT * FROM steps SNAPSHOT SINCE 17')).toBe('58000');
  });

  test('the generated events came in several', async () => {
    expect((await ids('ecommerce_events')).length).toBe(4);
  });
});

describe('blocks', () => {
  test('variables, conditions and statements after one another', async () => {
    const { rows } = await sandbox.query(`$$ BEGIN
      SET @exists = SELECT table_exists('made_in_block');
      CREATE TABLE IF NOT EXISTS made_in_block AS SELECT 1 AS n;
      INSERT INTO made_in_block SELECT 2 WHERE @exists = 't';
      SET @rows = SELECT count(*) FROM made_in_block;
      IF @rows = 1 THEN SELECT 'one row, @rows' AS said;
      ELSEIF @rows = 2 THEN SELECT 'two';
      ELSE SELECT 'more';
      END IF;
    END $$;`);
    expect(rows).toEqual([['one row, 1']]);
  });

  test('a handler takes over from the statement that failed', async () => {
    const { rows } = await sandbox.query(`$$ BEGIN
      SET @v = 'it''s';
      SELECT raise_error('stopped at @v');
      CREATE TABLE never_made AS SELECT 1 AS n;
    EXCEPTION WHEN OTHERS THEN SELECT concat('caught ', @v);
    END $$;`);
    expect(rows).toEqual([["caught it's"]]);
    expect(await codeOf('SELECT * FROM never_made')).toBe('42P01');
  });

  test('an error without a handler is placed in the block', async () => {
    const sql = `$$ BEGIN SET @t = 5; SELECT 1; SELECT @t FROM nosuch; END $$`;
    const error: unknown = await sandbox.query(sql).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: '42P01', position: String(sql.indexOf('nosuch') + 1) });
  });

  test('raise_error is told in its own words', async () => {
    await expect(sandbox.query(`SELECT raise_error('not today')`)).rejects.toMatchObject({
      code: '58000',
      message: expect.stringMatching(/\[not today\]$/) as string,
    });
  });
});

describe('samples', () => {
  test('a sample is drawn, listed, read in place of its table, and dropped', async () => {
    const client = await sandbox.connect();
    await expect(
      client.query('ANALYZE TABLE ecommerce_events TABLESAMPLE SAMPLERATE 20'),
    ).rejects.toMatchObject({
      code: '0A000',
    });
    await client.query('SET aqp=true');
    await client.query(
      `ANALYZE TABLE ecommerce_events FILTERCONTEXT (eventType LIKE 'web%') TABLESAMPLE SAMPLERATE 5`,
    );
    await client.query('ANALYZE TABLE ecommerce_events TABLESAMPLE SAMPLERATE 20.5');
    const { rows } = await client.query<Record<string, string>>(`SELECT sample_meta('ecommerce_events')`);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      sampling_rate: '5.0',
      filter_condition_on_source_dataset: `eventType LIKE 'web%'`,
    });
    const {
      sample_table_name: name,
      sample_num_rows: count,
      parent_dataset_id: parent,
    } = rows[1] as Record<string, string>;
    expect(name).toMatch(new RegExp(`^x${parent}_uniform_20_5_percent_[a-z0-9]{5}$`));
    expect(Number(count)).toBeGreaterThan(250);
    expect(Number(count)).toBeLessThan(600);
    const approximate = await client.query('SELECT count(*) AS n FROM ecommerce_events WITHAPPROXIMATE');
    expect(approximate.rows).toEqual([{ n: count }]);
    expect((await client.query(`SELECT count(*) AS n FROM ${name}`)).rows).toEqual([{ n: count }]);
    for (const row of rows) await client.query(`DROP TABLESAMPLE ${row['sample_table_name']}`);
    expect((await client.query(`SELECT sample_meta('ecommerce_events')`)).rows).toEqual([]);
    await client.end();
  });
});

describe('settings and transactions', () => {
  test('settings belong to the session', async () => {
    const client = await sandbox.connect();
    await client.query('SET auto_to_json=true');
    expect((await client.query('SHOW auto_to_json')).rows).toEqual([{ auto_to_json: 'true' }]);
    expect((await client.query(`SET some.name = 'a b'`)).command).toBe('SET');
    expect((await client.query('SET some.name')).rows).toEqual([{ key: 'some.name', value: 'a b' }]);
    await client.end();
    expect((await sandbox.query('SHOW auto_to_json')).rows).toEqual([['false']]);
    expect((await sandbox.query('SHOW server_version')).rows).toEqual([['0.1.0']]);
    const isolation = await sandbox.query('SHOW TRANSACTION ISOLATION LEVEL');
    expect(isolation.rows).toEqual([['read committed']]);
  });

  test('BEGIN, COMMIT and ROLLBACK are taken, and writes stay', async () => {
    const client = await sandbox.connect();
    await client.query('BEGIN');
    await client.query('CREATE TABLE kept AS SELECT 1 AS n');
    await client.query('ROLLBACK');
    expect((await client.query('SELECT n FROM kept')).rows).toEqual([{ n: '1' }]);
    await client.end();
  });

  test('several statements in one text run up to the first that fails', async () => {
    const client = await sandbox.connect();
    const results = (await client.query('SET a=1; SELECT 1 AS one; SELECT 2 AS two')) as unknown as {
      rows: unknown[];
    }[];
    expect(results.map(({ rows }) => rows)).toEqual([[], [{ one: '1' }], [{ two: '2' }]]);
    const sql = 'SELECT 1; SELECT 2 FROM nosuch; CREATE TABLE never AS SELECT 1 AS n';
    await expect(client.query(sql)).rejects.toMatchObject({
      code: '42P01',
      position: String(sql.indexOf('nosuch') + 1),
    });
    await client.end();
    expect(await codeOf('SELECT * FROM never')).toBe('42P01');
  });

  test('with auto_to_json nested columns come as JSON, and say which type they have', async () => {
    const client = await sandbox.connect();
    const sql = `SELECT _acme, identityMap FROM ecommerce_events LIMIT 1`;
    await client.query('SET auto_to_json=true');
    const { fields, rows } = await client.query<Record<string, string>>(sql);
    expect(fields.map(({ dataTypeID }) => dataTypeID)).toEqual([114, 114]);
    expect(JSON.parse(rows[0]?.['_acme'] ?? '')).toEqual({
      user_id: expect.stringMatching(/^\d{38}$/) as string,
    });
    const oids = fields.map(({ dataTypeModifier }) => dataTypeModifier);
    const types = await client.query(
      `SELECT typname FROM pg_type WHERE oid IN (${oids.join(', ')}) ORDER BY oid`,
    );
    expect(types.rows).toEqual([
      { typname: 'struct<user_id:string>' },
      { typname: 'map<string,array<struct<id:string,authenticatedState:string,primary:boolean>>>' },
    ]);
    await client.end();
  });
});

describe('limits', () => {
  test('LIMIT 0 takes all rows, and more than 100,000 are refused', async () => {
    expect((await sandbox.query('SELECT 1 FROM ecommerce_events LIMIT 0')).rows).toHaveLength(2000);
    expect(await codeOf('SELECT 1 FROM ecommerce_events LIMIT 100001')).toBe('53400');
  });
});

describe('what is not supported', () => {
  test.each([
    'DELETE FROM ecommerce_events',
    'UPDATE profiles SET _id = 1',
    'INSERT OVERWRITE profiles SELECT * FROM profiles',
    'SELECT * FROM profiles WITHAPPROXIMATE',
  ])('%s', async (sql) => {
    expect(await codeOf(sql)).toBe('0A000');
  });
});
