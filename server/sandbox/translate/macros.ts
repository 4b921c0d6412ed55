import type { DuckDBConnection } from '@duckdb/node-api';
import { unsupportedError } from './functions/userError';

/**
 * Spark's functions that DuckDB lacks or means otherwise, as macros in the schema `spark`. DuckDB knows `typeof` of an
 * argument when it plans and drops the branches for other types; a TRY_CAST that cannot be is null, not an error, so
 * every branch can be planned for every type. A macro stands behind those that it uses.
 */
const macros: Readonly<Record<string, string>> = {
  'array_join(items, delimiter)': `CASE
    WHEN delimiter IS NOT NULL THEN array_to_string(list_filter(items, lambda item: item IS NOT NULL), delimiter) END`,
  'to_bigint(x)': `CASE
    WHEN typeof(x) IN ('TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'HUGEINT') THEN TRY_CAST(x AS BIGINT)
    WHEN typeof(x) IN ('DOUBLE', 'FLOAT') THEN ${saturated('BIGINT', '-9223372036854775808', '9223372036854775807')}
    WHEN typeof(x) = 'BOOLEAN' THEN TRY_CAST(TRY_CAST(x AS BOOLEAN) AS BIGINT)
    WHEN typeof(x) IN ('TIMESTAMP', 'TIMESTAMP WITH TIME ZONE')
      THEN CAST(floor(epoch(TRY_CAST(x AS TIMESTAMP))) AS BIGINT)
    ELSE TRY_CAST(regexp_extract(CAST(x AS VARCHAR), '^\\s*([+-]?[0-9]+)(\\.[0-9]*)?\\s*$', 1) AS BIGINT) END`,
  // Sums are of twice the width in DuckDB; Spark's go on from the other end.
  'as_bigint(x)': `CASE
    WHEN typeof(x) <> 'HUGEINT' OR x BETWEEN -9223372036854775808 AND 9223372036854775807 THEN TRY_CAST(x AS BIGINT)
    ELSE CAST((TRY_CAST(x AS HUGEINT) + 9223372036854775808) % 18446744073709551616 +
      CASE WHEN TRY_CAST(x AS HUGEINT) < -9223372036854775808 THEN 9223372036854775808 ELSE -9223372036854775808 END AS BIGINT) END`,
  'to_int(x)': `CASE
    WHEN typeof(x) IN ('DOUBLE', 'FLOAT') THEN ${saturated('INTEGER', '-2147483648', '2147483647')}
    WHEN typeof(x) = 'VARCHAR' THEN TRY_CAST(spark.to_bigint(x) AS INTEGER)
    ELSE ${wrapped('spark.to_bigint(x)', 'INTEGER', '4294967295', '2147483648')} END`,
  'to_smallint(x)': `CASE
    WHEN typeof(x) = 'VARCHAR' THEN TRY_CAST(spark.to_bigint(x) AS SMALLINT)
    ELSE ${wrapped('spark.to_int(x)', 'SMALLINT', '65535', '32768')} END`,
  'to_tinyint(x)': `CASE
    WHEN typeof(x) = 'VARCHAR' THEN TRY_CAST(spark.to_bigint(x) AS TINYINT)
    ELSE ${wrapped('spark.to_int(x)', 'TINYINT', '255', '128')} END`,
  'decimal_text(x)': `CASE
    WHEN typeof(x) = 'BOOLEAN' THEN CAST(TRY_CAST(TRY_CAST(x AS BOOLEAN) AS INTEGER) AS VARCHAR)
    ELSE trim(CAST(x AS VARCHAR)) END`,
  'to_double(x)': `CASE
    WHEN typeof(x) IN ('TIMESTAMP', 'TIMESTAMP WITH TIME ZONE') THEN epoch(TRY_CAST(x AS TIMESTAMP))
    ELSE TRY_CAST(x AS DOUBLE) END`,
  'to_float(x)': `TRY_CAST(spark.to_double(x) AS FLOAT)`,
  'to_boolean(x)': `CASE
    WHEN typeof(x) = 'VARCHAR' THEN CASE
      WHEN lower(trim(CAST(x AS VARCHAR))) IN ('t', 'true', 'y', 'yes', '1') THEN true
      WHEN lower(trim(CAST(x AS VARCHAR))) IN ('f', 'false', 'n', 'no', '0') THEN false END
    ELSE TRY_CAST(x AS BOOLEAN) END`,
  'to_date(x)': `CASE
    WHEN typeof(x) IN ('TIMESTAMP', 'DATE', 'TIMESTAMP WITH TIME ZONE') THEN TRY_CAST(x AS DATE)
    ELSE TRY_CAST(regexp_replace(regexp_extract(CAST(x AS VARCHAR), '^\\s*(\\d{4}(-\\d{1,2}(-\\d{1,2})?)?)([ T].*)?\\s*$', 1),
      '^(\\d{4})(-\\d{1,2})?$', '\\1\\2-01' || CASE WHEN CAST(x AS VARCHAR) ~ '^\\s*\\d{4}\\s*$' THEN '-01' ELSE '' END) AS DATE) END`,
  'to_timestamp(x)': `CASE
    WHEN typeof(x) IN ('TIMESTAMP', 'DATE', 'TIMESTAMP WITH TIME ZONE') THEN TRY_CAST(x AS TIMESTAMP)
    WHEN typeof(x) = 'VARCHAR' THEN TRY_CAST(TRY_CAST(trim(CAST(x AS VARCHAR)) AS TIMESTAMPTZ) AS TIMESTAMP)
    ELSE make_timestamp(TRY_CAST(TRY_CAST(x AS DECIMAL(38, 6)) * 1000000 AS BIGINT)) END`,
  'digits(plain)': `rtrim(ltrim(replace(regexp_replace(ltrim(plain, '-'), 'e.*$', ''), '.', ''), '0'), '0')`,
  'scientific(x, plain)': `concat(
    CASE WHEN x < 0 THEN '-' ELSE '' END,
    substr(spark.digits(plain), 1, 1), '.', coalesce(nullif(substr(spark.digits(plain), 2), ''), '0'),
    'E', CAST(floor(log10(abs(x)) + CASE WHEN plain LIKE '%e%' THEN 0 ELSE 1e-12 END) AS BIGINT))`,
  'number_text(x, plain)': `CASE
    WHEN x IS NULL OR isnan(x) THEN CASE WHEN x IS NOT NULL THEN 'NaN' END
    WHEN isinf(x) THEN CASE WHEN x > 0 THEN 'Infinity' ELSE '-Infinity' END
    WHEN x = 0 OR (abs(x) >= 0.001 AND abs(x) < 10000000) THEN plain
    ELSE spark.scientific(x, plain) END`,
  'to_string(x)': `CASE
    WHEN typeof(x) IN ('DOUBLE', 'FLOAT') THEN spark.number_text(TRY_CAST(x AS DOUBLE), CAST(x AS VARCHAR))
    WHEN ${isNested('x')} THEN ${unsupported('the text of a nested value')}
    ELSE CAST(x AS VARCHAR) END`,
  'ceil(x)': `CAST(ceil(x) AS BIGINT)`,
  'floor(x)': `CAST(floor(x) AS BIGINT)`,
  'sign(x)': `CAST(sign(x) AS DOUBLE)`,
  'ln(x)': `CASE WHEN x > 0 THEN ln(x) END`,
  'log10(x)': `CASE WHEN x > 0 THEN log10(x) END`,
  'log2(x)': `CASE WHEN x > 0 THEN log2(x) END`,
  'sqrt(x)': `CASE WHEN x < 0 THEN CAST('NaN' AS DOUBLE) WHEN x >= 0 THEN sqrt(abs(x)) END`,
  'acos(x)': `CASE WHEN abs(x) > 1 THEN CAST('NaN' AS DOUBLE) WHEN x IS NOT NULL THEN acos(least(greatest(x, -1), 1)) END`,
  'asin(x)': `CASE WHEN abs(x) > 1 THEN CAST('NaN' AS DOUBLE) WHEN x IS NOT NULL THEN asin(least(greatest(x, -1), 1)) END`,
  'factorial(n)': `CAST(CASE WHEN n BETWEEN 0 AND 20 THEN factorial(CAST(n AS INTEGER)) END AS BIGINT)`,
  // Two uniform numbers make one that is normally distributed; 1 - random() is never 0.
  'randn()': `sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random())`,
  'substring(s, start, count)': `substring(CAST(s AS VARCHAR), CASE WHEN start = 0 THEN 1 ELSE start END, CASE WHEN count < 0 THEN 0 ELSE count END)`,
  'left(s, count)': `left(s, CASE WHEN count < 0 THEN 0 ELSE count END)`,
  'right(s, count)': `right(s, CASE WHEN count < 0 THEN 0 ELSE count END)`,
  'upper(s)': `upper(replace(s, 'ß', 'SS'))`,
  'chr(n)': `CASE WHEN n < 0 THEN '' ELSE chr(CAST(n & 255 AS INTEGER)) END`,
  'split(s, pattern)': `CASE WHEN pattern IS NOT NULL THEN string_split_regex(s, pattern) END`,
  'part(x, delimiter)': `CASE
    WHEN typeof(x) LIKE '%[]' THEN CASE WHEN len(TRY_CAST(x AS VARCHAR[])) > 0 THEN spark.array_join(TRY_CAST(x AS VARCHAR[]), delimiter) END
    ELSE CAST(x AS VARCHAR) END`,
  'initcap(s)': `array_to_string(list_transform(string_split(lower(s), ' '),
    lambda word: upper(word[1]) || substr(word, 2)), ' ')`,
  'substring_index(s, delimiter, count)': `CASE
    WHEN s IS NULL OR delimiter IS NULL OR count IS NULL THEN NULL
    WHEN count = 0 OR delimiter = '' THEN ''
    WHEN count > 0 THEN array_to_string(list_slice(string_split(s, delimiter), 1, count), delimiter)
    ELSE array_to_string(list_slice(string_split(s, delimiter), greatest(len(string_split(s, delimiter)) + count + 1, 1), len(string_split(s, delimiter))), delimiter) END`,
  'day_of_week(x)': `CAST(dayofweek(x) + 1 AS INTEGER)`,
  'weekday(x)': `CAST(isodow(x) - 1 AS INTEGER)`,
  'months_between(later, earlier)': `CASE
    WHEN day(later) = day(earlier) OR (last_day(CAST(later AS DATE)) = CAST(later AS DATE) AND last_day(CAST(earlier AS DATE)) = CAST(earlier AS DATE))
      THEN CAST((year(later) - year(earlier)) * 12 + month(later) - month(earlier) AS DOUBLE)
    ELSE round((year(later) - year(earlier)) * 12 + month(later) - month(earlier)
      + (day(later) - day(earlier) + (epoch(CAST(later AS TIME)) - epoch(CAST(earlier AS TIME))) / 86400) / 31, 8) END`,
  'div(a, b)': `CASE
    WHEN ${isWhole('a')} AND ${isWhole('b')} THEN CAST(TRY_CAST(a AS HUGEINT) // TRY_CAST(b AS HUGEINT) AS BIGINT)
    ELSE ${unsupported('DIV of other than whole numbers')} END`,
  // The digits of a decimal as a whole number: 1.50 is 150.
  'unscaled(x)': `CAST(replace(CAST(x AS VARCHAR), '.', '') AS HUGEINT)`,
  'scale_of(x)': `CASE WHEN typeof(x) LIKE 'DECIMAL%' THEN CAST(regexp_extract(typeof(x), ',(\\d+)', 1) AS INTEGER) ELSE 0 END`,
  'power_of_ten(n)': `CAST(rpad('1', n + 1, '0') AS HUGEINT)`,
  // Half a step away from zero before the rest is cut off.
  'rounded_division(a, b)': `(a // b) + CASE WHEN abs(a % b) >= abs(b) - abs(a % b) THEN sign(a) * sign(b) ELSE 0 END`,
  'with_scale(n, scale)': `CASE WHEN n < 0 THEN '-' ELSE '' END || regexp_replace(
    lpad(CAST(abs(n) AS VARCHAR), CAST(greatest(len(CAST(abs(n) AS VARCHAR)), scale + 1) AS INTEGER), '0'), '(\\d{' || scale || '})$', '.\\1')`,
  'quotient(a, b, scale)': `CASE WHEN b <> 0 THEN spark.with_scale(spark.rounded_division(
    spark.unscaled(a) * spark.power_of_ten(greatest(scale - spark.scale_of(a) + spark.scale_of(b), 0)),
    spark.unscaled(b) * spark.power_of_ten(greatest(spark.scale_of(a) - spark.scale_of(b) - scale, 0))), scale) END`,
  'pmod(a, b)': `CASE WHEN a % b < 0 THEN (a % b + b) % b ELSE a % b END`,
  'has_null(items)': `len(list_filter(items, lambda item: item IS NULL)) > 0`,
  'array_contains(items, value)': `CASE
    WHEN list_contains(items, value) THEN true
    WHEN items IS NULL OR value IS NULL OR spark.has_null(items) THEN NULL ELSE false END`,
  'array_position(items, value)': `CAST(CASE
    WHEN items IS NOT NULL AND value IS NOT NULL THEN coalesce(list_position(items, value), 0) END AS BIGINT)`,
  'flatten(items)': `CASE WHEN NOT spark.has_null(items) THEN flatten(items) END`,
  'any_true(items)': `CASE WHEN list_contains(items, true) THEN true WHEN items IS NULL OR spark.has_null(items) THEN NULL ELSE false END`,
  'all_true(items)': `CASE WHEN list_contains(items, false) THEN false WHEN items IS NULL OR spark.has_null(items) THEN NULL ELSE true END`,
  'size(x)': `coalesce(CAST(len(x) AS INTEGER), -1)`,
};

/** The lowest bits of a whole number, as Spark keeps them when it does not fit. */
function wrapped(value: string, type: string, mask: string, sign: string): string {
  return `CAST((${value} & ${mask}) - CASE WHEN (${value} & ${sign}) <> 0 THEN ${mask} + 1 ELSE 0 END AS ${type})`;
}

function isWhole(name: string): string {
  return `typeof(${name}) IN ('TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'HUGEINT')`;
}

function isNested(name: string): string {
  return `(typeof(${name}) LIKE '%[]' OR typeof(${name}) LIKE 'STRUCT%' OR typeof(${name}) LIKE 'MAP%')`;
}

/** Fails when it is reached. DuckDB drops it when the branch is for other types. */
function unsupported(what: string): string {
  return `error('${unsupportedError}${what}')`;
}

/** A double cut off to a whole number; beyond the type's ends it is the end, and NaN is 0. */
function saturated(type: string, least: string, most: string): string {
  const value = 'TRY_CAST(x AS DOUBLE)';
  return `CASE
      WHEN isnan(${value}) THEN 0
      WHEN ${value} >= ${most}::DOUBLE THEN ${most}
      WHEN ${value} <= ${least}::DOUBLE THEN ${least}
      ELSE TRY_CAST(trunc(${value}) AS ${type}) END`;
}

export async function createMacros(connection: DuckDBConnection): Promise<void> {
  await connection.run('CREATE SCHEMA IF NOT EXISTS spark');
  for (const [signature, body] of Object.entries(macros)) {
    await connection.run(`CREATE OR REPLACE MACRO spark.${signature} AS ${body}`);
  }
}
