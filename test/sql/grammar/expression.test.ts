import { describe, test } from 'vitest';
import { checkForm } from '../../support/checkForms';

describe('paths', () => {
  test.each([
    ['SELECT a.b.c', 'Path a.b.c'],
    ['SELECT commerce.`order`.purchaseID', 'Path commerce.`order`.purchaseID'],
    [
      'SELECT commerce.`30_day_value`, commerce.30_day_value',
      'Path commerce.`30_day_value`',
      'Path commerce.30_day_value',
    ],
    ["SELECT commerce['order']", "Index commerce['order']", 'Path commerce'],
    [
      "SELECT identityMap['ECID'][0].id",
      "FieldAccess identityMap['ECID'][0].id",
      "Index identityMap['ECID'][0]",
      "Index identityMap['ECID']",
    ],
    ['SELECT items.price[0], items[0].SKU', 'Index items.price[0]', 'Index items[0]'],
    ['SELECT "commerce.order.priceTotal" FROM t', 'Path "commerce.order.priceTotal"'],
    ['SELECT f(a).value', 'FieldAccess f(a).value'],
  ])('%s', (sql, ...nodes) => checkForm(sql, ...nodes));
});

describe('operators', () => {
  test.each([
    ['SELECT a + b * c', 'Binary a + b * c', 'Binary b * c'],
    ['SELECT a - b - c', 'Binary a - b - c', 'Binary a - b'],
    ['SELECT a OR b AND NOT c', 'Binary a OR b AND NOT c', 'Binary b AND NOT c', 'Unary NOT c'],
    [
      'SELECT a == b, a <> c, a != d, a <=> e',
      'Binary a == b',
      'Binary a <> c',
      'Binary a != d',
      'Binary a <=> e',
    ],
    ['SELECT a & b | c ^ ~ d', 'Binary a & b | c ^ ~ d', 'Binary a & b', 'Binary c ^ ~ d', 'Unary ~ d'],
    ["SELECT a || 'x' || b", "Binary a || 'x' || b", "Binary a || 'x'"],
    ['SELECT a DIV b % c', 'Binary a DIV b % c', 'Binary a DIV b'],
    ['SELECT - a, + b, ! c', 'Unary - a', 'Unary + b', 'Unary ! c'],
    [
      'SELECT a BETWEEN 1 AND 2 AND b NOT BETWEEN 3 AND 4',
      'Between a BETWEEN 1 AND 2',
      'Between b NOT BETWEEN 3 AND 4',
    ],
    [
      'SELECT a IN (1, 2), b NOT IN (SELECT 1), (c, d) IN ((1, 2))',
      'In a IN (1, 2)',
      'In b NOT IN (SELECT 1)',
      'In (c, d) IN ((1, 2))',
    ],
    ["SELECT a LIKE 'x%' ESCAPE '/', b NOT ILIKE 'y'", "Like a LIKE 'x%' ESCAPE '/'", "Like b NOT ILIKE 'y'"],
    ["SELECT a LIKE ANY ('x', 'y'), b LIKE ALL ('z')", "Tuple ('x', 'y')", "Tuple ('z')"],
    ["SELECT a RLIKE '^x', b REGEXP 'y'", "Like a RLIKE '^x'", "Like b REGEXP 'y'"],
    [
      "SELECT a ~~ 'x', b !~~ 'y', c ~~* 'z', d !~~* 'w'",
      "Like a ~~ 'x'",
      "Like b !~~ 'y'",
      "Like c ~~* 'z'",
      "Like d !~~* 'w'",
    ],
    ['SELECT a IS NULL, b IS NOT TRUE', 'IsTest a IS NULL', 'IsTest b IS NOT TRUE'],
    ['SELECT a IS DISTINCT FROM b', 'IsDistinctFrom a IS DISTINCT FROM b'],
    ['SELECT EXISTS (SELECT 1), a = ANY (SELECT 1)', 'Exists EXISTS (SELECT 1)', 'Subquery ANY (SELECT 1)'],
    ['SELECT (SELECT 1) + 1', 'Subquery (SELECT 1)'],
    ['SELECT CASE a WHEN 1 THEN b ELSE c END', 'When WHEN 1 THEN b', 'Else ELSE c'],
    ['SELECT CASE WHEN a THEN b WHEN c THEN d END', 'When WHEN a THEN b', 'When WHEN c THEN d'],
  ])('%s', (sql, ...nodes) => checkForm(sql, ...nodes));
});

describe('values', () => {
  test.each([
    [
      'SELECT 1, 1.5, .5, 1e3, 10L, 1S, 1Y, 1.5D, 1.5F, 1BD',
      'Literal 1',
      'Literal 1.5',
      'Literal .5',
      'Literal 1e3',
      'Literal 10L',
      'Literal 1S',
      'Literal 1Y',
      'Literal 1.5D',
      'Literal 1.5F',
      'Literal 1BD',
    ],
    [
      "SELECT 'it''s', 'a' 'b', r'\\d', X'1F'",
      "Literal 'it''s'",
      "Literal 'a' 'b'",
      "Literal r'\\d'",
      "Literal X'1F'",
    ],
    ['SELECT TRUE, FALSE, NULL', 'Literal TRUE', 'Literal FALSE', 'Literal NULL'],
    [
      "SELECT DATE '2024-02-29', TIMESTAMP '2024-01-01 12:00:00'",
      "Literal DATE '2024-02-29'",
      "Literal TIMESTAMP '2024-01-01 12:00:00'",
    ],
    ["SELECT INTERVAL 1 DAY, INTERVAL '2 hours'", 'Interval INTERVAL 1 DAY', "Interval INTERVAL '2 hours'"],
    [
      "SELECT INTERVAL '1-2' YEAR TO MONTH, INTERVAL -1 WEEK, INTERVAL 1 DAY 2 HOURS",
      "Interval INTERVAL '1-2' YEAR TO MONTH",
      'Interval INTERVAL -1 WEEK',
      'Interval INTERVAL 1 DAY 2 HOURS',
    ],
    [
      'SELECT a::int, CAST(b AS decimal(10, 2)), TRY_CAST(c AS date)',
      'TypeName int',
      'TypeName decimal(10, 2)',
      'TypeName date',
    ],
    [
      'SELECT CAST(a AS array<struct<x: int, y: map<string, double>>>)',
      'StructField x: int',
      'StructField y: map<string, double>',
    ],
    [
      'SELECT CAST(a AS double precision), b::timestamp with time zone, c::text',
      'TypeName double precision',
      'TypeName timestamp with time zone',
      'TypeName text',
    ],
    ['SELECT $1, ?, @v, $p, #T', 'Parameter $1', 'Parameter ?', 'Variable @v', 'Parameter $p', 'Template #T'],
  ])('%s', (sql, ...nodes) => checkForm(sql, ...nodes));
});

describe('functions', () => {
  test.each([
    ['SELECT f(), g(a, b), db.h(c)', 'FunctionCall f()', 'FunctionCall g(a, b)', 'FunctionCall db.h(c)'],
    ['SELECT count(*), count(DISTINCT a, b), t.f', 'Arguments (*)', 'Arguments (DISTINCT a, b)'],
    [
      'SELECT transform(a, x -> x + 1), aggregate(a, 0, (s, x) -> s + x)',
      'Lambda x -> x + 1',
      'Lambda (s, x) -> s + x',
    ],
    [
      'SELECT struct(a AS b, c d) _tenant',
      'Projection struct(a AS b, c d) _tenant',
      'Projection a AS b',
      'Projection c d',
    ],
    ["SELECT mask(a, lowerChar => 'q')", "NamedArgument lowerChar => 'q'"],
    ['SELECT sum(a) FILTER (WHERE b)', 'FilterClause FILTER (WHERE b)'],
    ['SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY a)', 'WithinGroup WITHIN GROUP (ORDER BY a)'],
    [
      'SELECT last(a) IGNORE NULLS OVER w FROM t WINDOW w AS (ORDER BY b)',
      'OverClause OVER w',
      'NamedWindow w AS (ORDER BY b)',
    ],
    [
      'SELECT sum(a) OVER (PARTITION BY b, c ORDER BY d ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)',
      'PartitionByClause PARTITION BY b, c',
      'WindowFrame ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW',
      'FrameBound UNBOUNDED PRECEDING',
      'FrameBound CURRENT ROW',
    ],
    ['SELECT rank() OVER (ORDER BY a RANGE INTERVAL 1 DAY PRECEDING)', 'FrameBound INTERVAL 1 DAY PRECEDING'],
    [
      'SELECT next(a, 1, true) OVER (ORDER BY b ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING).value',
      'FieldAccess next(a, 1, true) OVER (ORDER BY b ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING).value',
    ],
    [
      "SELECT extract(YEAR FROM a), trim(BOTH ' ' FROM b), substring(c FROM 2 FOR 3), position('x' IN d), overlay(e PLACING 'y' FROM 1)",
    ],
    [
      'SELECT current_date, current_timestamp, CURRENT_USER',
      'FunctionCall current_date',
      'FunctionCall current_timestamp',
      'FunctionCall CURRENT_USER',
    ],
  ])('%s', (sql, ...nodes) => checkForm(sql, ...nodes));
});
