import type { Macros } from './macros';

export const textMacros: Macros = {
  'substring(s, start, count)': `substring(CAST(s AS VARCHAR), CASE WHEN start = 0 THEN 1 ELSE start END, CASE WHEN count < 0 THEN 0 ELSE count END)`,
  'left(s, count)': `left(s, CASE WHEN count < 0 THEN 0 ELSE count END)`,
  'right(s, count)': `right(s, CASE WHEN count < 0 THEN 0 ELSE count END)`,
  'upper(s)': `upper(replace(s, 'ß', 'SS'))`,
  'chr(n)': `CASE WHEN n < 0 THEN '' ELSE chr(CAST(n & 255 AS INTEGER)) END`,
  'split_all(s, pattern)': `CASE WHEN pattern IS NOT NULL THEN string_split_regex(s, pattern) END`,
  'split(s, pattern, most)': `CASE
    WHEN s IS NULL OR pattern IS NULL OR most IS NULL THEN NULL
    WHEN most <= 0 OR len(spark.split_all(s, pattern)) <= most THEN spark.split_all(s, pattern)
    WHEN most = 1 THEN [s]
    ELSE list_append(spark.split_all(s, pattern)[1:most - 1],
      regexp_extract(s, '(?s)^(?:.*?(?:' || pattern || ')){' || CAST(most - 1 AS VARCHAR) || '}(.*)$', 1)) END`,
  'part(x, delimiter)': `CASE
    WHEN typeof(x) LIKE '%[]' THEN CASE WHEN len(TRY_CAST(x AS VARCHAR[])) > 0 THEN spark.array_join(TRY_CAST(x AS VARCHAR[]), delimiter) END
    ELSE CAST(x AS VARCHAR) END`,
  'initcap(s)': `array_to_string(list_transform(string_split(lower(s), ' '),
    lambda word: upper(word[1]) || substr(word, 2)), ' ')`,
  'substring_index(s, delimiter, count)': `CASE
    WHEN s IS NULL OR delimiter IS NULL OR count IS NULL THEN NULL
    WHEN count = 0 OR delimiter = '' THEN ''
    WHEN count > 0 THEN spark.joined(list_slice(string_split(s, delimiter), 1, count), delimiter)
    ELSE spark.joined(list_slice(string_split(s, delimiter), greatest(len(string_split(s, delimiter)) + count + 1, 1), len(string_split(s, delimiter))), delimiter) END`,
  'lpad(s, count, pad)': `CASE
    WHEN pad = '' THEN left(s, count)
    WHEN pad IS NOT NULL THEN lpad(s, count, coalesce(nullif(pad, ''), ' ')) END`,
  'rpad(s, count, pad)': `CASE
    WHEN pad = '' THEN left(s, count)
    WHEN pad IS NOT NULL THEN rpad(s, count, coalesce(nullif(pad, ''), ' ')) END`,
  'overlay(s, part, start, count)': `substr(s, 1, CASE WHEN start < 1 THEN 0 ELSE start - 1 END) || part ||
    substr(s, CASE WHEN start < 0 THEN 0 ELSE start END + CASE WHEN count < 0 THEN length(part) ELSE count END)`,
  'locate(part, s, start)': `CAST(CASE
    WHEN start IS NULL THEN 0
    WHEN part IS NULL OR s IS NULL THEN NULL
    WHEN start < 1 THEN 0
    WHEN instr(substr(s, CAST(start AS BIGINT)), part) = 0 THEN 0
    ELSE instr(substr(s, CAST(start AS BIGINT)), part) + start - 1 END AS INTEGER)`,
  'find_in_set(part, list)': `CAST(CASE
    WHEN contains(part, ',') THEN 0
    WHEN part IS NOT NULL AND list IS NOT NULL THEN coalesce(list_position(string_split(list, ','), part), 0) END AS INTEGER)`,
  'regexp_substr(s, pattern)': `CASE WHEN regexp_matches(s, pattern) THEN regexp_extract(s, pattern, 0) END`,
  'regexp_instr(s, pattern)': `CAST(CASE
    WHEN s IS NULL OR pattern IS NULL THEN NULL
    WHEN regexp_matches(s, pattern) THEN length(regexp_extract(s, '(?s)^(.*?)(?:' || pattern || ')', 1)) + 1
    ELSE 0 END AS INTEGER)`,
  'str_to_map(s, pair, pairs)': `CASE WHEN pair IS NOT NULL AND pairs IS NOT NULL THEN map_from_entries(list_transform(
    string_split_regex(s, pairs),
    lambda entry: {key: string_split_regex(entry, pair)[1],
      value: CASE WHEN regexp_matches(entry, pair) THEN substr(entry, length(regexp_extract(entry, '(?s)^(.*?' || pair || ')', 1)) + 1) END})) END`,
  'mask(s, upper, lower, digit)': `regexp_replace(regexp_replace(regexp_replace(s,
    '[a-z]', chr(1), 'g'), '[A-Z]', upper, 'g'), '[0-9]', digit, 'g').replace(chr(1), lower)`,
  'url_encode(s)': `url_encode(s).replace('%20', '+').replace('%2A', '*').replace('~', '%7E')`,
  'url_decode(s)': `url_decode(replace(s, '+', ' '))`,
  'json_array_length(j)': `CASE WHEN json_valid(j) AND json_type(CASE WHEN json_valid(j) THEN j END) = 'ARRAY'
    THEN CAST(json_array_length(CASE WHEN json_valid(j) THEN j END) AS INTEGER) END`,
  'json_object_keys(j)': `CASE WHEN json_valid(j) AND json_type(CASE WHEN json_valid(j) THEN j END) = 'OBJECT'
    THEN json_keys(CASE WHEN json_valid(j) THEN j END) END`,
};
