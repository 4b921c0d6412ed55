import type { Macros } from './macros';

const low32 = 'CAST(4294967295 AS UBIGINT)';

/** Steps of MurmurHash3 for 32 bits, with which Spark ML hashes words; each number is a UBIGINT below 2^32. */
const murmur: Macros = {
  'rotated(x, bits)': `((x << bits) | (x >> (32 - bits))) & ${low32}`,
  'product32(x, y)': `(x * CAST(y AS UBIGINT)) & ${low32}`,
  'murmur_block(k)': `spark.product32(spark.rotated(spark.product32(k, 3432918353), 15), 461845907)`,
  'murmur_next(hash, k)': `(spark.rotated(xor(hash, spark.murmur_block(k)), 13) * 5 + CAST(3864292196 AS UBIGINT)) & ${low32}`,
  'shifted(hash, bits)': `xor(hash, hash >> bits)`,
  'murmur_end(hash, bytes)': `spark.shifted(spark.product32(spark.shifted(spark.product32(
    spark.shifted(xor(hash, CAST(bytes AS UBIGINT)), 16), 2246822507), 13), 3266489909), 16)`,
  // Up to four bytes from a place on, from 1, of which the first is the lowest.
  'little_endian(digits, place)': `coalesce(list_sum(list_transform(range(4), lambda byte:
    CASE WHEN substr(digits, place + 2 * byte, 2) = '' THEN CAST(0 AS UBIGINT)
    ELSE CAST('0x' || substr(digits, place + 2 * byte, 2) AS UBIGINT) << (8 * byte) END)), 0)::UBIGINT`,
  'murmur_digits(digits)': `spark.murmur_end(
    xor(list_reduce(list_transform(range(len(digits) // 8), lambda i: spark.little_endian(digits, 8 * i + 1)),
      lambda hash, k: spark.murmur_next(hash, k), CAST(42 AS UBIGINT)),
      CASE WHEN len(digits) % 8 = 0 THEN CAST(0 AS UBIGINT)
      ELSE spark.murmur_block(spark.little_endian(digits, len(digits) - len(digits) % 8 + 1)) END),
    len(digits) // 2)`,
  'signed32(x)': `CASE WHEN x >= 2147483648 THEN CAST(x AS BIGINT) - 4294967296 ELSE CAST(x AS BIGINT) END`,
};

export const featureMacros: Macros = {
  ...murmur,
  'hashed_terms(words, size)': `list_transform(words, lambda word:
    ((spark.signed32(spark.murmur_digits(hex(encode(word)))) % size) + size) % size)`,
  'tokens(s)': `CASE
    WHEN s IS NULL THEN NULL
    WHEN s = '' THEN ['']
    WHEN regexp_full_match(s, '[ \\t\\n\\x0B\\f\\r]+') THEN CAST([] AS VARCHAR[])
    ELSE string_split_regex(regexp_replace(lower(s), '[ \\t\\n\\x0B\\f\\r]+$', ''), '[ \\t\\n\\x0B\\f\\r]') END`,
};
