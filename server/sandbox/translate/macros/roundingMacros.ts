import type { Macros } from './macros';

/** Rounding as Spark does it: of a double it rounds the digits that it shows, 1.005 to 1.01. */
export const roundingMacros: Macros = {
  'scaled_size(x, scale)': `abs(x) * pow(10, scale)`,
  // So near to the middle between two results that the binary digits do not tell.
  'is_in_the_middle(size)': `abs(size - floor(size) - 0.5) < 1e-6 + size * 1e-15`,
  'shown_decimal(x)': `TRY_CAST(CAST(x AS VARCHAR) AS DECIMAL(38, 18))`,
  'round_double(x, scale)': `CASE
    WHEN scale IS NULL THEN NULL
    WHEN NOT isfinite(x) OR spark.scaled_size(x, scale) >= 4503599627370496 THEN x
    WHEN spark.is_in_the_middle(spark.scaled_size(x, scale)) AND spark.shown_decimal(x) IS NOT NULL
      THEN CAST(spark.rescaled(spark.shown_decimal(x), scale, 'half up') AS DOUBLE)
    ELSE round(x, CAST(scale AS INTEGER)) END`,
  'bround_double(x, scale)': `CASE
    WHEN scale IS NULL THEN NULL
    WHEN NOT isfinite(x) OR spark.scaled_size(x, scale) >= 4503599627370496 THEN x
    WHEN spark.is_in_the_middle(spark.scaled_size(x, scale)) AND spark.shown_decimal(x) IS NOT NULL
      THEN CAST(spark.rescaled(spark.shown_decimal(x), scale, 'half even') AS DOUBLE)
    ELSE round(x, CAST(scale AS INTEGER)) END`,
  // A whole number divided by a positive one.
  'divided(n, d, mode)': `(n // d) + CASE
    WHEN n % d = 0 THEN 0
    WHEN mode = 'up' THEN CASE WHEN n > 0 THEN 1 ELSE 0 END
    WHEN mode = 'down' THEN CASE WHEN n < 0 THEN -1 ELSE 0 END
    WHEN 2 * abs(n % d) > d OR (2 * abs(n % d) = d AND (mode = 'half up' OR (n // d) % 2 <> 0)) THEN sign(n)
    ELSE 0 END`,
  // The text of a whole number or a decimal with so many places; places before the point are counted below zero.
  'rescaled(x, scale, mode)': `CASE
    WHEN scale >= spark.scale_of(x) THEN CAST(x AS VARCHAR)
    WHEN scale > 0 THEN spark.with_scale(
      spark.divided(spark.unscaled(x), spark.power_of_ten(spark.scale_of(x) - scale), mode), scale)
    WHEN scale <= 0 THEN CAST(spark.power_of_ten(-scale) *
      spark.divided(spark.unscaled(x), spark.power_of_ten(spark.scale_of(x) - scale), mode) AS VARCHAR) END`,
};
