import { test } from 'vitest';
import { checkColumns } from '../support/checkColumns';

test('names come from the first query, types from both', () => {
  checkColumns(
    'SELECT store_id, city FROM stores UNION ALL SELECT 1.5, opened FROM stores',
    'store_id decimal(11,1)?',
    'city string?',
  );
  checkColumns(`SELECT 1 AS a, 'x' AS b UNION SELECT store_id, NULL FROM stores`, 'a int?', 'b string?');
});

test('in a subquery, in brackets, with VALUES', () => {
  checkColumns('SELECT a FROM (SELECT 1 AS a INTERSECT SELECT 2L AS b)', 'a bigint');
  checkColumns('(SELECT 1 AS x) UNION ALL VALUES (2L)', 'x bigint');
});

test('structs widen field by field', () => {
  checkColumns('SELECT struct(1 AS a) AS s UNION ALL SELECT struct(2.5 AS a)', 's struct<a:decimal(11,1)>');
});
