import { describe, expect, test } from 'vitest';
import { sqlStateOf } from '../support/sqlStateOf';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox();
const codeOf = (sql: string): Promise<string | undefined> => sqlStateOf(sandbox, sql);

describe('CREATE TABLE', () => {
  test('with a list of columns makes an empty table', async () => {
    await sandbox.query(
      'CREATE TABLE readings (id bigint, tags array<string>, place struct<x: double, y: double>, at timestamp)',
    );
    await sandbox.query(
      `INSERT INTO readings VALUES (1, array('a'), struct(1.5 AS x, 2 AS y), TIMESTAMP '2026-01-02 03:04:05')`,
    );
    expect((await sandbox.query('SELECT id, tags[0], place.y, at FROM readings')).rows).toEqual([
      ['1', 'a', '2.0', '2026-01-02 03:04:05.0'],
    ]);
    expect(await codeOf('CREATE TABLE readings (id int)')).toBe('42P07');
  });

  test('forms that say how files are kept are refused', async () => {
    expect(await codeOf('CREATE TABLE t1 (id int) USING parquet')).toBe('0A000');
    expect(await codeOf('CREATE TABLE t1 LIKE readings')).toBe('0A000');
  });
});

describe('CREATE TABLE WITH (schema = ...)', () => {
  const schema = 'Scores of users';

  test('the columns are those of the XDM schema, and the others are null', async () => {
    const { http, orgId, clientId, clientSecret } = sandbox.running.ready;
    const login = await fetch(`${http}/ims/token/v3`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
        scope: 'openid',
      }).toString(),
    });
    const { access_token: token } = (await login.json()) as { access_token: string };
    const post = async (path: string, body: unknown): Promise<Record<string, string>> => {
      const answer = await fetch(`${http}/data/foundation/schemaregistry/tenant/${path}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'x-api-key': clientId,
          'x-gw-ims-org-id': orgId,
          'x-sandbox-name': 'prod',
          'content-type': 'application/json',
        },
        body: JSON.stringify(body),
      });
      expect(answer.status).toBe(201);
      return (await answer.json()) as Record<string, string>;
    };
    const group = await post('fieldgroups', {
      type: 'object',
      title: 'Scores',
      'meta:intendedToExtend': ['https://ns.adobe.com/xdm/context/profile'],
      allOf: [
        {
          properties: {
            _acme: {
              type: 'object',
              properties: {
                userid: { type: 'string' },
                score: { type: 'number' },
                rank: { type: 'integer' },
              },
            },
          },
        },
      ],
    });
    await post('schemas', {
      type: 'object',
      title: schema,
      allOf: [{ $ref: 'https://ns.adobe.com/xdm/context/profile' }, { $ref: group['$id'] }],
    });
    await sandbox.query(
      `CREATE TABLE scored WITH (schema = '${schema}', rowvalidation = 'false') AS
       SELECT struct('u1' AS userid, 0.5D AS score) AS _acme`,
    );
    expect((await sandbox.query('SELECT _acme.userid, _acme.score, _acme.rank FROM scored')).rows).toEqual([
      ['u1', '0.5', null],
    ]);
  });

  test('what does not fit the schema is refused', async () => {
    const create = (columns: string): string =>
      `CREATE TABLE wrong WITH (schema = '${schema}') AS SELECT ${columns}`;
    expect(await codeOf(create(`'u1' AS userid`))).toBe('42804');
    expect(await codeOf(create(`struct('u1' AS user) AS _acme`))).toBe('42804');
    expect(await codeOf(create(`struct('high' AS score) AS _acme`))).toBe('42804');
    expect(await codeOf(`CREATE TABLE wrong WITH (schema = 'No such') AS SELECT 1 AS a`)).toBe('0A000');
    expect(await codeOf('SELECT * FROM wrong')).toBe('42P01');
  });
});

describe('SELECT INTO', () => {
  test('makes a table of the query', async () => {
    await sandbox.query('SELECT id, count(*) AS n INTO counted FROM readings GROUP BY id');
    expect((await sandbox.query('SELECT * FROM counted')).rows).toEqual([['1', '1']]);
    expect(await codeOf('SELECT * INTO counted FROM readings')).toBe('42P07');
    expect(await codeOf('SELECT * FROM (SELECT * INTO other FROM readings)')).toBe('0A000');
  });

  test('TEMP belongs to the session', async () => {
    const client = await sandbox.connect();
    await client.query('SELECT * INTO TEMP TABLE mine FROM readings');
    expect((await client.query('SELECT * FROM mine')).rowCount).toBe(1);
    await client.end();
    expect(await codeOf('SELECT * FROM mine')).toBe('42P01');
  });
});

describe('INSERT', () => {
  test('with a list of columns leaves the others null', async () => {
    await sandbox.query('CREATE TABLE people (id int, name string, age int)');
    await sandbox.query(`INSERT INTO people (Name, id) VALUES ('Ann', 1)`);
    await sandbox.query(`INSERT INTO people (SELECT 2, 'Bob', 30)`);
    await sandbox.query(`INSERT INTO people AS (SELECT 3, 'Cid', 31)`);
    expect((await sandbox.query('SELECT * FROM people ORDER BY id')).rows).toEqual([
      ['1', 'Ann', null],
      ['2', 'Bob', '30'],
      ['3', 'Cid', '31'],
    ]);
  });

  test('rows that do not fit are refused', async () => {
    expect(await codeOf(`INSERT INTO people (nosuch) VALUES (1)`)).toBe('42703');
    expect(await codeOf(`INSERT INTO people (id, name) VALUES (1)`)).toBe('42804');
    expect(await codeOf(`INSERT INTO people VALUES ('x', 'y', 1)`)).toBe('42804');
    expect(await codeOf(`INSERT OVERWRITE people SELECT 1, 'a', 1`)).toBe('0A000');
    expect((await sandbox.query('SELECT count(*) FROM people')).rows).toEqual([['3']]);
  });

  test('a struct is stored by the names of its fields', async () => {
    await sandbox.query('CREATE TABLE nested AS SELECT struct(1 AS a, struct(2 AS b, 3 AS c) AS d) AS s');
    await sandbox.query('INSERT INTO nested SELECT struct(struct(5 AS c, 6 AS b) AS d, 4 AS a)');
    expect((await sandbox.query('SELECT s.a, s.d.b, s.d.c FROM nested ORDER BY s.a')).rows).toEqual([
      ['1', '2', '3'],
      ['4', '6', '5'],
    ]);
    expect(await codeOf('INSERT INTO nested SELECT struct(1 AS a, 2 AS other)')).toBe('42804');
  });
});
