import { expect, test } from 'vitest';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox({ events: 500 });

/** One expression a line, `=>` and its text over the wire as Spark has it; null is the SQL null. */
async function checkExpressions(lines: string): Promise<void> {
  const cases = lines
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+=>\s+/) as [string, string]);
  const client = await sandbox.connect();
  const found: string[] = [];
  for (const [expression] of cases) {
    const { rows } = await client
      .query({ text: `SELECT ${expression} AS x`, rowMode: 'array' })
      .catch((error: unknown) => ({
        rows: [[String(error)]],
      }));
    found.push(`${expression} => ${String((rows[0] as unknown[])[0])}`);
  }
  await client.end();
  expect(found).toEqual(cases.map(([expression, expected]) => `${expression} => ${expected}`));
}

test('numbers', () =>
  checkExpressions(`
    4 / 2 => 2.0
    7 / 2 => 3.5
    7 DIV 2 => 3
    7 DIV 1.5BD => 4
    10.00BD / 3.00BD => 3.333333
    2147483647 + 1 => -2147483648
    -7 DIV 2 => -3
    -7 % 3 => -1
    1 / 0 => null
    1.5 / 0 => null
    5 % 0 => null
    5 ^ 3 => 6
    6 & 3 => 2
    10L => 10
    1.5BD + 1 => 2.5
    2Y => 2
    1e3 => 1000.0
    ceil(1.2) => 2
    floor(-1.2) => -2
    round(2.5) => 3
    pmod(-7, 3) => 2
    pmod(7, -3) => 1
    sqrt(NULL) => null
    acos(NULL) => null
    sqrt(-1) => NaN
    ln(0) => null
    greatest(1, NULL, 3) => 3
    round(1.005D, 2) => 1.01
    bround(2.5D, 0) => 2.0
    round(127Y, -1) => -126
    ceil(-1.25, 1) => -1.2
    floor(125, -1) => 120
    abs(-2147483648) => -2147483648
    -(-9223372036854775808L) => -9223372036854775808
    cot(0) => Infinity
    NULL DIV 2 => null
    NULL BETWEEN '2024-01-01' AND DATE '2024-01-31' => null
    CAST(1e10 AS double) => 1.0E10
    CAST(12345678.9 AS double) => 1.23456789E7
    CAST(0.00012 AS double) => 1.2E-4
  `));

test('what is asked of the engine', () =>
  checkExpressions(`
    current_database() => default
    version() => Query Service 0.1.0
    spark_partition_id() => 0
    current_user() = user() => t
    assert_true(1 < 2) => null
    bitmap_bit_position(32769) => 0
    bitmap_bucket_number(32769) => 2
    bitmap_count(X'FF0F') => 12
  `));

test('windows of time are grouped by, and rows without a time are in none', async () => {
  const events = `VALUES
    ('a', TIMESTAMP '2024-01-01 00:01:00'), ('a', TIMESTAMP '2024-01-01 00:04:00'),
    ('b', TIMESTAMP '2024-01-01 00:11:00'), ('b', NULL) AS t(id, at)`;
  const { rows, fields } = await sandbox.query(
    `SELECT window.start, window.end, count(*) AS n FROM ${events} WHERE id = 'a' OR id = 'b'
     GROUP BY window(at, '5 minutes') ORDER BY window.start`,
  );
  expect(fields.map(({ name }) => name)).toEqual(['start', 'end', 'n']);
  expect(rows).toEqual([
    ['2024-01-01 00:00:00.0', '2024-01-01 00:05:00.0', '2'],
    ['2024-01-01 00:10:00.0', '2024-01-01 00:15:00.0', '1'],
  ]);
});

test('grouping_id() is about all that GROUP BY names, bitmaps and sketches are counted', async () => {
  const source = `VALUES ('a', 1), ('a', 2), ('b', 2) AS t(g, n)`;
  const { rows } = await sandbox.query(
    `SELECT g, n, grouping_id() AS id FROM ${source} GROUP BY ROLLUP (g, n) ORDER BY id, g, n`,
  );
  expect(rows).toEqual([
    ['a', '1', '0'],
    ['a', '2', '0'],
    ['b', '2', '0'],
    ['a', null, '1'],
    ['b', null, '1'],
    [null, null, '3'],
  ]);
  const counts = await sandbox.query(
    `SELECT bitmap_count(bitmap_construct_agg(bitmap_bit_position(n))),
       hll_sketch_estimate(hll_sketch_agg(g)) FROM ${source}`,
  );
  expect(counts.rows).toEqual([['2', '2']]);
});

test('casts of nested values go by place', () =>
  checkExpressions(`
    CAST(named_struct('a', 1, 'b', 'x') AS struct<p: string, q: string>) => (1,x)
    CAST(array(1.7D, -2.5D) AS array<int>) => {1,-2}
    CAST(array('1', 'x', NULL) AS array<int>) => {1,NULL,NULL}
    CAST(map(1, '2.5') AS map<string, double>) => [1 -> 2.5]
    CAST(array(struct(1 AS a)) AS array<struct<b: bigint>>) => {(1)}
  `));

test('intervals', () =>
  checkExpressions(`
    DATE '2024-03-01' - DATE '2024-01-01' => INTERVAL '60' DAY
    TIMESTAMP '2024-01-01 00:00:00' - DATE '2024-01-02' => INTERVAL '-1 00:00:00' DAY TO SECOND
    INTERVAL '1 02:03:04.5' DAY TO SECOND => INTERVAL '1 02:03:04.5' DAY TO SECOND
    INTERVAL 1 DAY 2 HOURS => INTERVAL '1 02' DAY TO HOUR
    INTERVAL '-1-2' YEAR TO MONTH => INTERVAL '-1-2' YEAR TO MONTH
    INTERVAL 3 DAY / 2 => INTERVAL '1 12:00:00' DAY TO SECOND
    INTERVAL 1 MONTH / 2 => INTERVAL '0-1' YEAR TO MONTH
    concat('x', INTERVAL 1 DAY) => xINTERVAL '1' DAY
    CAST(INTERVAL 90 SECOND AS string) => INTERVAL '90' SECOND
    NULL + INTERVAL 1 MONTH => null
    '2024-01-31' + INTERVAL 1 DAY => 2024-02-01 00:00:00
    make_interval(1, 2, 3, 4, 5, 6, 7.5) => 1 years 2 months 25 days 5 hours 6 minutes 7.5 seconds
    make_dt_interval(1, 2, 3, -4.5) => INTERVAL '1 02:02:55.5' DAY TO SECOND
    from_utc_timestamp(TIMESTAMP '2024-07-01 12:00:00', '+02:00') => 2024-07-01 14:00:00.0
    to_utc_timestamp(TIMESTAMP '2024-07-01 12:00:00', 'PST') => 2024-07-01 19:00:00.0
    make_ym_interval(0, 25) => INTERVAL '2-1' YEAR TO MONTH
    DATE '2024-01-01' + make_ym_interval(1, 1) => 2025-02-01
  `));

test('casts', () =>
  checkExpressions(`
    CAST('abc' AS int) => null
    CAST('12.7' AS int) => 12
    CAST(' 12 ' AS int) => 12
    CAST(1.9 AS int) => 1
    CAST(-1.9 AS int) => -1
    CAST(CAST(1.9 AS double) AS bigint) => 1
    CAST(CAST(1e30 AS double) AS int) => 2147483647
    CAST('3000000000' AS int) => null
    CAST(300 AS tinyint) => 44
    CAST(70000 AS smallint) => 4464
    CAST(5000000000 AS int) => 705032704
    CAST(1.005D AS decimal(5,2)) => 1.01
    CAST(true AS decimal(3,1)) => 1.0
    CAST('2024-02' AS date) => 2024-02-01
    CAST('2024' AS date) => 2024-01-01
    CAST('2024-02-03T04:05:06Z' AS timestamp) => 2024-02-03 04:05:06.0
    CAST('2024-02-03T04:05:06+02:00' AS timestamp) => 2024-02-03 02:05:06.0
    CAST('junk' AS timestamp) => null
    CAST(0 AS timestamp) => 1970-01-01 00:00:00.0
    CAST(1.5 AS string) => 1.5
    CAST(CAST(1e20 AS double) AS string) => 1.0E20
    CAST(CAST(12345678.9 AS double) AS string) => 1.23456789E7
    CAST(CAST(0.00012 AS double) AS string) => 1.2E-4
    CAST(true AS string) => true
    CAST('yes' AS boolean) => t
    CAST('maybe' AS boolean) => null
    '5'::bigint + 1 => 6
    bigint('7') => 7
    string(7) => 7
    CAST(1 AS decimal(10,2)) => 1.00
  `));

test('texts', () =>
  checkExpressions(`
    'a' || NULL => null
    concat('a', NULL, 'b') => null
    concat('a', 1, 'b') => a1b
    concat_ws('-', 'a', NULL, 'b') => a-b
    substring('abc', 0, 2) => ab
    substring('abc', -2) => bc
    'it''s' => it's
    'a' 'b' => ab
    'tab\\tstop' => tab	stop
    'a_c' LIKE 'a\\_c' => t
    'abc' LIKE 'a\\_c' => f
    'abc' RLIKE '^a.c$' => t
    'abc' NOT RLIKE '^x' => t
    'ABC' ILIKE 'a%' => t
    regexp_replace('a1b2', '([0-9])', '<$1>') => a<1>b<2>
    regexp_extract('key=value', '(\\\\w+)=(\\\\w+)', 2) => value
    size(split('a,b,,', ',')) => 4
    initcap('hello wORLD') => Hello World
    substring_index('a.b.c', '.', 2) => a.b
    substring_index('a.b.c', '.', -2) => b.c
    locate('b', 'abc') => 2
    trim('  x ') => x
    lpad('7', 3, '0') => 007
    left('hello', -1) || '.' => .
    concat_ws(',', array('a', NULL, 'b'), 'c') => a,b,c
    upper('äß') => ÄSS
    substring_index('a.b', NULL, 2) => null
    split('a1b', NULL) => null
  `));

test('conditions', () =>
  checkExpressions(`
    1 == 1 => t
    1 <> 1 => f
    NULL <=> NULL => t
    !(1 = 2) => t
    if(1 > 2, 'a', 'b') => b
    nvl(NULL, 2) => 2
    nvl2(NULL, 1, 2) => 2
    isnull(NULL) => t
    2 BETWEEN 1 AND 3 => t
    CASE WHEN CAST(NULL AS boolean) THEN 1 ELSE 2 END => 2
  `));

test('dates and times', () =>
  checkExpressions(`
    DATE '2024-01-31' + 1 => 2024-02-01
    date_add('2024-01-31', 1) => 2024-02-01
    datediff('2024-03-01', '2024-02-01') => 29
    add_months(DATE '2024-01-31', 1) => 2024-02-29
    months_between('2024-03-15', '2024-01-31') => 1.48387097
    months_between('2024-03-31', '2024-02-29') => 1.0
    trunc(DATE '2024-05-17', 'MM') => 2024-05-01
    date_trunc('hour', TIMESTAMP '2024-05-17 10:20:30') => 2024-05-17 10:00:00.0
    date_format(TIMESTAMP '2024-05-17 10:20:30', 'EEEE dd.MM.yyyy HH:mm') => Friday 17.05.2024 10:20
    to_date('17/05/2024', 'dd/MM/yyyy') => 2024-05-17
    unix_timestamp(TIMESTAMP '1970-01-01 00:01:00') => 60
    from_unixtime(60) => 1970-01-01 00:01:00
    dayofweek(DATE '2024-05-17') => 6
    extract(YEAR FROM DATE '2024-05-17') => 2024
    TIMESTAMP '2024-05-17 10:20:30' + INTERVAL 2 HOURS => 2024-05-17 12:20:30.0
  `));

test('nested values', () =>
  checkExpressions(`
    array(1, 2, 3)[0] => 1
    array(1, 2, 3)[5] => null
    array(1, 2, 3)[-1] => null
    map('a', 1)['a'] => 1
    map('a', 1)['b'] => null
    element_at(array(1, 2), -1) => 2
    struct(1 AS a, 'x' AS b) => (1,x)
    named_struct('a', 1, 'b', NULL) => (1,NULL)
    struct(struct(1, 2) AS s, true AS t) => ("(1,2)",t)
    array(struct('A', 1), struct('B', 2)) => {(A,1),(B,2)}
    map('AAID', array(struct('id', true))) => [AAID -> "{(id,t)}"]
    size(array(1, 2)) => 2
    size(NULL) => -1
    array_contains(array(1, 2), 2) => t
    transform(array(1, 2), x -> x + 1) => {2,3}
    filter(array(1, 2, 3), x -> x > 1) => {2,3}
    exists(array(1, 2), x -> x = 2) => t
    array_join(array('a', NULL, 'b'), '-') => a-b
    array_join(array('a', NULL, 'b'), upper('x'), 'none') => aXnoneXb
    array_contains(array(1, NULL), 2) => null
    array_position(array(1, NULL), NULL) => null
    exists(array(1, NULL), x -> x > 2) => null
    forall(array(1, NULL), x -> x > 0) => null
    flatten(array(array(1), NULL)) => null
    transform(array(5, 6), (x, k) -> x * k) => {0,6}
    aggregate(array(1, 2), 0D, (sum, x) -> sum + x, sum -> sum * 10) => 30.0
    zip_with(array(1, 2), array(10), (x, y) -> (x, y)) => {(1,10),(2,NULL)}
    transform_values(map('a', 1), (k, v) -> concat(k, v)) => [a -> a1]
    map_zip_with(map('a', 1), map('b', 2), (k, x, y) -> coalesce(x, y)) => [a -> 1, b -> 2]
    arrays_zip(array(1, 2), array('a')) => {(1,a),(2,NULL)}
    array_sort(array('bb', 'a', 'cc'), (x, y) -> length(y) - length(x)) => {bb,cc,a}
    sort_array(array(struct(1, NULL), struct(1, 2), struct(NULL, 3))) => {(NULL,3),(1,NULL),(1,2)}
    struct(1, CAST(NULL AS int)) < struct(1, 2) => t
    greatest(array(1, NULL), array(1)) => {1,NULL}
    sequence(DATE '2024-01-31', DATE '2024-03-31', INTERVAL 1 MONTH) => {2024-01-31,2024-02-29,2024-03-31}
    slice(array(1, 2, 3), -2, 2) => {2,3}
    map_from_entries(array(struct('a', 1), NULL)) => null
    array((1, 'a'), (2, 'b')) => {(1,a),(2,b)}
  `));

test.each([
  'element_at(array(1), 0)',
  'slice(array(1), 0, 1)',
  'sequence(1, 10, -3)',
  "map_concat(map('a', 1), map('a', 2))",
])('%s is an error', async (expression) => {
  await expect(sandbox.query(`SELECT ${expression}`)).rejects.toMatchObject({ code: '58000' });
});

test('nested values are ordered with their nulls first', async () => {
  const source = `(SELECT struct(a, b) AS s, b FROM VALUES (1, NULL), (1, 2), (NULL, 3) AS t(a, b))`;
  const { rows } = await sandbox.query(`SELECT s FROM ${source} ORDER BY s DESC`);
  expect(rows).toEqual([['(1,2)'], ['(1,NULL)'], ['(NULL,3)']]);
  const largest = await sandbox.query(`SELECT max(s), min(s), max_by(b, s), min_by(s, b) FROM ${source}`);
  expect(largest.rows).toEqual([['(1,2)', '(NULL,3)', '2', '(1,2)']]);
});

test('rows are ordered USING an operator of PostgreSQL', async () => {
  const ordered = async (using: string) =>
    (
      await sandbox.query(`SELECT x FROM VALUES (1), (NULL), (2) AS t(x) ORDER BY x USING ${using}`)
    ).rows.flat();
  expect(await ordered('<')).toEqual([null, '1', '2']);
  expect(await ordered('>')).toEqual(['2', '1', null]);
  expect(await ordered('> NULLS FIRST')).toEqual([null, '2', '1']);
});

test('a function that the sandbox cannot run as Spark does is refused by its name', async () => {
  await expect(sandbox.query(`SELECT reflect('java.util.UUID', 'randomUUID')`)).rejects.toMatchObject({
    code: '0A000',
    message: 'ErrorCode: 0A000 Feature not supported [function reflect]',
    position: '8',
  });
});

test('times and texts', () =>
  checkExpressions(`
    date_format(TIMESTAMP '2024-01-05 13:04:05', 'Q') => 1
    date_format(TIMESTAMP '2024-01-05 13:04:05', concat('yyyy', '/MM')) => 2024/01
    to_timestamp('22:11', 'HH:mm') => 1970-01-01 22:11:00.0
    to_date('29.02.2024', 'dd.MM.yyyy') => 2024-02-29
    to_date('31.02.2024', 'dd.MM.yyyy') => null
    unix_timestamp('2024-02-29 10:11', 'yyyy-MM-dd HH:mm') => 1709201460
    from_unixtime(0, 'QQQ yyyy') => Q1 1970
    try_to_timestamp('x') => null
    to_timestamp_ntz('2024-02-29 10:11:12') => 2024-02-29 10:11:12.0
    date_trunc('nonsense', TIMESTAMP '2024-05-15 10:20:30') => null
    date_trunc(concat('mo', 'n'), TIMESTAMP '2024-05-15 10:20:30') => 2024-05-01 00:00:00.0
    trunc(DATE '2024-05-15', 'DAY') => null
  `));

test.each([
  `to_timestamp('2024-01-01 CET', 'yyyy-MM-dd z')`,
  `window(now(), '1 day', '1 hour')`,
  'hll_sketch_agg(1)',
])('%s is refused rather than answered otherwise', async (expression) => {
  await expect(sandbox.query(`SELECT ${expression}`)).rejects.toMatchObject({ code: '0A000' });
});

test('a function that there is nowhere is an analysis error', async () => {
  await expect(sandbox.query('SELECT varchar(1)')).rejects.toMatchObject({
    code: '58000',
    message: expect.stringContaining('Function [varchar] not defined.') as string,
    position: '8',
  });
});
