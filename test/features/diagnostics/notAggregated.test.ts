import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../../support/checkDiagnostics';

describe('not-aggregated', () => {
  test('a column beside GROUP BY', () => {
    checkDiagnostics(`
SELECT city, opened, store_id + 1, CASE WHEN city = 'x' THEN 1 END, 'a', current_date, count(*)
--           ^^^^^^ not-aggregated: \`opened\` is neither in GROUP BY nor in an aggregate. Add it to GROUP BY, or take one of its values: max(opened)
--                   ^^^^^^^^ not-aggregated
FROM stores GROUP BY city
`);
  });

  test('a column beside an aggregate or HAVING alone', () => {
    checkDiagnostics(`
SELECT city, count(*) FROM stores;
--     ^^^^ not-aggregated: \`city\` stands beside an aggregate, and there is no GROUP BY. Group by it, or take one of its values: max(city)
SELECT city FROM stores HAVING max(store_id) > 1;
--     ^^^^ not-aggregated: \`city\` stands beside HAVING, and there is no GROUP BY. Group by it, or take one of its values: max(city)
SELECT count(*) FROM stores ORDER BY city
--                                   ^^^^ not-aggregated
`);
  });

  test('HAVING and ORDER BY see keys, aggregates and columns of the list', () => {
    checkDiagnostics(`
SELECT city, max(opened) AS last FROM stores GROUP BY city HAVING store_id > 1 AND last > '2024-01-01' ORDER BY opened, last, sum(store_id)
--                                                                ^^^^^^^^ not-aggregated
--                                                                                                              ^^^^^^ not-aggregated
`);
  });

  test('stars give every column', () => {
    checkDiagnostics(`
SELECT * FROM stores GROUP BY city;
--     ^ not-aggregated: \`store_id\` of this star is neither in GROUP BY nor in an aggregate. Add it to GROUP BY, or take one of its values: max(store_id)
SELECT s.* FROM open_stores s GROUP BY city, store_id
`);
  });

  test('a key is found again by its tree, its names by what they mean', () => {
    checkDiagnostics(`
SELECT s.city, upper(S.City) FROM stores s GROUP BY city;
SELECT upper(city), ucase(s.city) || 'x', lower(city) FROM stores s GROUP BY upper(city);
--                                              ^^^^ not-aggregated
SELECT store_id + 1 + 2, (2 + store_id) + 1 FROM stores GROUP BY 1 + store_id + 2;
SELECT a.store_id, store_id, count(*) FROM stores a JOIN open_stores b USING (store_id) GROUP BY store_id
`);
  });

  test('fields of a struct that is a key', () => {
    checkDiagnostics(`
SELECT web.webPageDetails.name, web['webPageDetails'].URL, web.webPageDetails, web.webReferrer.URL
--                                                                             ^^^^^^^^^^^^^^^^^^^ not-aggregated
FROM web_events GROUP BY web.webPageDetails
`);
  });

  test('keys by place and alias, in sets', () => {
    checkDiagnostics(`
SELECT city AS town, year(opened) AS y, count(*) FROM stores GROUP BY town, 2;
SELECT city, opened, grouping(city) FROM stores GROUP BY ROLLUP (city, opened);
SELECT city, opened, store_id FROM stores GROUP BY GROUPING SETS ((city), (city, opened))
--                   ^^^^^^^^ not-aggregated
`);
  });

  test('windows over groups', () => {
    checkDiagnostics(`
SELECT city, row_number() OVER (PARTITION BY city ORDER BY max(opened)), sum(count(*)) OVER (ORDER BY city),
       sum(store_id) OVER (ORDER BY city)
--         ^^^^^^^^ not-aggregated
FROM stores GROUP BY city
`);
  });

  test('subqueries and lambdas have rows of their own', () => {
    checkDiagnostics(`
SELECT city, (SELECT max(b.opened) FROM stores b WHERE b.city = a.city), transform(collect_list(store_id), x -> x + 1)
FROM stores a GROUP BY city
`);
  });

  test('what may be a key or an aggregate is left alone', () => {
    checkDiagnostics(`
SELECT city, opened, count(*) FROM stores GROUP BY ALL;
SELECT city, opened, count(*) FROM stores GROUP BY $keys;
SELECT city, db.my_sum(store_id), count(*) FROM stores GROUP BY city
`);
  });

  test('the quick fix groups by it', () => {
    checkFix(
      'SELECT city, opened, count(*) FROM stores GROUP BY city LIMIT 1',
      'not-aggregated',
      'SELECT city, opened, count(*) FROM stores GROUP BY city, opened LIMIT 1',
    );
    checkFix(
      "SELECT year(opened), count(*) FROM stores WHERE city = 'x' ORDER BY 1",
      'not-aggregated',
      "SELECT year(opened), count(*) FROM stores WHERE city = 'x' GROUP BY year(opened) ORDER BY 1",
    );
  });
});
