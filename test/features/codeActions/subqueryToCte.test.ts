import { test } from 'vitest';
import { checkAction, checkNoAction } from '../../support/checkCodeAction';

const title = (name: string) => `Move the subquery to WITH as ${name}`;

test('a subquery under its alias', () => {
  checkAction(
    'SELECT s.city FROM (SEL$0ECT city FROM stores) s',
    title('s'),
    'WITH s AS (SELECT city FROM stores)\nSELECT s.city FROM s',
  );
  checkAction(
    'CREATE TABLE t AS SELECT city FROM (SE$0LECT city FROM stores)',
    title('subquery'),
    'CREATE TABLE t AS WITH subquery AS (SELECT city FROM stores)\nSELECT city FROM subquery',
  );
});

test('after the named queries that are there', () => {
  checkAction(
    'WITH a AS (SELECT 1 AS x) SELECT b.x FROM (SELECT$0 x FROM a) b',
    title('b'),
    'WITH a AS (SELECT 1 AS x), b AS (SELECT x FROM a) SELECT b.x FROM b',
  );
  checkAction(
    'WITH a AS (SELECT x FROM (SELECT$0 1 AS x) i) SELECT x FROM a',
    title('i'),
    'WITH i AS (SELECT 1 AS x), a AS (SELECT x FROM i) SELECT x FROM a',
  );
});

test('under another name where its alias is the name of a table', () => {
  checkAction(
    'SELECT stores.city FROM (SEL$0ECT city FROM stores) stores',
    title('stores_2'),
    'WITH stores_2 AS (SELECT city FROM stores)\nSELECT stores.city FROM stores_2 stores',
  );
});

test('behind it, and not within', () => {
  checkAction(
    'SELECT s.city FROM (SELECT city FROM stores) s$0',
    title('s'),
    'WITH s AS (SELECT city FROM stores)\nSELECT s.city FROM s',
  );
  checkNoAction('SELECT s.city FROM (SELECT ci$0ty FROM stores) s', 'Move');
});

test('not where it sees its neighbours, or a name of an inner query', () => {
  checkNoAction('SELECT * FROM stores s, LATERAL (SELECT$0 s.city AS town) t', 'Move');
  checkNoAction(
    'SELECT * FROM (WITH a AS (SELECT 1 AS x) SELECT x FROM (SELECT$0 x FROM a) b) c',
    title('b'),
  );
});
