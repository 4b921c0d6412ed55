export const stringFunctions = `
ascii(s: string) -> int | Code of the first character
base64(b: binary) -> string | Base64 text
bin(x: bigint) -> string | Binary digits of a number
bit_length(s: atomic) -> int | Length in bits
~btrim(s: string, [characters: string]) -> string | Strips characters on both sides
char(x: bigint) -> string | Character of a code
char_length(s: atomic) -> int | Number of characters
character_length(s: atomic) -> int | Number of characters
chr(x: bigint) -> string | Same as char
concat([values: T...]) -> T | Joins texts or arrays; null when any is null
concat_ws(separator: string, [values: texts...]) -> string | Joins with a separator, skipping nulls
~contains(s: string, part: string) -> boolean | True when the text contains the part
decode(b: binary, charset: string) -> string / (x: any, search: any, result: T, more: any...) -> any? | Bytes to text, or a choice by equal values
elt(n: int, values: atomic...) -> any? | n-th argument
encode(s: string, charset: string) -> binary | Text to bytes
~endswith(s: string, part: string) -> boolean | True when the text ends with the part
format_number(x: number, decimals: int!) -> string? / (x: number, format: string!) -> string? | Text with thousands separators and decimals
~format_string(format: string, [values: any...]) -> string | Text by a printf-style format
initcap(s: string) -> string | Capitalises each word
instr(s: string, part: string) -> int | 1-based place of the part, 0 when absent
lcase(s: string) -> string | Lower case
left(s: atomic, n: int) -> any | First n characters
~len(s: atomic) -> int | Same as length
length(s: atomic) -> int | Length with trailing spaces
levenshtein(a: string, b: string, [threshold: int]) -> int | Edit distance
locate(part: string, s: string, [from: int]) -> int | 1-based place of the part, 0 when absent
lower(s: string) -> string | Lower case
lpad(s: atomic, length: int, [pad: atomic]) -> any | Pads or cuts to a length on the left
~ltrim(s: string) -> string / (characters: string, s: string) -> string | Strips spaces on the left
~luhn_check(s: string) -> boolean? | True when the digits pass the Luhn check
~mask(s: string!, [upper: string], [lower: string], [digit: string], [other: string]) -> string? | Replaces letters and digits
~octet_length(s: atomic) -> int | Length in bytes
~overlay(s: atomic, replacement: atomic, position: int, [length: int]) -> any | Replaces a part of a text
parse_url(url: string!, part: string!, [key: string!]) -> string? | HOST, PATH, QUERY, REF, PROTOCOL, FILE, AUTHORITY or USERINFO of an address
position(part: string, s: string, [from: int]) -> int | Same as locate; also POSITION(part IN s)
~printf(format: string, [values: any...]) -> string | Same as format_string
~regexp_count(s: string, regex: string) -> int | Number of matches
regexp_extract(s: string, regex: string, [group: int]) -> string | A group of the first match (1 unless told)
~regexp_extract_all(s: string, regex: string, [group: int]) -> array<string> | A group of every match
~regexp_instr(s: string, regex: string, [group: int]) -> int | 1-based place of the first match
~regexp_like(s: string, regex: string) -> boolean | True when the text matches
regexp_replace(s: string, regex: string, replacement: string, [position: const int]) -> string | Replaces matches
~regexp_substr(s: string, regex: string) -> string? | The first match
repeat(s: string, n: int) -> string | Repeats a text
replace(s: string, search: string, [replacement: string]) -> string | Replaces every occurrence
~right(s: string, n: int) -> string? | Last n characters
rpad(s: atomic, length: int, [pad: atomic]) -> any | Pads or cuts to a length on the right
rtrim(s: string) -> string / (characters: string, s: string) -> string | Strips spaces on the right
sentences(s: string, [language: string], [country: string]) -> array<array<string>>? | Splits a text into sentences of words
soundex(s: string!) -> string | Soundex code
space(n: int) -> string | n spaces
split(s: string, regex: string, [limit: int]) -> array<string> | Splits around matches
~split_part(s: string, delimiter: string, part: int) -> string? | The n-th part, counted from 1
~startswith(s: string, part: string) -> boolean | True when the text starts with the part
substr(s: atomic, position: int, [length: int]) -> any | Part of a text from a 1-based place
substring(s: atomic, position: int, [length: int]) -> any | Part of a text from a 1-based place
substring_index(s: string, delimiter: string, count: int) -> string | Text before the n-th delimiter (negative from the right)
~to_binary(s: string, [format: const string]) -> binary? | Text to bytes by a format
~to_char(x: numeric, format: const string) -> string | Text of a number by a format
~to_number(s: string, format: const string) -> decimal | Number of a text by a format
~to_varchar(x: numeric, format: const string) -> string | Same as to_char
translate(s: string, from: string, to: string) -> string | Replaces character by character
trim(s: string) -> string / (characters: string, s: string) -> string | Strips spaces on both sides
~try_to_binary(s: string, [format: const string]) -> binary? | Like to_binary, null where it cannot
~try_to_number(s: string, format: const string) -> decimal? | Like to_number, null where it cannot
ucase(s: string) -> string | Upper case
unbase64(s: string) -> binary | Base64 text to bytes
unhex(s: string) -> binary? | Hexadecimal text to bytes
upper(s: string) -> string | Upper case
~url_decode(s: string) -> string? | Decodes percent escapes
~url_encode(s: string) -> string? | Encodes as percent escapes
~ilike(s: string, pattern: string) -> boolean | True when the text matches, without regard to case
~like(s: string, pattern: string, [escape: string]) -> boolean | True when the text matches
~regexp(s: string, regex: string) -> boolean | True when the text matches
~rlike(s: string, regex: string) -> boolean | True when the text matches
`;
