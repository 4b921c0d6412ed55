import { test } from 'vitest';
import { checkColumns } from '../support/checkColumns';

test('arithmetic widens, and reads texts as doubles', () => {
  checkColumns(
    `SELECT 1 + 1L AS a, 1 + 1.5 AS b, 1.5 + 2.25 AS c, 1 / 2 AS d, 1.0 / 3 AS e, 7 % 2 AS f, '1' + 1 AS g, 5 DIV 2 AS h, 1 + NULL AS i`,
    'a bigint',
    'b decimal(3,1)?',
    'c decimal(4,2)?',
    'd double?',
    'e decimal(7,6)?',
    'f int?',
    'g double?',
    'h bigint?',
    'i int?',
  );
});

test('comparisons are null where a side is, or where a text cannot be read', () => {
  checkColumns(
    `SELECT store_id = 1 AS a, 1 = 2 AS b, 1 = '1' AS c, city <=> NULL AS d, 1 BETWEEN 0 AND 2 AS e, 1 IN (1, 2) AS f, 'a' LIKE 'b' AS g, city IS NULL AS h FROM stores`,
    'a boolean?',
    'b boolean',
    'c boolean?',
    'd boolean',
    'e boolean',
    'f boolean',
    'g boolean',
    'h boolean',
  );
});

test('dates, times and intervals', () => {
  checkColumns(
    'SELECT opened + 1 AS a, opened - opened AS b, opened + INTERVAL 1 MONTH AS c, opened + INTERVAL 1 HOUR AS d, timestamp - INTERVAL 1 DAY AS e, timestamp - timestamp AS f, INTERVAL 1 DAY * 2 AS g FROM stores, web_events',
    'a date?',
    'b interval day?',
    'c date?',
    'd timestamp?',
    'e timestamp?',
    'f interval day to second?',
    'g interval day to second',
  );
});

test('texts and arrays are joined', () => {
  checkColumns(
    `SELECT city || 'x' AS a, 'x' || 1 AS b, array(1) || array(2.5) AS c FROM stores`,
    'a string?',
    'b string',
    'c array<decimal(11,1)>',
  );
});

test('signs and bits', () => {
  checkColumns(
    `SELECT NOT true AS a, -store_id AS b, -'1' AS c, ~1 AS d, 5 & 7L AS e FROM stores`,
    'a boolean',
    'b int?',
    'c double?',
    'd int',
    'e bigint',
  );
});

test('choices widen to one type', () => {
  checkColumns(
    `SELECT CASE WHEN true THEN 1 ELSE 2.5 END AS a, CASE WHEN true THEN 1 END AS b, coalesce(store_id, 0) AS c, if(true, 'a', 1) AS d, nullif(1, 0) AS e, greatest(1, 2L) AS f, array(1, '2') AS g FROM stores`,
    'a decimal(11,1)',
    'b int?',
    'c int',
    'd string',
    'e int?',
    'f bigint',
    'g array<string>',
  );
});

test('casts are null where they may fail', () => {
  checkColumns(
    `SELECT cast('1' AS int) AS a, cast(1 AS string) AS b, cast(1 AS bigint) AS c, try_cast(1 AS int) AS d, 'x'::date AS e, cast(1.5 AS decimal(1,0)) AS f`,
    'a int?',
    'b string',
    'c bigint',
    'd int?',
    'e date?',
    'f decimal(1,0)?',
  );
});
