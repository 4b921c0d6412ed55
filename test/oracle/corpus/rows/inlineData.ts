/** Rows of every kind of value, with nulls and ties, that a query carries with itself. Ordered by `ts`, which is unique. */
export const data = `WITH data AS (SELECT * FROM VALUES
  ('a', 1, 10L, 1.5D, 1.50BD, 'x', true, DATE '2024-01-31', TIMESTAMP '2024-01-01 00:00:00'),
  ('a', 3, -20L, -2.5D, 2.25BD, 'y', false, DATE '2024-02-29', TIMESTAMP '2024-01-01 01:00:00'),
  ('a', 3, 30L, CAST(NULL AS double), CAST(NULL AS decimal(3,2)), 'x', CAST(NULL AS boolean), CAST(NULL AS date), TIMESTAMP '2024-01-02 00:00:00'),
  ('b', CAST(NULL AS int), 40L, 4.25D, 0.00BD, CAST(NULL AS string), true, DATE '2023-12-31', TIMESTAMP '2024-01-03 12:00:00'),
  ('b', -7, CAST(NULL AS bigint), 0.0D, 9.99BD, '', false, DATE '2024-01-01', TIMESTAMP '2024-01-04 00:00:00'),
  (CAST(NULL AS string), 12, 60L, 6.5D, 3.14BD, 'Z', true, DATE '2024-03-01', TIMESTAMP '2024-01-05 23:59:59.999'),
  ('c', 5, 70L, 7.0D, 5.00BD, 'z', true, DATE '2024-03-01', TIMESTAMP '2024-01-06 00:00:00')
  AS data(g, i, l, d, n, s, b, dt, ts))`.replace(/\s+/g, ' ');

/** Two small relations with nulls, duplicates and keys that do not match. */
export const leftAndRight =
  `WITH l AS (SELECT * FROM VALUES (1, 'a'), (2, 'b'), (2, 'c'), (CAST(NULL AS int), 'd'), (5, CAST(NULL AS string)) AS l(k, x)), ` +
  `r AS (SELECT * FROM VALUES (1, 10), (2, 20), (2, 21), (CAST(NULL AS int), 30), (7, CAST(NULL AS int)) AS r(k, y))`;
