import { describe, test } from 'vitest';
import { checkDiagnostics } from '../../support/checkDiagnostics';

describe('insert-mismatch', () => {
  test('values that no cast turns into the type of the column, at the value', () => {
    checkDiagnostics(`
INSERT INTO stores SELECT 1, 'x', true, 2;
--                                ^^^^ insert-mismatch: The column opened of stores is a date, the query gives a boolean
INSERT INTO stores SELECT city, 1, '2024-01-01', 1 FROM stores;
INSERT INTO stores (city, store_id) SELECT web, 1 FROM web_events
--                                         ^^^ insert-mismatch: The column city of stores is a string, the query gives a struct of 2 fields
`);
  });

  test('fields that a nested column does not have', () => {
    checkDiagnostics(`
CREATE TABLE t AS SELECT struct(1 AS a, struct('x' AS c) AS b) AS s, array(1) AS n;
INSERT INTO t SELECT struct(1 AS a, 'x' AS c, 3 AS d), array(1);
--                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insert-mismatch: The column s of t has no field c
INSERT INTO t SELECT struct(1 AS a, 'x' AS b), array('x');
--                   ^^^^^^^^^^^^^^^^^^^^^^^^ insert-mismatch: The column s.b of t is a struct<c:string>, the query gives a string
INSERT INTO t SELECT struct(1 AS a, struct('x' AS c) AS bb), array(1);
--                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insert-mismatch: The column s of t has no field bb
INSERT INTO t SELECT struct(2 AS x, struct('y' AS z) AS y), array(1);
INSERT INTO t SELECT struct(2 AS a), NULL
`);
  });

  test('columns in another order than the table has them', () => {
    checkDiagnostics(`
INSERT INTO stores SELECT city, store_id, opened, 1 FROM stores;
--                        ^^^^ insert-mismatch: Columns go in by their order: city goes into store_id of stores. Select them in the order of the table, or list the columns behind its name
INSERT INTO stores SELECT 1 AS city, 'x' AS store_id, opened, 1 FROM stores;
--                        ^ insert-mismatch
INSERT INTO stores (city, store_id) SELECT city, store_id FROM stores;
INSERT INTO stores SELECT 1, city, opened, 1 FROM stores;
INSERT INTO stores SELECT store_id, city AS town, opened, store_id FROM stores;
INSERT INTO open_stores SELECT store_id AS id, city AS store_id FROM stores
`);
  });

  test('a table with other columns than we know takes anything', () => {
    checkDiagnostics(`
INSERT INTO nowhere SELECT 1, 2
--- catalog
{"version": 1, "datasets": []}
`);
  });
});
