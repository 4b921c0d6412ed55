import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../../support/checkDiagnostics';

describe('unknown-table', () => {
  test('a mistyped table is told with the name that it most likely means', () => {
    checkDiagnostics(`
SELECT * FROM web_event
--            ^^^^^^^^^ unknown-table: Unknown table web_event. Did you mean web_events?
`);
  });

  test('tables that earlier statements make are known from then on', () => {
    checkDiagnostics(`
SELECT * FROM visits;
--            ^^^^^^ unknown-table: Unknown table visits
CREATE TABLE visits AS SELECT _id, eventType FROM web_events;
SELECT _id, eventtype FROM visits;
CREATE TEMP TABLE t AS SELECT 1 AS one;
CREATE VIEW v AS SELECT one FROM t;
SELECT one, two FROM v
--          ^^^ unknown-column: Unknown column two
`);
  });

  test('a table that was dropped may be made elsewhere', () => {
    checkDiagnostics(`
DROP TABLE IF EXISTS scratch;
SELECT anything FROM scratch;
`);
  });

  test('without a catalog nothing is known to be missing', () => {
    checkDiagnostics(`
SELECT a, b.c FROM t JOIN b ON t.x = b.x
--- catalog
{"version": 1, "datasets": []}
`);
  });

  test('a common table expression hides a table, inside its query only', () => {
    checkDiagnostics(`
WITH stores AS (SELECT 1 AS a), more AS (SELECT a FROM stores) SELECT a, city FROM stores, more;
--                                                                    ^ ambiguous-column: The column a is ambiguous: it is in stores and in more
--                                                                       ^^^^ unknown-column: Unknown column city
SELECT city FROM stores;
`);
  });

  test('the quick fix puts the right name in', () => {
    checkFix('SELECT * FROM Store', 'unknown-table', 'SELECT * FROM stores');
  });
});

describe('unknown-column', () => {
  test('columns and fields are checked at every depth', () => {
    checkDiagnostics(`
SELECT eventTyp, web.webPageDetail.name, web.webPageDetails.nam, timestamp.year, commerce['oder']
--     ^^^^^^^^ unknown-column: Unknown column eventTyp. Did you mean eventType?
--                   ^^^^^^^^^^^^^ unknown-column: web has no field webPageDetail. Did you mean webPageDetails?
--                                                          ^^^ unknown-column: web.webPageDetails has no field nam. Did you mean name?
--                                                                         ^^^^ unknown-column: timestamp is of type timestamp and has no field year
--                                                                                        ^^^^^^ unknown-column: The value has no field oder. Did you mean order?
FROM web_events
`);
  });

  test('a field of a qualified table, an array of structs, a map', () => {
    checkDiagnostics(`
SELECT e.web.webPageDetails.name, e.nope, productListItems.SKU, productListItems[0].sku, identityMap['ECID'][0].id,
--                                  ^^^^ unknown-column: e has no column nope
       productListItems.colour, identityMap.ECID[0].nope
--                      ^^^^^^ unknown-column: productListItems has no field colour
--                                                  ^^^^ unknown-column: The value has no field nope
FROM web_events e
`);
  });

  test('the leaf of a nested path leads to its whole path', () => {
    checkDiagnostics(`
SELECT purchaseID FROM web_events
--     ^^^^^^^^^^ unknown-column: Unknown column purchaseID. Did you mean commerce.order.purchaseID?
`);
    checkFix(
      'SELECT purchaseID FROM web_events',
      'unknown-column',
      'SELECT commerce.\`order\`.purchaseID FROM web_events',
    );
  });

  test('an alias of the same SELECT is known in GROUP BY, HAVING and ORDER BY, not in WHERE', () => {
    checkDiagnostics(`
SELECT city AS town, count(*) AS n FROM stores WHERE town = 'Oslo' GROUP BY town HAVING n > 1 ORDER BY n
--                                                   ^^^^ unknown-column: The alias town of the same SELECT is not known here. Repeat its expression, or put the SELECT into a subquery
`);
  });

  test('a query without FROM has no columns', () => {
    checkDiagnostics(`
SELECT f1 + 1
--     ^^ unknown-column: Unknown column f1: the query has no FROM
`);
  });

  test('a name in double quotes that is no column is a text', () => {
    checkDiagnostics(`
SELECT "floor space" FROM stores WHERE city = "Oslo"
`);
  });

  test('the columns of subqueries, row functions, lateral views and joins', () => {
    checkDiagnostics(`
SELECT snapshot_id, nope FROM (SELECT history_meta('web_events')) WHERE is_current;
--                  ^^^^ unknown-column: Unknown column nope
SELECT item.SKU, item.nope FROM (SELECT explode(productListItems) AS item FROM web_events);
--                    ^^^^ unknown-column: item has no field nope
SELECT p, i.SKU, id FROM web_events LATERAL VIEW posexplode(productListItems) x AS p, i LATERAL VIEW inline(identityMap['ECID']) y;
SELECT store_id, a.city, b.city FROM stores a JOIN stores b USING (store_id);
SELECT * FROM stores a WHERE EXISTS (SELECT 1 FROM open_stores b WHERE b.store_id = a.store_id AND opened > date '2020-01-01')
`);
  });

  test('lambdas see their parameters and what is around', () => {
    checkDiagnostics(`
SELECT filter(productListItems, p -> p.quantity > 1 AND p.colour = eventType), aggregate(productListItems, 0D, (sum, p) -> sum + p.priceTotal)
--                                                        ^^^^^^ unknown-column: p has no field colour
FROM web_events
`);
  });

  test('what cannot be known is left alone', () => {
    checkDiagnostics(`
SELECT anything FROM #template;
SELECT a.x, $parameter FROM $database.schema.t a;
SELECT x FROM stores_uniform_5_percent_abcde;
SELECT prediction, whatever FROM model_predict(m, 1, SELECT * FROM stores);
`);
  });
});

describe('ambiguous-column', () => {
  test('a column of two tables is ambiguous unless USING joins on it', () => {
    checkDiagnostics(`
SELECT city FROM stores a JOIN open_stores b ON a.store_id = b.store_id;
--     ^^^^ ambiguous-column: The column city is ambiguous: it is in a and in b
SELECT store_id FROM stores a JOIN open_stores b USING (store_id);
SELECT store_id FROM stores a LEFT SEMI JOIN open_stores b ON a.store_id = b.store_id
`);
  });

  test('the quick fix qualifies the name', () => {
    checkFix(
      'SELECT city FROM stores a, open_stores b',
      'ambiguous-column',
      'SELECT a.city FROM stores a, open_stores b',
    );
  });
});

describe('functions', () => {
  test('an unknown function is told with its neighbour', () => {
    checkDiagnostics(`
SELECT regex_replace(city, 'a', 'b') FROM stores
--     ^^^^^^^^^^^^^ unknown-function: Unknown function regex_replace. Did you mean regexp_replace?
`);
  });

  test('a wrong number of arguments is told with the signature', () => {
    checkDiagnostics(`
SELECT upper(city, 1), nvl(city), date_add(opened), sqrt(99), SESS_TIMEOUT(opened) OVER (ORDER BY opened) FROM stores
--          ^^^^^^^^^ wrong-argument-count: upper takes 1 argument, found 2: upper(s: string) -> string
--                        ^^^^^^ wrong-argument-count: nvl takes 2 arguments, found 1: nvl(a: T, b: T) -> T
--                                        ^^^^^^^^ wrong-argument-count: date_add takes 2 to 3 arguments, found 1: date_add(d: date, days: int) -> date
--                                                                        ^^^^^^^^ wrong-argument-count
`);
  });
});

test('a mistake in a subquery is told once, where it is', () => {
  checkDiagnostics(`
SELECT parent_id FROM (SELECT histry_meta('web_events')) WHERE is_current;
--                            ^^^^^^^^^^^ unknown-function
SELECT _id FROM (SELECT _ids FROM web_events);
--                      ^^^^ unknown-column
WITH e AS (SELECT web.webPageDetails.nam, timestamp FROM web_events) SELECT name, nope FROM e;
--                                   ^^^ unknown-column
SELECT name FROM (SELECT web.webPageDetails.nam AS page FROM web_events)
--     ^^^^ unknown-column
--                                          ^^^ unknown-column
`);
});

test('of names that are as near, the one that begins alike is meant', () => {
  checkFix('SELECT sume(store_id) FROM stores', 'unknown-function', 'SELECT sum(store_id) FROM stores');
});

test('a misspelt type', () => {
  checkFix(
    'SELECT cast(city AS strng) FROM stores',
    'unknown-type',
    'SELECT cast(city AS string) FROM stores',
  );
});

test('an alias in WHERE is replaced by its expression', () => {
  checkFix(
    "SELECT city AS town FROM stores WHERE town = 'Oslo'",
    'unknown-column',
    "SELECT city AS town FROM stores WHERE city = 'Oslo'",
  );
  checkFix(
    'SELECT store_id + 1 AS n FROM stores WHERE n * 2 > 4',
    'unknown-column',
    'SELECT store_id + 1 AS n FROM stores WHERE (store_id + 1) * 2 > 4',
  );
  checkFix(
    'SELECT rank() OVER (ORDER BY city) AS n FROM stores WHERE n > 4',
    'unknown-column',
    'SELECT rank() OVER (ORDER BY city) AS n FROM stores WHERE n > 4',
  );
});
