import { test } from 'vitest';
import { checkHover } from '../support/checkHover';

test('a column: type, title, description, values, table', () => {
  checkHover(
    'SELECT «event$0Type» FROM web_events',
    'eventType: string',
    '**Event type**',
    'The kind of thing that happened.',
    '`web.formFilledOut`',
    'From Web events, table `web_events`',
  );
});

test('a nested field: the full path, labels and identity', () => {
  checkHover(
    'SELECT e._acme.«user_$0id» FROM web_events e',
    '_acme.user_id: string',
    'Labels: I1',
    'Primary identity of namespace ECID',
  );
  checkHover('SELECT web.«webPage$0Details».name FROM web_events', 'web.webPageDetails: struct<name:string,');
  checkHover("SELECT identityMap['ECID'][0].«i$0d» FROM web_events", 'id: string');
});

test('a qualifier and a table: the data set', () => {
  checkHover('SELECT «$0e».eventType FROM web_events e', '**Web events**', 'experience events');
  checkHover('SELECT * FROM «web_$0events»', 'Web events schema', '- `timestamp` timestamp');
  checkHover('WITH a AS (SELECT city AS town FROM stores) SELECT * FROM «$0a»', '**a**', '`town` string');
});

test('computed columns: the expression', () => {
  checkHover('SELECT n FROM (SELECT count(*) AS n FROM stores) WHERE «n$0» > 1', 'n: bigint', '= count(*)');
  checkHover('SELECT store_id + 1 AS «nex$0t» FROM stores', 'next: int');
});

test('computed columns: where they come from and the labels that they carry', () => {
  checkHover(
    'SELECT count(_acme.email) AS «mai$0ls» FROM web_events',
    'Comes from `web_events._acme.email` (aggregate)',
    'Carries C9 (not for data science), I1 (identifies a person)'.replace(/[()]/g, '\\$&'),
  );
  checkHover(
    `WITH c AS (
      -- feature-sql: declassify mails C9: a number tells nothing
      SELECT count(_acme.email) AS mails, now() AS t FROM web_events)
    SELECT «mails$0» FROM c`,
    'Comes from `web_events._acme.email` (aggregate)',
    'Carries I1',
    'C9 declassified in mails: a number tells nothing',
  );
  checkHover('SELECT «_ac$0me» FROM web_events', 'Carries C9 \\(not for data science\\), I1');
});

test('functions: signature and summary', () => {
  checkHover(
    'SELECT «date_a$0dd»(opened, 1) FROM stores',
    'date_add(d: date, days: int) -> date',
    'Date plus days',
  );
  checkHover('SELECT «CURRENT_$0DATE»', 'current_date() -> date');
});

test('a star: the columns that it stands for', () => {
  checkHover('SELECT «*$0» FROM stores', '4 columns', 'store_id: int', 'floor space: double');
});

test('variables: their type', () => {
  checkHover('$$ BEGIN SET @a = SELECT 1 AS one; SELECT «@$0a»; END $$;', '@a: int');
});

test('what is unknown has no hover', () => {
  checkHover('SELECT no$0pe FROM stores');
  checkHover('SEL$0ECT 1');
  checkHover('$0');
});
