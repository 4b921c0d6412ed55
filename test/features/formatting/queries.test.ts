import { test } from 'vitest';
import { checkFormat } from '../../support/checkFormat';

test('a short query stays on one line, with its keywords in capitals', () => {
  checkFormat('select a,b  from t where a=1', 'SELECT a, b FROM t WHERE a = 1');
});

test('a query that was broken anywhere has each clause on a line', () => {
  checkFormat(
    `select a, b from t join u on t.k=u.k
where a=1 group by a order by b limit 3`,
    `SELECT a, b
FROM t JOIN u ON t.k = u.k
WHERE a = 1
GROUP BY a
ORDER BY b
LIMIT 3`,
  );
});

test('a long list of columns has one on each line', () => {
  checkFormat(
    'select distinct customer_id, first_order_day, last_order_day, favourite_category, lifetime_value, churn_risk from customers',
    `SELECT DISTINCT
  customer_id,
  first_order_day,
  last_order_day,
  favourite_category,
  lifetime_value,
  churn_risk
FROM customers`,
  );
});

test('conditions of one level start their lines', () => {
  checkFormat(
    "select a from t where event_type = 'commerce.purchases' and (total > 100 or is_returning_customer = true) and country is not null",
    `SELECT a
FROM t
WHERE event_type = 'commerce.purchases'
  AND (total > 100 OR is_returning_customer = TRUE)
  AND country IS NOT NULL`,
  );
});

test('in brackets the conditions need no further level', () => {
  checkFormat(
    "select a from t where b = 1 and (event_type = 'commerce.purchases' or event_type = 'commerce.productViews' or total > 100 or is_member)",
    `SELECT a
FROM t
WHERE b = 1
  AND (
    event_type = 'commerce.purchases'
    OR event_type = 'commerce.productViews'
    OR total > 100
    OR is_member
  )`,
  );
});

test('common tables', () => {
  checkFormat(
    `with a as (select 1 as x), b as (select x from a
where x > 0) select * from (select x from b) c`,
    `WITH a AS (SELECT 1 AS x),
b AS (
  SELECT x
  FROM a
  WHERE x > 0
)
SELECT * FROM (SELECT x FROM b) c`,
  );
});

test('queries put together', () => {
  checkFormat(
    'select a, b from first_table where a > 1 union all select a, b from second_table union select a, b from third_table order by 1 limit 10',
    `SELECT a, b FROM first_table WHERE a > 1
UNION ALL
SELECT a, b FROM second_table
UNION
SELECT a, b FROM third_table
ORDER BY 1
LIMIT 10`,
  );
});

test('queries put together in brackets', () => {
  checkFormat(
    `(select 1 as x) union (select 2)
order by 1`,
    `(SELECT 1 AS x) UNION (SELECT 2)
ORDER BY 1`,
  );
});

test('grouping sets and windows by name', () => {
  checkFormat(
    'select country, device, sum(total) over w as running from orders group by grouping sets ((country, device), (country), ()) window w as (partition by country order by device, customer_id), v as (partition by device)',
    `SELECT country, device, sum(total) OVER w AS running
FROM orders
GROUP BY GROUPING SETS ((country, device), (country), ())
WINDOW w AS (PARTITION BY country ORDER BY device, customer_id), v AS (PARTITION BY device)`,
  );
});

test('snapshots stay beside their table', () => {
  checkFormat(
    'select customer_id from orders snapshot between @from_snapshot and @to_snapshot where total > 10 and customer_id is not null',
    `SELECT customer_id
FROM orders SNAPSHOT BETWEEN @from_snapshot AND @to_snapshot
WHERE total > 10 AND customer_id IS NOT NULL`,
  );
});

test('the rows of VALUES', () => {
  checkFormat(
    "select * from values (1, 'a first text'), (2, 'another text'), (3, 'the last of all of the texts') as t(id, label)",
    `SELECT *
FROM VALUES
  (1, 'a first text'),
  (2, 'another text'),
  (3, 'the last of all of the texts') AS t(id, label)`,
  );
});

test('PIVOT and LATERAL VIEW', () => {
  checkFormat(
    "select * from (select customer_id, category, total from orders) pivot (sum(total) as s, count(*) as c for category in ('books' as books, 'games' as games)) lateral view explode(items) i as item",
    `SELECT *
FROM (SELECT customer_id, category, total FROM orders) PIVOT (
  sum(total) AS s, count(*) AS c
  FOR category
  IN ('books' AS books, 'games' AS games)
)
LATERAL VIEW explode(items) i AS item`,
  );
});
