import { lowestBits } from './lowestBits';
import { isNested, unsupported } from './planned';
import type { Macros } from './macros';

/** What CAST does, and what Spark converts unasked. */
export const conversionMacros: Macros = {
  'to_bigint(x)': `CASE
    WHEN typeof(x) IN ('TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'HUGEINT') THEN TRY_CAST(x AS BIGINT)
    WHEN typeof(x) IN ('DOUBLE', 'FLOAT') THEN ${saturated('BIGINT', '-9223372036854775808', '9223372036854775807')}
    WHEN typeof(x) = 'BOOLEAN' THEN TRY_CAST(TRY_CAST(x AS BOOLEAN) AS BIGINT)
    WHEN typeof(x) IN ('TIMESTAMP', 'TIMESTAMP WITH TIME ZONE')
      THEN CAST(floor(epoch(TRY_CAST(x AS TIMESTAMP))) AS BIGINT)
    ELSE TRY_CAST(regexp_extract(CAST(x AS VARCHAR), '^\\s*([+-]?[0-9]+)(\\.[0-9]*)?\\s*$', 1) AS BIGINT) END`,
  'to_int(x)': `CASE
    WHEN typeof(x) IN ('DOUBLE', 'FLOAT') THEN ${saturated('INTEGER', '-2147483648', '2147483647')}
    WHEN typeof(x) = 'VARCHAR' THEN TRY_CAST(spark.to_bigint(x) AS INTEGER)
    ELSE ${lowestBits('spark.to_bigint(x)', 'INTEGER')} END`,
  // Sums are of twice the width in DuckDB; Spark's go on from the other end.
  'as_bigint(x)': lowestBits('TRY_CAST(x AS HUGEINT)', 'BIGINT'),
  'as_int(x)': lowestBits('x', 'INTEGER'),
  'as_smallint(x)': lowestBits('x', 'SMALLINT'),
  'as_tinyint(x)': lowestBits('x', 'TINYINT'),
  'to_smallint(x)': `CASE
    WHEN typeof(x) = 'VARCHAR' THEN TRY_CAST(spark.to_bigint(x) AS SMALLINT)
    ELSE ${lowestBits('spark.to_int(x)', 'SMALLINT')} END`,
  'to_tinyint(x)': `CASE
    WHEN typeof(x) = 'VARCHAR' THEN TRY_CAST(spark.to_bigint(x) AS TINYINT)
    ELSE ${lowestBits('spark.to_int(x)', 'TINYINT')} END`,
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
};

/** A double cut off to a whole number; beyond the type's ends it is the end, and NaN is 0. */
function saturated(type: string, least: string, most: string): string {
  const value = 'TRY_CAST(x AS DOUBLE)';
  return `CASE
      WHEN isnan(${value}) THEN 0
      WHEN ${value} >= ${most}::DOUBLE THEN ${most}
      WHEN ${value} <= ${least}::DOUBLE THEN ${least}
      ELSE TRY_CAST(trunc(${value}) AS ${type}) END`;
}
