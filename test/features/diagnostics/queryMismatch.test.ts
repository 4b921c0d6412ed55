import { describe, test } from 'vitest';
import { checkDiagnostics } from '../../support/checkDiagnostics';

describe('type-mismatch of clauses and queries', () => {
  test('WHERE and ON take booleans, HAVING what can be cast to one', () => {
    checkDiagnostics(`
SELECT a.city FROM stores a JOIN stores b ON a.store_id WHERE a.city GROUP BY a.city HAVING collect_list(a.city)
--                                           ^^^^^^^^^^ type-mismatch: \`ON\` takes a boolean, \`a.store_id\` is an int. Convert it: cast(a.store_id AS boolean)
--                                                            ^^^^^^ type-mismatch
--                                                                                          ^^^^^^^^^^^^^^^^^^^^ type-mismatch
`);
  });

  test('the queries of a set operation have as many columns', () => {
    checkDiagnostics(`
SELECT city FROM stores UNION ALL SELECT city, store_id FROM stores;
--                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ type-mismatch: This query of UNION gives 2 columns, the first gives 1. Select as many
SELECT * FROM stores EXCEPT SELECT * FROM open_stores;
--                          ^^^^^^^^^^^^^^^^^^^^^^^^^ type-mismatch
SELECT city FROM stores INTERSECT SELECT city FROM open_stores
`);
  });

  test('the columns of a set operation widen to a type', () => {
    checkDiagnostics(`
SELECT store_id, opened FROM stores UNION SELECT 1.5, timestamp FROM web_events;
SELECT city, opened FROM stores UNION ALL (SELECT timestamp, eventType = 'a' FROM web_events);
--                                                           ^^^^^^^^^^^^^^^ type-mismatch: The columns of UNION have no type in common: a date and a boolean. Convert one of them with cast
SELECT struct(1 AS a) AS s UNION SELECT struct(2 AS b);
SELECT identityMap FROM web_events UNION SELECT identityMap FROM web_events;
--                                              ^^^^^^^^^^^ type-mismatch
SELECT identityMap FROM web_events UNION ALL SELECT identityMap FROM web_events
`);
  });

  test('rows of VALUES', () => {
    checkDiagnostics(`
SELECT a FROM VALUES (1, 'x'), (2) AS t(a, b);
--                             ^^^ type-mismatch: This row has 1 value, the first has 2. Give each row as many
SELECT a FROM VALUES (1), (true) AS t(a);
--                         ^^^^ type-mismatch
SELECT a FROM VALUES (1), ('x') AS t(a);
--                         ^^^ type-mismatch
SELECT a FROM VALUES (1), (2.5), (NULL) AS t(a)
`);
  });

  test('lists of names name every column', () => {
    checkDiagnostics(`
SELECT a FROM (SELECT city FROM stores) AS t(a, b);
--                                          ^^^^^^ type-mismatch: This names 2 columns, there is 1. Name each of them once
WITH c (x) AS (SELECT city, opened FROM stores) SELECT x FROM c;
--     ^^^ type-mismatch
SELECT explode(identityMap) AS (k) FROM web_events;
--                          ^^^^^^ type-mismatch
SELECT item FROM web_events LATERAL VIEW explode(productListItems) e AS item, other
--                                                                            ^^^^^ type-mismatch
`);
  });

  test('LIMIT and OFFSET', () => {
    checkDiagnostics(`
SELECT city FROM stores LIMIT 'x';
--                            ^^^ type-mismatch: \`LIMIT\` takes a whole number, \`'x'\` is a string. Convert it: cast('x' AS int)
SELECT city FROM stores LIMIT -1;
--                            ^^ type-mismatch
SELECT city FROM stores LIMIT 10 OFFSET 5 + 5;
SELECT city FROM stores LIMIT $rows
`);
  });

  test('maps are neither sorted nor grouped by', () => {
    checkDiagnostics(`
SELECT DISTINCT identityMap FROM web_events;
--              ^^^^^^^^^^^ type-mismatch
SELECT count(*) FROM web_events GROUP BY identityMap;
--                                       ^^^^^^^^^^^ type-mismatch
SELECT _id FROM web_events ORDER BY identityMap;
--                                  ^^^^^^^^^^^ type-mismatch
SELECT rank() OVER (PARTITION BY identityMap ORDER BY timestamp) AS r FROM web_events
--                               ^^^^^^^^^^^ type-mismatch
`);
  });

  test('parts of values', () => {
    checkDiagnostics(`
SELECT store_id[0], city['x'] FROM stores;
--     ^^^^^^^^ type-mismatch: \`[ ]\` takes a struct, an array or a map, \`store_id\` is an int
--                  ^^^^ type-mismatch
SELECT productListItems[1.5], identityMap[true], identityMap['ECID'][0].id, web['webPageDetails'] FROM web_events;
--                      ^^^ type-mismatch
SELECT extract(YEAR FROM store_id), extract(YEAR FROM opened), date_part('year', city) FROM stores
--                       ^^^^^^^^ type-mismatch
`);
  });

  test('offsets of frames', () => {
    checkDiagnostics(`
SELECT count(*) OVER (ORDER BY timestamp ROWS BETWEEN '1' PRECEDING AND CURRENT ROW),
--                                                    ^^^ type-mismatch: \`ROWS\` takes a whole number, \`'1'\` is a string. Convert it: cast('1' AS int)
       count(*) OVER (ORDER BY timestamp RANGE BETWEEN INTERVAL 7 DAYS PRECEDING AND CURRENT ROW),
       count(*) OVER (ORDER BY _id RANGE BETWEEN 1 PRECEDING AND CURRENT ROW),
--                             ^^^ type-mismatch: \`RANGE\` takes a number, a date or a time, \`_id\` is a string. Convert it: cast(_id AS double)
       count(*) OVER (PARTITION BY _id RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW),
       count(*) OVER (PARTITION BY _id RANGE BETWEEN 1 PRECEDING AND CURRENT ROW)
--     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ aggregate-not-allowed: \`count\` needs an order of the rows: add ORDER BY to OVER
FROM web_events
`);
  });
});
