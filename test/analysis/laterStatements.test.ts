import { test } from 'vitest';
import { checkColumns } from '../support/checkColumns';

test('views and tables made earlier', () => {
  checkColumns(
    'CREATE VIEW v AS SELECT city AS town, count(*) AS n FROM stores GROUP BY city; SELECT * FROM v',
    'town string?',
    'n bigint',
  );
  checkColumns(
    'CREATE TABLE t AS SELECT 1 AS a; CREATE TABLE u AS SELECT a + 0.5 AS b FROM t; SELECT b FROM u',
    'b decimal(12,1)?',
  );
  checkColumns(
    'CREATE TEMP TABLE t AS SELECT struct(store_id AS id) AS s FROM stores; SELECT s.id FROM t',
    'id int?',
  );
});

test('columns that are spelled out, added or renamed', () => {
  checkColumns(
    'CREATE TABLE t (a int, b string NOT NULL, c struct<x: date>); SELECT a, b, c.x FROM t',
    'a int?',
    'b string',
    'x date?',
  );
  checkColumns(
    'CREATE VIEW v (x, y) AS SELECT city, opened FROM stores; SELECT x, y FROM v',
    'x string?',
    'y date?',
  );
  checkColumns(
    'CREATE TABLE t AS SELECT 1 AS a; ALTER TABLE t ADD COLUMN b date; SELECT * FROM t',
    'a int',
    'b date?',
  );
});

test('a later statement replaces an earlier one', () => {
  checkColumns(
    `CREATE TABLE t AS SELECT 1 AS a; CREATE OR REPLACE VIEW t AS SELECT 'x' AS b; SELECT * FROM t`,
    'b string',
  );
});

test('what was dropped is unknown', () => {
  checkColumns('CREATE TABLE t AS SELECT 1 AS a; DROP TABLE t; SELECT * FROM t', '...');
});
