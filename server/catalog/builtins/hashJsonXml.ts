export const hashJsonXmlFunctions = `
~aes_decrypt(x: binary, key: binary, [mode: string], [padding: string], [aad: binary]) -> binary? | AES decryption
~aes_encrypt(x: binary, key: binary, [mode: string], [padding: string], [iv: binary], [aad: binary]) -> binary? | AES encryption
~bitmap_bit_position(x: bigint) -> bigint | Place of a number in its bitmap
~bitmap_bucket_number(x: bigint) -> bigint | Number of the bitmap of a number
~bitmap_count(x: nonnull binary!) -> bigint | Number of bits that are set
crc32(x: binary) -> bigint | CRC-32 checksum
~from_csv(s: string!, schema: const nonnull string!, [options: map<string,string>]) -> any | Reads CSV text by a schema
from_json(s: string!, schema: const nonnull string!, [options: map<string,string>]) -> any? | Reads JSON text by a schema
get_json_object(s: string!, path: string!) -> string? | Value at a JSON path such as $.a.b
hash(values: hashable...) -> int! | Murmur3 hash
hex(x: atomic) -> string | Hexadecimal text
~hll_sketch_estimate(sketch: binary) -> bigint | Estimate of an HLL sketch
~hll_union(a: binary, b: binary, [allowDifferentLgConfigK: boolean]) -> binary | Joins two HLL sketches
~json_array_length(s: string!) -> int? | Number of elements of the outer JSON array
~json_object_keys(s: string!) -> array<string>? | Keys of the outer JSON object
md5(x: binary) -> string | MD5 digest in hexadecimal
schema_of_json(s: const nonnull string!, [options: map<string,string>]) -> string! | Schema of a JSON sample
~schema_of_csv(s: const nonnull string!, [options: map<string,string>]) -> string! | Schema of a CSV sample
sha(x: binary) -> string | SHA-1 digest in hexadecimal
sha1(x: binary) -> string | SHA-1 digest in hexadecimal
sha2(x: binary, bits: int) -> string? | SHA-2 digest of 224, 256, 384 or 512 bits (0 is 256)
~to_csv(x: struct, [options: map<string,string>]) -> string? | Struct to CSV
to_json(x: nested, [options: map<string,string>]) -> string? | Struct, map or array to JSON
~try_aes_decrypt(x: binary, key: binary, [mode: string], [padding: string], [aad: binary]) -> binary? | Like aes_decrypt, null where it cannot
uuid() -> string! | Random UUID
xpath(xml: string!, path: const string!) -> array<string>? | Texts of the matching nodes
xpath_boolean(xml: string!, path: const string!) -> boolean? | True when the XPath is true or matches
xpath_double(xml: string!, path: const string!) -> double? | Number at an XPath
xpath_float(xml: string!, path: const string!) -> float? | Float at an XPath
xpath_int(xml: string!, path: const string!) -> int? | Integer at an XPath
xpath_long(xml: string!, path: const string!) -> bigint? | Long at an XPath
xpath_number(xml: string!, path: const string!) -> double? | Number at an XPath
xpath_short(xml: string!, path: const string!) -> smallint? | Short at an XPath
xpath_string(xml: string!, path: const string!) -> string? | Text at an XPath
~xxhash64(values: hashable...) -> bigint! | 64-bit hash
`;
