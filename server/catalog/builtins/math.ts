export const mathFunctions = `
abs(x: quantity:N) -> N | Absolute value
acos(x: double) -> double? | Arc cosine
~acosh(x: double) -> double? | Inverse hyperbolic cosine
asin(x: double) -> double? | Arc sine
~asinh(x: double) -> double? | Inverse hyperbolic sine
atan(x: double) -> double? | Arc tangent
atan2(y: double, x: double) -> double | Angle of the point (x, y) in radians
~atanh(x: double) -> double? | Inverse hyperbolic tangent
~bround(x: numeric, [scale: const int]) -> numeric? | Rounds half to even at the scale
cbrt(x: double) -> double? | Cube root
ceil(x: numeric) -> bigint? / (x: numeric, scale: const nonnull int!) -> decimal? | Smallest integer not below x
ceiling(x: numeric) -> bigint? / (x: numeric, scale: const nonnull int!) -> decimal? | Same as ceil
conv(num: string, fromBase: int, toBase: int) -> string? | Converts a number between bases
cos(x: double) -> double? | Cosine
cosh(x: double) -> double? | Hyperbolic cosine
cot(x: double) -> double? | Cotangent
~csc(x: double) -> double? | Cosecant
degrees(x: double) -> double? | Radians to degrees
~div(a: exact, b: exact) -> bigint? | Whole part of a divided by b
e() -> double! | Euler's number
exp(x: double) -> double? | e to the power x
expm1(x: double) -> double? | exp(x) minus 1
factorial(n: int) -> bigint? | n! for n in 0 to 20
floor(x: numeric) -> bigint? / (x: numeric, scale: const nonnull int!) -> decimal? | Largest integer not above x
greatest(values: ordered:G, values: ordered:G...) -> G | Largest argument, ignoring nulls
hypot(a: double, b: double) -> double | Square root of a*a + b*b
least(values: ordered:G, values: ordered:G...) -> G | Smallest argument, ignoring nulls
ln(x: double) -> double? | Natural logarithm
log(x: double) -> double? / (base: double, x: double) -> double? | Logarithm, natural or to the given base
log10(x: double) -> double? | Base-10 logarithm
log1p(x: double) -> double? | Natural logarithm of 1 + x
log2(x: double) -> double? | Base-2 logarithm
~mod(a: N, b: N) -> N? | Remainder of a divided by b
monotonically_increasing_id() -> bigint! | Unique increasing number per row, not consecutive
negative(x: quantity:N) -> N | Sign-flipped value
pi() -> double! | Pi
pmod(a: N, b: N) -> N? | Positive remainder
positive(x: quantity:N) -> N | The value itself
pow(x: double, p: double) -> double | x raised to p
power(x: double, p: double) -> double | Same as pow
radians(x: double) -> double? | Degrees to radians
rand([seed: const integral]) -> double! | Uniform random number in [0, 1)
~random([seed: const integral]) -> double! | Same as rand
randn([seed: const integral]) -> double! | Standard normal random number
rint(x: double) -> double? | Nearest whole number as a double
round(x: numeric, [scale: const int]) -> numeric? | Rounds half up to the scale
~sec(x: double) -> double? | Secant
sign(x: quantity) -> double? | -1, 0 or 1
signum(x: quantity) -> double? | Same as sign
sin(x: double) -> double? | Sine
sinh(x: double) -> double? | Hyperbolic sine
sqrt(x: double) -> double? | Square root
tan(x: double) -> double? | Tangent
tanh(x: double) -> double? | Hyperbolic tangent
~try_add(a: any, b: any) -> any? | Sum, null where it overflows
~try_divide(a: any, b: any) -> any? | Quotient, null where b is 0
~try_multiply(a: any, b: any) -> any? | Product, null where it overflows
~try_subtract(a: any, b: any) -> any? | Difference, null where it overflows
~width_bucket(value: double, min: double, max: double, buckets: bigint) -> bigint? | Number of the equal-width bucket that the value falls into
shiftleft(x: numeric:I, n: int) -> I | Signed left shift
shiftright(x: numeric:I, n: int) -> I | Signed right shift
shiftrightunsigned(x: numeric:I, n: int) -> I | Unsigned right shift
~bit_count(x: integral) -> int / (x: boolean) -> int | Number of bits that are set
~bit_get(x: integral, position: int) -> tinyint | The bit at a position, counted from the right
~getbit(x: integral, position: int) -> tinyint | Same as bit_get
`;
