import { test } from 'vitest';
import { checkDiagnostics, checkFix } from '../../support/checkDiagnostics';

test('unaliased-column: computed columns of a new table need names', () => {
  checkDiagnostics(`
CREATE TABLE t AS SELECT city, count(1) FROM stores GROUP BY city;
--                             ^^^^^^^^ unaliased-column: A computed column of a new table needs a name: add AS and an alias
SELECT count(1) FROM stores;
CREATE TABLE u AS SELECT web.webPageDetails.name FROM web_events
`);
  checkFix(
    'CREATE TABLE t AS SELECT count(1) FROM stores',
    'unaliased-column',
    'CREATE TABLE t AS SELECT count(1) AS count_1 FROM stores',
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
--          ^^^^^^^^^^^ insert-mismatch: The column store_id of open_stores is of type int, the query gives struct<a:int>
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
SELECT * FROM web_events SNAPSHOT SINCE 1
`);
});

test('error-swallowed: a handler that only selects a text', () => {
  checkDiagnostics(`
$$ BEGIN SELECT 1; EXCEPTION WHEN OTHERS THEN SELECT 'ERROR'; END $$;
--                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error-swallowed
$$ BEGIN SELECT 1; EXCEPTION WHEN OTHERS THEN SELECT raise_error('failed'); END $$;
`);
});
