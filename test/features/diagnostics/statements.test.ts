import { test } from 'vitest';
import { checkDiagnostics, checkFix } from '../../support/checkDiagnostics';

test('unaliased-column: computed columns of a new table need names', () => {
  checkDiagnostics(`
CREATE TABLE t AS SELECT city, count(1) FROM stores GROUP BY city;
--                             ^^^^^^^^ unaliased-column: A computed column of a new table needs a name: add AS and an alias
SELECT count(1) FROM stores;
CREATE TABLE u AS SELECT web.webPageDetails.name FROM web_events;
CREATE TABLE c AS SELECT CAST(store_id AS string), city::string FROM stores;
CREATE TABLE n AS SELECT CAST(store_id + 1 AS string) FROM stores;
--                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unaliased-column
CREATE TABLE s AS SELECT 1 AS a UNION ALL SELECT store_id + 1 FROM stores;
CREATE TABLE r AS SELECT store_id + 1 FROM stores UNION ALL SELECT 1 AS a;
--                       ^^^^^^^^^^^^ unaliased-column
CREATE TABLE e AS SELECT explode(productListItems) FROM web_events;
CREATE VIEW w AS SELECT count(1) FROM stores;
INSERT INTO open_stores SELECT count(1), 'a' FROM stores;
CREATE TABLE k AS SELECT n FROM (SELECT count(1) AS n, max(city) FROM stores)
`);
  checkFix(
    'CREATE TABLE t AS SELECT count(1) FROM stores',
    'unaliased-column',
    'CREATE TABLE t AS SELECT count(1) AS count FROM stores',
  );
});

test('duplicate-name: columns of a new table, CTEs', () => {
  checkDiagnostics(`
CREATE TABLE t AS SELECT city, store_id AS City FROM stores;
--                                      ^^^^^^^ duplicate-name: The column City is there twice: give one of them another alias
SELECT city, store_id AS city FROM stores;
WITH a AS (SELECT 1 AS x), a AS (SELECT 2 AS x) SELECT x FROM a
--                         ^ duplicate-name: There is another a in this WITH
`);
});

test('insert-mismatch: number of columns and nested columns', () => {
  checkDiagnostics(`
INSERT INTO open_stores SELECT city FROM stores;
--          ^^^^^^^^^^^ insert-mismatch: open_stores takes 2 columns, the query gives 1
INSERT INTO open_stores SELECT struct(1 AS a), city FROM stores;
--                             ^^^^^^^^^^^^^^ insert-mismatch: The column store_id of open_stores is an int, the query gives a struct<a:int>
INSERT INTO open_stores (city) SELECT city FROM stores;
INSERT INTO open_stores SELECT store_id, NULL FROM stores;
INSERT INTO open_stores SELECT * FROM unseen_by_us_stats_1
`);
});

test('unknown-variable: a variable needs a SET before it', () => {
  checkDiagnostics(`
$$ BEGIN SET @first = SELECT 1 AS one; SELECT @first, @fist; END $$;
--                                                    ^^^^^ unknown-variable: @fist has no value here: no SET before gives it one. Did you mean @first?
`);
});

test('snapshot-not-allowed: views and CTEs have none', () => {
  checkDiagnostics(`
SELECT * FROM open_stores SNAPSHOT SINCE 1;
--                        ^^^^^^^^^^^^^^^^ snapshot-not-allowed: open_stores is a view and has no snapshots: put SNAPSHOT next to the table that it reads
WITH e AS (SELECT * FROM web_events) SELECT * FROM e SNAPSHOT AS OF 1;
--                                                   ^^^^^^^^^^^^^^^^ snapshot-not-allowed: e is a common table expression and has no snapshots: put SNAPSHOT next to the table that it reads
CREATE VIEW v AS SELECT city FROM stores;
SELECT * FROM v a SNAPSHOT SINCE 1;
--                ^^^^^^^^^^^^^^^^ snapshot-not-allowed
SELECT history_meta('open_stores');
--                  ^^^^^^^^^^^^^ snapshot-not-allowed: open_stores is a view and has no history: ask for that of the table that it reads
SELECT * FROM web_events SNAPSHOT SINCE 1;
SELECT * FROM web_events e SNAPSHOT BETWEEN 1 AND 2;
SELECT * FROM (SELECT * FROM stores SNAPSHOT AS OF 1) s;
CREATE TABLE made AS SELECT city FROM stores;
SELECT * FROM made SNAPSHOT SINCE 1;
SELECT * FROM #of_a_template SNAPSHOT SINCE 1;
SELECT history_meta('stores');
SELECT history_meta('$table');
SELECT * FROM open_stores
`);
});

test('INSERT OVERWRITE of a table, not of an audience or of what may be one', () => {
  checkDiagnostics(`
INSERT OVERWRITE INTO open_stores SELECT * FROM open_stores;
INSERT OVERWRITE nowhere SELECT 1 AS a;
CREATE TABLE t AS SELECT 1 AS a;
INSERT OVERWRITE TABLE t SELECT 2;
--     ^^^^^^^^^ unsupported-statement: Query Service overwrites audiences only, and t is a table. Append to it with INSERT INTO, or drop it and make it again with CREATE TABLE ... AS SELECT
CREATE AUDIENCE a WITH (primary_identity = id, identity_namespace = ECID) AS SELECT 'x' AS id;
INSERT OVERWRITE INTO a SELECT 'y'
--- catalog
{"version": 1, "datasets": [{"table": "open_stores", "schema": {"class": "record"}, "columns": [{"name": "id", "type": "string"}]}, {"table": "nowhere", "columns": [{"name": "a", "type": "int"}]}]}
`);
});

test('duplicate-name: a column in the list of an INSERT', () => {
  checkDiagnostics(`
INSERT INTO stores (store_id, city, CITY) SELECT 1, 'a', 'b';
--                                  ^^^^ duplicate-name: The column CITY is in the list twice
INSERT INTO stores (store_id, city) SELECT 1, 'a'
`);
});
