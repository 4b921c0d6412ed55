import { test } from 'vitest';
import { checkFormat } from '../../support/checkFormat';

test('they stay where they speak', () => {
  checkFormat(
    `-- first

-- second
select a, -- the key
 b /* why */ from t;   -- same line



/* next */
select 1`,
    `-- first

-- second
SELECT
  a, -- the key
  b /* why */
FROM t; -- same line

/* next */
SELECT 1`,
  );
});

test('those before commas follow their column', () => {
  checkFormat(
    `select a -- about a
     , b -- about b
     -- about c
     , c /* inline */, /* about d */ d
from t`,
    `SELECT
  a, -- about a
  b, -- about b
  -- about c
  c /* inline */,
  /* about d */ d
FROM t`,
  );
});

test('in conditions', () => {
  checkFormat(
    `select a from t -- the table
where a = 1 -- one
  and b = 2 /* two */
  -- three
  and c = 3
;`,
    `SELECT a
FROM t -- the table
WHERE a = 1 -- one
  AND b = 2 /* two */
  -- three
  AND c = 3;`,
  );
});

test('in CASE and in calls', () => {
  checkFormat(
    `select case -- which
 when a then 1 -- one
 -- two
 when b then 2
 else 3 -- rest
 end as x, f( -- arguments
 a, b) from t`,
    `SELECT
  CASE -- which
    WHEN a THEN 1 -- one
    -- two
    WHEN b THEN 2
    ELSE 3 -- rest
  END AS x,
  f( -- arguments
    a,
    b
  )
FROM t`,
  );
});

test('around common tables and joins', () => {
  checkFormat(
    `with a as ( -- inner
 select 1 -- one
), -- after a
-- before b
b as (select 2)
-- before the query
select * from a join b -- join
 on a.x = b.x -- condition
`,
    `WITH a AS ( -- inner
  SELECT 1 -- one
), -- after a
-- before b
b AS (SELECT 2)
-- before the query
SELECT *
FROM a
JOIN b -- join
  ON a.x = b.x -- condition
`,
  );
});

test('ignored problems keep their statement', () => {
  checkFormat(
    `-- feature-sql: ignore unknown-table: made elsewhere
select a from later`,
    `-- feature-sql: ignore unknown-table: made elsewhere
SELECT a FROM later`,
  );
});

test('hints stay behind SELECT', () => {
  checkFormat(
    'select /*+ broadcast(p) */ a from t join p using (id)',
    'SELECT /*+ broadcast(p) */ a FROM t JOIN p USING (id)',
  );
});
