import { test } from 'vitest';
import { checkColumns } from '../support/checkColumns';

test('the side that may be missing may be null', () => {
  checkColumns(
    'SELECT a.x, b.y FROM (SELECT 1 AS x) a LEFT JOIN (SELECT 2 AS y) b ON true',
    'x int',
    'y int?',
  );
  checkColumns(
    'SELECT a.x, b.y FROM (SELECT 1 AS x) a RIGHT JOIN (SELECT 2 AS y) b ON true',
    'x int?',
    'y int',
  );
  checkColumns(
    'SELECT a.x, b.y FROM (SELECT 1 AS x) a FULL JOIN (SELECT 2 AS y) b ON true',
    'x int?',
    'y int?',
  );
});

test('inner joins leave it as it is, also before an outer join', () => {
  checkColumns(
    'SELECT a.x, c.z FROM (SELECT 1 AS x) a JOIN (SELECT 2 AS y) b ON true LEFT JOIN (SELECT 3 AS z) c ON true',
    'x int',
    'z int?',
  );
});

test('the common column of a full join', () => {
  checkColumns(
    'SELECT x, a.x, b.x FROM (SELECT 1 AS x) a FULL JOIN (SELECT 2 AS x) b USING (x)',
    'x int?',
    'x int?',
    'x int?',
  );
});

test('semi joins give the left rows', () => {
  checkColumns('SELECT * FROM (SELECT 1 AS x) a LEFT SEMI JOIN (SELECT 2 AS y) b ON a.x = b.y', 'x int');
});
