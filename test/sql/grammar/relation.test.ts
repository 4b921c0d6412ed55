import { describe, test } from 'vitest';
import { checkForm } from '../../support/checkForms';

describe('tables and joins', () => {
  test.each([
    ['SELECT * FROM t', 'TableRef t'],
    ['SELECT * FROM db.schema1.t AS x', 'TableRef db.schema1.t AS x', 'TableAlias AS x'],
    ['SELECT * FROM t x (a, b)', 'TableAlias x (a, b)'],
    ['SELECT * FROM t * AS x', 'TableRef t * AS x'],
    ['SELECT * FROM t, u', 'TableRef t', 'TableRef u'],
    ['SELECT * FROM t JOIN u ON t.k = u.k', 'Join t JOIN u ON t.k = u.k', 'OnClause ON t.k = u.k'],
    ['SELECT * FROM t LEFT OUTER JOIN u USING (a, b)', 'UsingClause USING (a, b)'],
    [
      'SELECT * FROM t RIGHT JOIN u ON a FULL OUTER JOIN v ON b',
      'Join t RIGHT JOIN u ON a FULL OUTER JOIN v ON b',
      'Join t RIGHT JOIN u ON a',
    ],
    ['SELECT * FROM t LEFT SEMI JOIN u ON a LEFT ANTI JOIN v ON b'],
    ['SELECT * FROM t SEMI JOIN u ON a ANTI JOIN v ON b'],
    ['SELECT * FROM t CROSS JOIN u INNER JOIN v ON a'],
    ['SELECT * FROM t NATURAL LEFT JOIN u'],
    ['SELECT * FROM (t JOIN u ON a) JOIN v ON b', 'ParenRelation (t JOIN u ON a)'],
  ])('%s', (sql, ...nodes) => checkForm(sql, ...nodes));
});

describe('what stands for a table', () => {
  test.each([
    ['SELECT * FROM (SELECT 1)', 'DerivedTable (SELECT 1)'],
    ['SELECT * FROM (SELECT 1) AS d (x)', 'DerivedTable (SELECT 1) AS d (x)'],
    ['SELECT * FROM t, LATERAL (SELECT t.a) d', 'DerivedTable LATERAL (SELECT t.a) d'],
    ['SELECT * FROM t, LATERAL explode(t.a) d', 'TableFunction LATERAL explode(t.a) d'],
    ['SELECT * FROM range(10) r', 'TableFunction range(10) r'],
    [
      "SELECT * FROM VALUES (1, 'a'), (2, 'b') AS v (x, y)",
      "InlineTable VALUES (1, 'a'), (2, 'b') AS v (x, y)",
    ],
    [
      'SELECT * FROM model_evaluate(m, 1, SELECT a, b FROM t)',
      'TableFunction model_evaluate(m, 1, SELECT a, b FROM t)',
      'TableRef t',
    ],
    [
      "SELECT snapshot_id FROM (SELECT history_meta('t')) WHERE is_current = true",
      "DerivedTable (SELECT history_meta('t'))",
    ],
    [
      'SELECT * FROM t LATERAL VIEW explode(items) v AS item',
      'LateralView LATERAL VIEW explode(items) v AS item',
    ],
    ['SELECT * FROM t LATERAL VIEW OUTER inline(items) v', 'LateralView LATERAL VIEW OUTER inline(items) v'],
    [
      'SELECT * FROM t PIVOT (sum(x) AS total FOR q IN (1 AS first, 2)) p',
      'Pivot t PIVOT (sum(x) AS total FOR q IN (1 AS first, 2)) p',
    ],
    [
      'SELECT * FROM t UNPIVOT EXCLUDE NULLS (v FOR k IN (a AS x, b))',
      'Unpivot t UNPIVOT EXCLUDE NULLS (v FOR k IN (a AS x, b))',
    ],
    ['SELECT * FROM t UNPIVOT ((v, w) FOR k IN ((a, b) AS x, (c, d)))', 'Tuple (a, b)', 'Tuple (c, d)'],
    [
      'SELECT * FROM t TABLESAMPLE (10 PERCENT) REPEATABLE (7) s',
      'SampleClause TABLESAMPLE (10 PERCENT) REPEATABLE (7)',
    ],
    ['SELECT * FROM t TABLESAMPLE (5 ROWS)', 'SampleClause TABLESAMPLE (5 ROWS)'],
    [
      'SELECT * FROM t TABLESAMPLE (BUCKET 1 OUT OF 4 ON rand())',
      'SampleClause TABLESAMPLE (BUCKET 1 OUT OF 4 ON rand())',
    ],
  ])('%s', (sql, ...nodes) => checkForm(sql, ...nodes));
});

describe('states of a table', () => {
  test.each([
    ['SELECT * FROM t SNAPSHOT SINCE 12', 'SnapshotClause SNAPSHOT SINCE 12'],
    ['SELECT * FROM t SNAPSHOT AS OF 345', 'SnapshotClause SNAPSHOT AS OF 345'],
    ['SELECT * FROM t SNAPSHOT BETWEEN 1 AND 2', 'SnapshotClause SNAPSHOT BETWEEN 1 AND 2'],
    ["SELECT * FROM t SNAPSHOT BETWEEN 'HEAD' AND 2", "SnapshotClause SNAPSHOT BETWEEN 'HEAD' AND 2"],
    ["SELECT * FROM t SNAPSHOT BETWEEN 2 AND 'TAIL'", "SnapshotClause SNAPSHOT BETWEEN 2 AND 'TAIL'"],
    ['SELECT * FROM t SNAPSHOT BETWEEN @a AND @b', 'SnapshotClause SNAPSHOT BETWEEN @a AND @b'],
    [
      'SELECT * FROM t SNAPSHOT SINCE 1 a JOIN u SNAPSHOT AS OF 2 b ON a.k = b.k',
      'SnapshotClause SNAPSHOT SINCE 1',
      'SnapshotClause SNAPSHOT AS OF 2',
    ],
    ['SELECT * FROM t x SNAPSHOT SINCE 1', 'TableRef t x SNAPSHOT SINCE 1'],
    ["SELECT * FROM t TIMESTAMP AS OF '2024-01-01'", "TimeTravel TIMESTAMP AS OF '2024-01-01'"],
    ['SELECT * FROM t FOR VERSION AS OF 3', 'TimeTravel FOR VERSION AS OF 3'],
  ])('%s', (sql, ...nodes) => checkForm(sql, ...nodes));
});
