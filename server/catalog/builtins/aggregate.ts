export const aggregateFunctions = `
~any(x: boolean) -> boolean? | True when the value is true in any row
~any_value(x: T, [ignoreNulls: const nonnull boolean]) -> T? | Some value of the group
approx_count_distinct(x: any, [relativeSD: const double]) -> bigint! | HyperLogLog++ estimate of the number of distinct values
approx_percentile(x: measure:N, percentage: const nonnull double, [accuracy: const nonnull integral]) -> N? / (x: measure:N, percentages: const nonnull array<double>, [accuracy: const nonnull integral]) -> array<N>? | Approximate percentile, or a list of them
~array_agg(x: T) -> array<T>! | Array of values, duplicates kept
avg(x: summable) -> double? | Mean of the values
~bit_and(x: I) -> I? | Bitwise and of the values
~bit_or(x: I) -> I? | Bitwise or of the values
~bit_xor(x: I) -> I? | Bitwise exclusive or of the values
~bitmap_construct_agg(position: bigint) -> binary! | Bitmap of the bit positions
~bitmap_or_agg(bitmap: binary) -> binary! | Bitmap that joins the bitmaps of the group
~bool_and(x: boolean) -> boolean? | True when the value is true in every row
~bool_or(x: boolean) -> boolean? | True when the value is true in any row
collect_list(x: T) -> array<T>! | Array of values, duplicates kept
collect_set(x: hashable:T) -> array<T>! | Array of distinct values
corr(x: double, y: double) -> double? | Pearson correlation
count(rows: star) -> bigint! / (x: any...) -> bigint! | Number of rows, or of rows in which no argument is null
~count_if(x: boolean) -> bigint! | Number of rows in which the condition is true
~count_min_sketch(x: any, eps: const nonnull double!, confidence: const nonnull double!, seed: const nonnull int!) -> binary! | Count-min sketch of a column
~covar_pop(x: double, y: double) -> double? | Population covariance
~covar_samp(x: double, y: double) -> double? | Sample covariance
~every(x: boolean) -> boolean? | True when the value is true in every row
first(x: T, [ignoreNulls: const nonnull boolean]) -> T? | First value of the group
first_value(x: T, [ignoreNulls: const nonnull boolean]) -> T? | Same as first
grouping(column: any) -> tinyint! | 1 when the column is aggregated away in this row of a grouping set
grouping_id([columns: any...]) -> bigint! | Bits that name the grouping set of the row
~histogram_numeric(x: measure:N, bins: const nonnull int) -> array<struct<x:N,y:double>>? | Histogram with bins of unequal width
~hll_sketch_agg(x: any, [lgConfigK: int]) -> binary! | Datasketches HLL sketch of the distinct values
~hll_union_agg(sketch: binary, [allowDifferentLgConfigK: boolean]) -> binary! | Joins HLL sketches of the group
kurtosis(x: double) -> double? | Kurtosis of the values
last(x: T, [ignoreNulls: const nonnull boolean]) -> T? | Last value of the group
last_value(x: T, [ignoreNulls: const nonnull boolean]) -> T? | Same as last
max(x: ordered:T) -> T? | Largest value
~max_by(x: T, by: ordered) -> T? | The value of the row in which the second argument is largest
mean(x: summable) -> double? | Same as avg
~median(x: quantity) -> double? | Middle value
min(x: ordered:T) -> T? | Smallest value
~min_by(x: T, by: ordered) -> T? | The value of the row in which the second argument is smallest
~mode(x: T) -> T? | Most frequent value
percentile(x: quantity, percentage: const nonnull double, [frequency: bigint]) -> double? / (x: quantity, percentages: const nonnull array<double>, [frequency: bigint]) -> array<double>? | Exact percentile, or a list of them
percentile_approx(x: measure:N, percentage: const nonnull double, [accuracy: const nonnull integral]) -> N? / (x: measure:N, percentages: const nonnull array<double>, [accuracy: const nonnull integral]) -> array<N>? | Same as approx_percentile
~percentile_cont(percentage: const nonnull double) -> double? | Interpolated percentile of the rows in WITHIN GROUP (ORDER BY ...)
~percentile_disc(percentage: const nonnull double) -> double? | Percentile that occurs among the rows in WITHIN GROUP (ORDER BY ...)
~regr_avgx(y: double, x: double) -> double? | Mean of x over the pairs without nulls
~regr_avgy(y: double, x: double) -> double? | Mean of y over the pairs without nulls
~regr_count(y: double, x: double) -> bigint! | Number of pairs without nulls
~regr_intercept(y: double, x: double) -> double? | Intercept of the regression line
~regr_r2(y: double, x: double) -> double? | Coefficient of determination
~regr_slope(y: double, x: double) -> double? | Slope of the regression line
~regr_sxx(y: double, x: double) -> double? | Sum of squares of x
~regr_sxy(y: double, x: double) -> double? | Sum of products
~regr_syy(y: double, x: double) -> double? | Sum of squares of y
~skewness(x: double) -> double? | Skewness of the values
~some(x: boolean) -> boolean? | True when the value is true in any row
~std(x: double) -> double? | Sample standard deviation
stddev(x: double) -> double? | Sample standard deviation
stddev_pop(x: double) -> double? | Population standard deviation
stddev_samp(x: double) -> double? | Sample standard deviation
sum(x: summable) -> numeric? | Sum of the values
~try_avg(x: summable) -> double? | Mean, null where it overflows
~try_sum(x: summable) -> numeric? | Sum, null where it overflows
var_pop(x: double) -> double? | Population variance
var_samp(x: double) -> double? | Sample variance
variance(x: double) -> double? | Same as var_samp
`;
