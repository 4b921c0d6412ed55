import { test } from 'vitest';
import { checkFormat } from '../../support/checkFormat';

test('joins on lines of their own, and their conditions below where they do not fit', () => {
  checkFormat(
    'select o.total, p.country from orders o left join customer_profiles p on o.customer_id = p.customer_id and p.valid_until is null cross join calendar c where o.total > 0',
    `SELECT o.total, p.country
FROM orders o
LEFT JOIN customer_profiles p ON o.customer_id = p.customer_id AND p.valid_until IS NULL
CROSS JOIN calendar c
WHERE o.total > 0`,
  );
});

test('short joins stay beside each other', () => {
  checkFormat(
    'select 1 from a join b using (id) join c using (id, day)',
    'SELECT 1 FROM a JOIN b USING (id) JOIN c USING (id, day)',
  );
});

test('the condition goes on behind the bracket of a query', () => {
  checkFormat(
    `select o.id from orders o join (select customer_id, max(day) as day
from orders group by customer_id) latest on o.customer_id = latest.customer_id and o.day = latest.day`,
    `SELECT o.id
FROM orders o
JOIN (
  SELECT customer_id, max(day) AS day
  FROM orders
  GROUP BY customer_id
) latest ON o.customer_id = latest.customer_id AND o.day = latest.day`,
  );
});

test('the tables of a list', () => {
  checkFormat(
    `select 1 from orders o, customers c, (select day from calendar
where is_holiday) d where o.customer_id = c.id`,
    `SELECT 1
FROM
  orders o,
  customers c,
  (
    SELECT day
    FROM calendar
    WHERE is_holiday
  ) d
WHERE o.customer_id = c.id`,
  );
});
