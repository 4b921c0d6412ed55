import { test } from 'vitest';
import { checkFormat } from '../../support/checkFormat';

test('windows and CASE', () => {
  checkFormat(
    "select sum(case when e='a' then 1 else 0 end) over (partition by u order by t rows between unbounded preceding and current row) as n from t",
    `SELECT
  sum(CASE WHEN e = 'a' THEN 1 ELSE 0 END) OVER (
    PARTITION BY u
    ORDER BY t
    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
  ) AS n
FROM t`,
    { width: 60 },
  );
});

test('a window behind the arguments that did not fit', () => {
  checkFormat(
    "select TIME_BETWEEN_PREVIOUS_MATCH(timestamp, event_type = 'commerce.productViews', 'minutes') over (partition by customer_id order by timestamp) as m from t",
    `SELECT
  TIME_BETWEEN_PREVIOUS_MATCH(
    timestamp,
    event_type = 'commerce.productViews',
    'minutes'
  ) OVER (PARTITION BY customer_id ORDER BY timestamp) AS m
FROM t`,
    { width: 70 },
  );
});

test('a window within a path', () => {
  checkFormat(
    'select (SESS_TIMEOUT(timestamp, 1800) over (partition by customer_id order by timestamp rows between unbounded preceding and current row)).num as n from t',
    `SELECT
  (
    SESS_TIMEOUT(timestamp, 1800) OVER (
      PARTITION BY customer_id
      ORDER BY timestamp
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    )
  ).num AS n
FROM t`,
  );
});

test('the branches of CASE', () => {
  checkFormat(
    "select case when total > 1000 and country = 'NL' then 'large' when total > 100 then 'middle' else coalesce(size_name, 'small') end as size from orders",
    `SELECT
  CASE
    WHEN total > 1000 AND country = 'NL' THEN 'large'
    WHEN total > 100 THEN 'middle'
    ELSE coalesce(size_name, 'small')
  END AS size
FROM orders`,
  );
});

test('a long condition of CASE has its value below', () => {
  checkFormat(
    "select case when total > 1000 and country = 'NL' and first_order_day is not null and is_member then case when x then 1 else 2 end else 0 end as size from orders",
    `SELECT
  CASE
    WHEN total > 1000 AND country = 'NL' AND first_order_day IS NOT NULL AND is_member
      THEN CASE WHEN x THEN 1 ELSE 2 END
    ELSE 0
  END AS size
FROM orders`,
  );
});

test('a value behind END', () => {
  checkFormat(
    "select 1 from t where case when views > 0 then purchases / views else null end > 0.1 and total is not null and country = 'NL'",
    `SELECT 1
FROM t
WHERE CASE WHEN views > 0 THEN purchases / views ELSE NULL END > 0.1
  AND total IS NOT NULL
  AND country = 'NL'`,
  );
});

test('long lists of IN', () => {
  checkFormat(
    "select 1 from t where event_type in ('commerce.productViews', 'commerce.checkouts', 'commerce.purchases', 'web.linkClicks') and b not in (select b from c)",
    `SELECT 1
FROM t
WHERE event_type IN (
  'commerce.productViews',
  'commerce.checkouts',
  'commerce.purchases',
  'web.linkClicks'
)
  AND b NOT IN (SELECT b FROM c)`,
  );
});

test('functions in functions, and lambdas', () => {
  checkFormat(
    'select transform(filter(items, item -> item.price > 100 and item.sku is not null), item -> struct(item.sku as sku, item.price * item.quantity as total, upper(item.name) as name)) as big from orders',
    `SELECT
  transform(
    filter(items, item -> item.price > 100 AND item.sku IS NOT NULL),
    item -> struct(item.sku AS sku, item.price * item.quantity AS total, upper(item.name) AS name)
  ) AS big
FROM orders`,
  );
});

test('a struct for a schema', () => {
  checkFormat(
    "insert into scores select struct(customer_id as userid, named_struct('propensity', prediction, 'model', 'churn') as score, array('a', 'b') as tags) as _acme, current_timestamp as timestamp from scored",
    `INSERT INTO scores
SELECT
  struct(
    customer_id AS userid,
    named_struct('propensity', prediction, 'model', 'churn') AS score,
    array('a', 'b') AS tags
  ) AS _acme,
  current_timestamp AS timestamp
FROM scored`,
  );
});

test('aggregate with two lambdas', () => {
  checkFormat(
    'select aggregate(items, cast(0 as double), (total, item) -> total + coalesce(item.price, 0) * item.quantity, total -> round(total, 2)) as basket from orders',
    `SELECT
  aggregate(
    items,
    CAST(0 AS double),
    (total, item) -> total + coalesce(item.price, 0) * item.quantity,
    total -> round(total, 2)
  ) AS basket
FROM orders`,
  );
});

test('a comparison with a query', () => {
  checkFormat(
    `select 1 from t where a = (select max(b)
from u where u.k = t.k) and c > 1 and exists (select 1 from v where v.k = t.k and v.is_valid_record = true)`,
    `SELECT 1
FROM t
WHERE a = (
  SELECT max(b)
  FROM u
  WHERE u.k = t.k
)
  AND c > 1
  AND EXISTS (SELECT 1 FROM v WHERE v.k = t.k AND v.is_valid_record = TRUE)`,
  );
});

test('a query as the only argument', () => {
  checkFormat(
    `select upper((select name
from t)) as n`,
    `SELECT
  upper((
    SELECT name
    FROM t
  )) AS n`,
  );
});

test('a range that does not fit', () => {
  checkFormat(
    "select 1 from t where timestamp between to_timestamp('2026-01-01 00:00:00') and to_timestamp('2026-02-01 00:00:00') and customer_id is not null",
    `SELECT 1
FROM t
WHERE timestamp BETWEEN to_timestamp('2026-01-01 00:00:00')
    AND to_timestamp('2026-02-01 00:00:00')
  AND customer_id IS NOT NULL`,
    { width: 80 },
  );
});

test('sums and texts', () => {
  checkFormat(
    "select (price_before + price_after) * quantity_ordered - discount_of_order / number_of_items as x, 'a' || first_name || ' and ' || last_name from t",
    `SELECT
  (price_before + price_after) * quantity_ordered
    - discount_of_order / number_of_items AS x,
  'a' || first_name || ' and ' || last_name
FROM t`,
    { width: 60 },
  );
});

test('brackets, casts and signs', () => {
  checkFormat(
    "select a [ 0 ].b, m[ 'k' ], -( a ), not(b), - -1, a :: string, cast( a as decimal( 10 , 2 ) ), interval '1' day, f( ), count( * ), x is not null",
    `SELECT
  a[0].b,
  m['k'],
  -(a),
  NOT (b),
  - -1,
  a::string,
  CAST(a AS decimal(10, 2)),
  INTERVAL '1' DAY,
  f(),
  count(*),
  x IS NOT NULL`,
  );
});

test('aggregates with FILTER and IGNORE NULLS', () => {
  checkFormat(
    'select lag(day) ignore nulls over (order by day) as l, sum(total) filter (where total > 0 and country is not null and customer_id is not null) as s from t',
    `SELECT
  lag(day) IGNORE NULLS OVER (ORDER BY day) AS l,
  sum(total) FILTER (WHERE total > 0 AND country IS NOT NULL AND customer_id IS NOT NULL) AS s
FROM t`,
  );
});
