import { test } from 'vitest';
import { checkColumns } from '../support/checkColumns';

test('a common table expression hides a table of its name', () => {
  checkColumns('WITH stores AS (SELECT 1 AS n) SELECT * FROM stores', 'n int');
});

test('common table expressions read those before them', () => {
  checkColumns(
    'WITH a AS (SELECT 1 AS x), b AS (SELECT x + 1.5 AS y FROM a) SELECT a.x, b.y FROM a, b',
    'x int',
    'y decimal(12,1)?',
  );
});

test('a column list gives new names', () => {
  checkColumns(
    'WITH c (p, q) AS (SELECT city, store_id FROM stores) SELECT p, c.q FROM c',
    'p string?',
    'q int?',
  );
  checkColumns('SELECT t.b FROM (SELECT city, opened FROM stores) AS t(a, b)', 'b date?');
});

test('a subquery sees the rows around it', () => {
  checkColumns(
    'SELECT (SELECT max(b.opened) FROM stores b WHERE b.city = a.city) AS last FROM stores a',
    'last date?',
  );
  checkColumns('SELECT (SELECT opened) AS same FROM stores', 'same date?');
});

test('aliases of the list are seen by what follows, behind the columns of the rows', () => {
  checkColumns(
    'SELECT store_id AS id, id + 1 AS next, city AS store_id, store_id AS again FROM stores',
    'id int?',
    'next int?',
    'store_id string?',
    'again int?',
  );
});

test('a qualifier goes before a column of that name', () => {
  checkColumns('SELECT x.y.store_id FROM (SELECT struct(store_id) AS y FROM stores) x', 'store_id int?');
});

test('names in quotes', () => {
  checkColumns(
    `SELECT s.\`floor space\`, "floor space" FROM stores s`,
    'floor space double?',
    'floor space double?',
  );
});

test('windows see the rows', () => {
  checkColumns(
    'SELECT rank() OVER w AS r FROM stores s WINDOW w AS (PARTITION BY s.city ORDER BY opened)',
    'r int',
  );
});
