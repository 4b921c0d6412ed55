import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../../support/checkDiagnostics';

describe('type-mismatch', () => {
  test('arguments that a function does not take', () => {
    checkDiagnostics(`
SELECT abs(web), abs(city), upper(opened), map_keys(productListItems), date_add(opened, 1.5)
--         ^^^ type-mismatch: \`abs\` takes a number or an interval, \`web\` is a struct of 2 fields
--                                                  ^^^^^^^^^^^^^^^^ type-mismatch: \`map_keys\` takes a map, \`productListItems\` is an array of structs of 3 fields
--                                                                                      ^^^ type-mismatch: \`date_add\` takes a whole number up to int, \`1.5\` is a decimal(2,1). Convert it: cast(1.5 AS int)
FROM web_events, stores
`);
  });

  test('texts are read as numbers, dates and times', () => {
    checkDiagnostics(`
SELECT abs(city), city + 1, sqrt(city), year(city), date_add(city, 1), opened = '2024-01-01', city > 1, city = true,
       concat(city, store_id, opened), length(store_id), coalesce(city, store_id), store_id IN ('1', 2), -city
FROM stores
`);
  });

  test('operands that do not go together', () => {
    checkDiagnostics(`
SELECT store_id + (city = 'Oslo'), opened > store_id, opened * 2, -opened, NOT city, ~(city = '')
--     ^^^^^^^^^^^^^^^^^^^^^^^^^^ type-mismatch: \`+\` does not take an int and a boolean together. Convert one of them with cast
--                                 ^^^^^^^^^^^^^^^^^ type-mismatch: A date and an int cannot be compared. Convert one of them with cast
--                                                    ^^^^^^^^^^ type-mismatch
--                                                                 ^^^^^^ type-mismatch: A sign takes a number, \`opened\` is a date. Convert it: cast(opened AS double)
--                                                                             ^^^^ type-mismatch: \`NOT\` takes a boolean, \`city\` is a string. Convert it: cast(city AS boolean)
--                                                                                    ^^^^^^^^^^^ type-mismatch
FROM stores
`);
  });

  test('dates, times and intervals', () => {
    checkDiagnostics(`
SELECT opened + 1, opened - opened, opened + INTERVAL 1 DAY, timestamp - INTERVAL 2 HOURS, timestamp - opened,
       '2024-01-01' + INTERVAL 1 DAY, INTERVAL 1 DAY * 2, opened + timestamp, INTERVAL 1 DAY + INTERVAL 1 MONTH
--                                                        ^^^^^^^^^^^^^^^^^^ type-mismatch
--                                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ type-mismatch
FROM stores, web_events
`);
  });

  test('conditions are booleans', () => {
    checkDiagnostics(`
SELECT CASE WHEN store_id THEN 1 END, sum(store_id) FILTER (WHERE city), if(city, 1, 2)
--               ^^^^^^^^ type-mismatch
--                                                                ^^^^ type-mismatch
--                                                                          ^^^^ type-mismatch
FROM stores GROUP BY store_id, city;
SELECT 1 FROM stores WHERE city AND store_id > 1
--                         ^^^^ type-mismatch: \`AND\` takes a boolean, \`city\` is a string. Convert it: cast(city AS boolean)
`);
  });

  test('values that become one column, list or result', () => {
    checkDiagnostics(`
SELECT coalesce(opened, true), greatest('a', 1), array(1, web), CASE WHEN true THEN opened ELSE true END,
--                      ^^^^ type-mismatch: The arguments of \`coalesce\` have no type in common: a date and a boolean. Convert one of them with cast
--                                           ^ type-mismatch
--                                                        ^^^ type-mismatch
--                                                                                              ^^^^ type-mismatch
       store_id IN (1, opened), store_id BETWEEN 1 AND opened, map(1, 2, 3, web), nullif(opened, web)
--                     ^^^^^^ type-mismatch: The values of IN have no type in common: an int and a date. Convert one of them with cast
--                                                     ^^^^^^ type-mismatch
--                                                                          ^^^ type-mismatch
--                                                                                               ^^^ type-mismatch
FROM stores, web_events
`);
  });

  test('casts that cannot be', () => {
    checkDiagnostics(`
SELECT cast(web AS int), cast(web AS string), cast(opened AS timestamp), cast(store_id AS date), timestamp::bigint
--          ^^^ type-mismatch: A struct of 2 fields cannot be cast to an int
--                                                                            ^^^^^^^^ type-mismatch
FROM stores, web_events
`);
  });

  test('maps have no order and no equality', () => {
    checkDiagnostics(`
SELECT max(identityMap), max(identityMap = identityMap)
--         ^^^^^^^^^^^ type-mismatch
--                           ^^^^^^^^^^^^^^^^^^^^^^^^^ type-mismatch
FROM web_events
`);
  });

  test('arguments that must be constant, or not NULL', () => {
    checkDiagnostics(`
SELECT round(1.5, store_id), round(1.5, 1 + 1), array_contains(array(1), NULL), from_json(city, city)
--                ^^^^^^^^ type-mismatch: \`round\` takes a constant for scale, \`store_id\` depends on rows
--                                                                       ^^^^ type-mismatch
--                                                                                              ^^^^ type-mismatch
FROM stores
`);
  });

  test('lambdas', () => {
    checkDiagnostics(`
SELECT transform(productListItems, (a, b, c) -> a), filter(productListItems, x -> x.quantity), abs(x -> x),
--                                 ^^^^^^^^^^^^^^ type-mismatch: \`transform\` takes a lambda with 1 to 2 parameters for f
--                                                                                ^^^^^^^^^^ type-mismatch
--                                                                                                 ^^^^^^ type-mismatch
       aggregate(productListItems.quantity, 0, (a, x) -> a + x), transform(productListItems, (p, i) -> p.quantity * i)
--                                                       ^^^^^ type-mismatch
FROM web_events
`);
  });

  test('queries as values have one column, as many as stand before IN', () => {
    checkDiagnostics(`
SELECT (SELECT store_id, city FROM stores), city IN (SELECT store_id, city FROM stores),
--      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ type-mismatch: A query as a value takes 1 column, the query gives 2. Select 1 column
--                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ type-mismatch
       (city, store_id) IN (SELECT city, store_id FROM stores), city IN (SELECT web FROM web_events)
--                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^ type-mismatch
FROM stores
`);
  });

  test('what has no known type is left alone', () => {
    checkDiagnostics(`
SELECT sum(a.b), a + true, upper(db.f(a)), CASE WHEN a THEN 1 ELSE a END FROM nowhere
--- catalog
{"version": 1, "datasets": []}
`);
  });

  test('a variable that holds a text may stand for anything', () => {
    checkDiagnostics(`
$$ BEGIN
  SET @top = '5';
  SET @last = SELECT max(opened) FROM stores;
  SELECT city FROM stores WHERE @top AND opened > @last AND store_id > @last LIMIT @top;
--                                                          ^^^^^^^^^^^^^^^^ type-mismatch
END $$;
`);
  });

  test('the quick fix puts a cast around the value', () => {
    checkFix(
      'SELECT 1 FROM stores WHERE store_id = 1 AND city',
      'type-mismatch',
      'SELECT 1 FROM stores WHERE store_id = 1 AND cast(city AS boolean)',
    );
  });
});
