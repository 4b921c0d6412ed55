import { isExact, isWhole, unsupported } from './planned';
import type { Macros } from './macros';

export const mathMacros: Macros = {
  'ceil(x)': `CAST(ceil(x) AS BIGINT)`,
  'floor(x)': `CAST(floor(x) AS BIGINT)`,
  'sign(x)': `CAST(sign(x) AS DOUBLE)`,
  'ln(x)': `CASE WHEN x > 0 THEN ln(x) END`,
  'log10(x)': `CASE WHEN x > 0 THEN log10(x) END`,
  'log2(x)': `CASE WHEN x > 0 THEN log2(x) END`,
  'sqrt(x)': `CASE WHEN x < 0 THEN CAST('NaN' AS DOUBLE) WHEN x >= 0 THEN sqrt(abs(x)) END`,
  'acos(x)': `CASE WHEN abs(x) > 1 THEN CAST('NaN' AS DOUBLE) WHEN x IS NOT NULL THEN acos(least(greatest(x, -1), 1)) END`,
  'asin(x)': `CASE WHEN abs(x) > 1 THEN CAST('NaN' AS DOUBLE) WHEN x IS NOT NULL THEN asin(least(greatest(x, -1), 1)) END`,
  'quotient_of_one(x)': `CASE WHEN x = 0 THEN CAST('Infinity' AS DOUBLE) ELSE 1 / x END`,
  'factorial(n)': `CAST(CASE WHEN n BETWEEN 0 AND 20 THEN factorial(CAST(n AS INTEGER)) END AS BIGINT)`,
  // Two uniform numbers make one that is normally distributed; 1 - random() is never 0.
  'randn()': `sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random())`,
  'pmod(a, b)': `CASE WHEN a % b < 0 THEN (a % b + b) % b ELSE a % b END`,
  // The digits of a decimal as a whole number: 1.50 is 150.
  'unscaled(x)': `CAST(replace(CAST(x AS VARCHAR), '.', '') AS HUGEINT)`,
  'scale_of(x)': `CASE WHEN typeof(x) LIKE 'DECIMAL%' THEN CAST(regexp_extract(typeof(x), ',(\\d+)', 1) AS INTEGER) ELSE 0 END`,
  'power_of_ten(n)': `CAST(rpad('1', CAST(n + 1 AS INTEGER), '0') AS HUGEINT)`,
  // Half a step away from zero before the rest is cut off.
  'rounded_division(a, b)': `(a // b) + CASE WHEN abs(a % b) >= abs(b) - abs(a % b) THEN sign(a) * sign(b) ELSE 0 END`,
  'with_scale(n, scale)': `CASE WHEN n < 0 THEN '-' ELSE '' END || regexp_replace(
    lpad(CAST(abs(n) AS VARCHAR), CAST(greatest(len(CAST(abs(n) AS VARCHAR)), scale + 1) AS INTEGER), '0'), '(\\d{' || scale || '})$', '.\\1')`,
  'quotient(a, b, scale)': `CASE WHEN b <> 0 THEN spark.with_scale(spark.rounded_division(
    spark.unscaled(a) * spark.power_of_ten(greatest(scale - spark.scale_of(a) + spark.scale_of(b), 0)),
    spark.unscaled(b) * spark.power_of_ten(greatest(spark.scale_of(a) - spark.scale_of(b) - scale, 0))), scale) END`,
  'whole_quotient(a, b)': `CAST(CASE WHEN b <> 0 THEN
    (spark.unscaled(a) * spark.power_of_ten(greatest(spark.scale_of(b) - spark.scale_of(a), 0)))
    // (spark.unscaled(b) * spark.power_of_ten(greatest(spark.scale_of(a) - spark.scale_of(b), 0))) END AS BIGINT)`,
  'div(a, b)': `CASE
    WHEN ${isWhole('a')} AND ${isWhole('b')} THEN CAST(TRY_CAST(a AS HUGEINT) // TRY_CAST(b AS HUGEINT) AS BIGINT)
    WHEN ${isExact('a')} AND ${isExact('b')} THEN spark.whole_quotient(a, b)
    ELSE ${unsupported('DIV of other than whole numbers and decimals')} END`,
  'width_bucket(x, least, most, buckets)': `CAST(CASE
    WHEN buckets <= 0 OR least IS NULL OR most IS NULL OR least = most OR isnan(x) OR isinf(least) OR isinf(most) THEN NULL
    WHEN least < most THEN CASE
      WHEN x < least THEN 0 WHEN x >= most THEN buckets + 1
      ELSE floor((x - least) / (most - least) * buckets) + 1 END
    ELSE CASE
      WHEN x > least THEN 0 WHEN x <= most THEN buckets + 1
      ELSE floor((least - x) / (least - most) * buckets) + 1 END END AS BIGINT)`,
  'bitmap_bit_position(x)': `CASE WHEN x > 0 THEN (x - 1) % 32768 ELSE -x % 32768 END`,
  'bitmap_bucket_number(x)': `CASE WHEN x > 0 THEN 1 + (x - 1) // 32768 ELSE x // 32768 END`,
  'bitmap_count(bytes)': `CASE WHEN octet_length(bytes) = 0 THEN 0 WHEN octet_length(bytes) > 0
    THEN bit_count(CAST(CASE WHEN octet_length(bytes) > 0 THEN bytes END AS BIT)) END`,
  // Bits are counted from the lowest one of the first byte on, DuckDB's from the highest.
  'bitmap_of(positions)': `spark_bitmap(list_filter(positions, lambda place: place IS NOT NULL))`,
  'joined_bitmaps(bitmaps)': `spark_joined_bitmaps(list_filter(bitmaps, lambda each: each IS NOT NULL))`,
  'nanvl(x, other)': `CASE WHEN isnan(x) THEN other ELSE x END`,
  'shifted_left(x, bits)': `CAST(x AS HUGEINT) * CAST(power(2, bits) AS HUGEINT)`,
  'log(base, x)': `CASE WHEN spark.ln(base) = 0 THEN spark.ln(x) * CAST('Infinity' AS DOUBLE) ELSE spark.ln(x) / spark.ln(base) END`,
  'skewness(sample, n)': `CASE WHEN n = 2 THEN 0.0::DOUBLE WHEN n > 2 THEN sample * (n - 2) / sqrt(CAST(n AS DOUBLE) * (n - 1)) END`,
};
