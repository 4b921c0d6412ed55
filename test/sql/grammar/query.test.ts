import { describe, test } from 'vitest';
import { checkForm } from '../../support/checkForms';

describe('select', () => {
  test.each([
    ['SELECT 1'],
    ['SELECT cast(NULL AS string) c WHERE false', 'WhereClause WHERE false'],
    ['SELECT ALL a, b AS c, d e FROM t', 'Alias AS c', 'Alias e'],
    ['SELECT DISTINCT a FROM t'],
    ['SELECT DISTINCT ON (a) a, b FROM t'],
    ['SELECT *, t.*, s.t.* FROM t', 'Star *', 'Star t.*', 'Star s.t.*'],
    ['SELECT * EXCEPT (a, b) FROM t', 'ColumnList (a, b)'],
    ['SELECT a AS "space column" FROM t', 'Alias AS "space column"'],
    ['SELECT inline(items) AS (x, y) FROM t', 'Alias AS (x, y)'],
    ['SELECT /*+ BROADCAST(t) */ a FROM t', 'SelectClause SELECT /*+ BROADCAST(t) */ a'],
    ['SELECT a INTO TEMP TABLE copy FROM t', 'IntoClause INTO TEMP TABLE copy'],
    ['SELECT a INTO UNLOGGED copy FROM t', 'IntoClause INTO UNLOGGED copy'],
    ['FROM t SELECT a WHERE b', 'FromClause FROM t', 'WhereClause WHERE b'],
    ['SELECT a FROM t WHERE 1=0', 'WhereClause WHERE 1=0'],
    ['SELECT a FROM t HAVING max(b) > 1', 'HavingClause HAVING max(b) > 1'],
    [
      'SELECT a FROM t QUALIFY rank() OVER (ORDER BY b) = 1',
      'QualifyClause QUALIFY rank() OVER (ORDER BY b) = 1',
    ],
    ['SELECT a FROM t WITHAPPROXIMATE'],
  ])('%s', (sql, ...nodes) => checkForm(sql, ...nodes));
});

describe('grouping', () => {
  test.each([
    ['SELECT a FROM t GROUP BY 1, b, upper(c)', 'GroupByClause GROUP BY 1, b, upper(c)'],
    ['SELECT a FROM t GROUP BY ()', 'Tuple ()'],
    ['SELECT a FROM t GROUP BY ALL'],
    [
      'SELECT a FROM t GROUP BY (a, b), ROLLUP (c), CUBE (d, e)',
      'GroupingSets ROLLUP (c)',
      'GroupingSets CUBE (d, e)',
    ],
    ['SELECT a FROM t GROUP BY GROUPING SETS ((a, b), a, ())', 'GroupingSets GROUPING SETS ((a, b), a, ())'],
    ['SELECT a FROM t GROUP BY a WITH ROLLUP'],
    ['SELECT a FROM t GROUP BY a WITH CUBE'],
    ['SELECT a FROM t GROUP BY a, b GROUPING SETS (a, b)', 'GroupingSets GROUPING SETS (a, b)'],
  ])('%s', (sql, ...nodes) => checkForm(sql, ...nodes));
});

describe('order and limits', () => {
  test.each([
    ['SELECT a FROM t ORDER BY a', 'SortItem a'],
    [
      'SELECT a FROM t ORDER BY a ASC NULLS FIRST, 2 DESC NULLS LAST',
      'SortItem a ASC NULLS FIRST',
      'SortItem 2 DESC NULLS LAST',
    ],
    ['SELECT a FROM t ORDER BY a USING <', 'SortItem a USING <'],
    ['SELECT a FROM t DISTRIBUTE BY a SORT BY b', 'ClusterClause DISTRIBUTE BY a', 'ClusterClause SORT BY b'],
    ['SELECT a FROM t CLUSTER BY a', 'ClusterClause CLUSTER BY a'],
    ['SELECT a FROM t LIMIT 10 OFFSET 5', 'LimitClause LIMIT 10', 'OffsetClause OFFSET 5'],
    ['SELECT a FROM t LIMIT ALL', 'LimitClause LIMIT ALL'],
    [
      'SELECT a FROM t OFFSET 5 ROWS FETCH FIRST 3 ROWS ONLY',
      'OffsetClause OFFSET 5 ROWS',
      'LimitClause FETCH FIRST 3 ROWS ONLY',
    ],
  ])('%s', (sql, ...nodes) => checkForm(sql, ...nodes));
});

describe('several queries', () => {
  test.each([
    [
      'WITH a AS (SELECT 1), b (x, y) AS (VALUES (1, 2)) SELECT * FROM a, b',
      'CommonTable a AS (SELECT 1)',
      'CommonTable b (x, y) AS (VALUES (1, 2))',
    ],
    ['WITH RECURSIVE a AS (SELECT 1) SELECT * FROM a', 'CommonTable a AS (SELECT 1)'],
    ['SELECT 1 UNION SELECT 2', 'SetOperation SELECT 1 UNION SELECT 2'],
    [
      'SELECT 1 UNION ALL SELECT 2 EXCEPT DISTINCT SELECT 3',
      'SetOperation SELECT 1 UNION ALL SELECT 2 EXCEPT DISTINCT SELECT 3',
      'SetOperation SELECT 1 UNION ALL SELECT 2',
    ],
    [
      'SELECT 1 UNION SELECT 2 INTERSECT SELECT 3',
      'SetOperation SELECT 1 UNION SELECT 2 INTERSECT SELECT 3',
      'SetOperation SELECT 2 INTERSECT SELECT 3',
    ],
    ['SELECT 1 MINUS SELECT 2', 'SetOperation SELECT 1 MINUS SELECT 2'],
    [
      '(SELECT 1) UNION (SELECT 2 LIMIT 1) ORDER BY 1',
      'ParenQuery (SELECT 1)',
      'ParenQuery (SELECT 2 LIMIT 1)',
      'OrderByClause ORDER BY 1',
    ],
    ["VALUES (1, 'a'), (2, 'b')", "Values VALUES (1, 'a'), (2, 'b')"],
    ['TABLE t', 'TableQuery TABLE t'],
  ])('%s', (sql, ...nodes) => checkForm(sql, ...nodes));
});
