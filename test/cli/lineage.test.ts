import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shopSnapshot } from '../support/shopCatalog';
import { cli } from '../support/testCli';

const making = `CREATE TABLE mails AS
SELECT
  -- feature-sql: declassify n C9: a number tells nothing of an address
  count(_acme.email) AS n,
  max(_acme.email) AS latest,
  struct(eventType AS t) AS s
FROM web_events WHERE timestamp > now();
`;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'feature-sql-lineage-'));
  await mkdir(join(folder, '.feature-sql'));
  await writeFile(join(folder, '.feature-sql', 'catalog.json'), shopSnapshot);
  await writeFile(join(folder, 'a.fsql'), making);
  await writeFile(join(folder, 'b.fsql'), '\nSELECT s.t AS kind, upper(latest) AS l FROM mails');
  await writeFile(join(folder, 'c.fsql'), 'INSERT INTO open_stores SELECT 1, #CITY FROM nowhere');
});
afterAll(() => rm(folder, { recursive: true }));

test('as text', async () => {
  const { code, stdout, stderr } = await cli(['lineage', join(folder, 'a.fsql')]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '1 query in 1 file\n' });
  expect(stdout.replaceAll(folder, '')).toBe(`/a.fsql:1:1: table mails
  n bigint  carries I1
    web_events._acme.email  aggregate  [C9, I1]
    C9 declassified in n: a number tells nothing of an address
  latest string  carries C9, I1
    web_events._acme.email  aggregate  [C9, I1]
  s struct<t:string>
    web_events.eventType  copy
  which rows
    web_events.timestamp  filter
`);
});

test('as JSON, through a table that another of the files makes', async () => {
  const files = [join(folder, 'a.fsql'), join(folder, 'b.fsql')];
  const { code, stdout } = await cli(['lineage', '--format', 'json', ...files]);
  expect(code).toBe(0);
  const [made, read] = JSON.parse(stdout) as Record<string, unknown>[];
  expect(made).toMatchObject({
    kind: 'table',
    target: 'mails',
    range: { start: { line: 0, character: 0 }, end: { line: 6, character: 39 } },
  });
  const filter = { column: 'web_events.timestamp', how: ['filter'], labels: [] };
  expect(read).toEqual({
    file: files[1],
    range: { start: { line: 1, character: 0 }, end: { line: 1, character: 49 } },
    kind: 'query',
    columns: [
      {
        name: 'kind',
        type: 'string',
        sources: [{ column: 'web_events.eventType', how: ['copy'], labels: [] }, filter],
        labels: [],
        declassified: [],
        complete: true,
      },
      {
        name: 'l',
        type: 'string',
        sources: [{ column: 'web_events._acme.email', how: ['aggregate'], labels: ['C9', 'I1'] }, filter],
        labels: ['C9', 'I1'],
        declassified: [],
        complete: true,
      },
    ],
    rows: [filter],
    complete: true,
  });
});

test('what an INSERT fills, and what is not known', async () => {
  const { stdout } = await cli(['lineage', join(folder, 'c.fsql')]);
  expect(stdout.replaceAll(folder, '')).toBe(`/c.fsql:1:1: insert into open_stores
  1 int, into store_id
  #CITY unknown, into city
  (not complete: a name, table or template here is not known)
`);
});
