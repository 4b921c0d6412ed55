import { describe, test } from 'vitest';
import { checkDiagnostics } from '../../support/checkDiagnostics';

describe('aggregate-not-allowed', () => {
  test('WHERE, ON and GROUP BY see single rows', () => {
    checkDiagnostics(`
SELECT city FROM stores WHERE count(*) > 1 GROUP BY city;
--                            ^^^^^^^^ aggregate-not-allowed: The aggregate \`count\` cannot stand in WHERE, which sees single rows. Filter groups with HAVING
SELECT a.city FROM stores a JOIN stores b ON sum(a.store_id) = 1;
--                                           ^^^^^^^^^^^^^^^ aggregate-not-allowed
SELECT sum(store_id) AS s FROM stores GROUP BY sum(store_id)
--                                             ^^^^^^^^^^^^^ aggregate-not-allowed
`);
  });

  test('keys that stand for an aggregate of the list', () => {
    checkDiagnostics(`
SELECT city, sum(store_id) AS s FROM stores GROUP BY city, s;
--                                                         ^ aggregate-not-allowed
SELECT city, sum(store_id) AS s FROM stores GROUP BY 1, 2
--                                                      ^ aggregate-not-allowed
`);
  });

  test('aggregates of aggregates', () => {
    checkDiagnostics(`
SELECT sum(count(*)), sum(row_number() OVER (ORDER BY city)) FROM stores;
--         ^^^^^^^^ aggregate-not-allowed: \`count\` stands inside an aggregate. Compute the inner value in a subquery and use its column
--                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ aggregate-not-allowed
SELECT city, sum(sum(store_id)) OVER (ORDER BY city) AS running FROM stores GROUP BY city
`);
  });

  test('an aggregate in a subquery may be of the rows around it', () => {
    checkDiagnostics(`
SELECT city FROM stores a GROUP BY city
HAVING EXISTS (SELECT 1 FROM open_stores b WHERE b.store_id > max(a.store_id));
SELECT city FROM stores WHERE store_id IN (SELECT max(store_id) FROM stores)
`);
  });

  test('window functions: where, with OVER and an order', () => {
    checkDiagnostics(`
SELECT city FROM stores WHERE row_number() OVER (ORDER BY city) = 1;
--                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ aggregate-not-allowed
SELECT row_number(), rank() OVER (PARTITION BY city), lag(city) OVER w, upper(city) OVER (ORDER BY city)
--     ^^^^^^^^^^^^ aggregate-not-allowed: \`row_number\` is a window function: add OVER (PARTITION BY ... ORDER BY ...)
--                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ aggregate-not-allowed: \`rank\` needs an order of the rows: add ORDER BY to OVER
--                                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ aggregate-not-allowed
FROM stores WINDOW w AS (ORDER BY city);
SELECT city FROM stores QUALIFY row_number() OVER (ORDER BY opened) = 1
`);
  });

  test('DISTINCT and FILTER', () => {
    checkDiagnostics(`
SELECT count(DISTINCT city) OVER (ORDER BY city), sum(store_id) FILTER (WHERE city = 'x') OVER (ORDER BY city)
--     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ aggregate-not-allowed
--                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ aggregate-not-allowed
FROM stores;
SELECT upper(city) FILTER (WHERE true), upper(DISTINCT city), city FROM stores;
--     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ aggregate-not-allowed
--                                      ^^^^^^^^^^^^^^^^^^^^ aggregate-not-allowed
SELECT count(DISTINCT city), sum(store_id) FILTER (WHERE city = 'x') FROM stores
`);
  });

  test('functions that give rows', () => {
    checkDiagnostics(`
SELECT explode(array(1)) + 1, explode(array(1)) FROM stores WHERE explode(array(1)) > 1;
--     ^^^^^^^^^^^^^^^^^ aggregate-not-allowed
--                                                                ^^^^^^^^^^^^^^^^^ aggregate-not-allowed
SELECT explode(array(1)) AS one, e FROM stores LATERAL VIEW explode(array(1)) t AS e
`);
  });

  test('grouping needs more than one way to group', () => {
    checkDiagnostics(`
SELECT city, grouping(city) FROM stores GROUP BY city;
--           ^^^^^^^^^^^^^^ aggregate-not-allowed
SELECT city, grouping(city) FROM stores GROUP BY CUBE (city);
SELECT city, grouping_id() FROM stores GROUP BY city WITH ROLLUP
`);
  });
});
