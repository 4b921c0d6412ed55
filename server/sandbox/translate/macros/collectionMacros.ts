import type { Macros } from './macros';

export const collectionMacros: Macros = {
  'array_join(items, delimiter)': `CASE
    WHEN delimiter IS NOT NULL THEN array_to_string(list_filter(items, lambda item: item IS NOT NULL), delimiter) END`,
  'array_join_all(items, delimiter, missing)': `CASE WHEN delimiter IS NOT NULL AND missing IS NOT NULL THEN
    array_to_string(list_transform(items, lambda item: coalesce(item, missing)), delimiter) END`,
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
  'get(items, place)': `CASE WHEN place >= 0 THEN items[CAST(place AS BIGINT) + 1] END`,
  'array_remove(items, value)': `CASE WHEN value IS NOT NULL THEN
    list_filter(items, lambda item: item IS NULL OR item <> value) END`,
  'array_compact(items)': `list_filter(items, lambda item: item IS NOT NULL)`,
  'array_append(items, value)': `CASE WHEN items IS NOT NULL THEN list_concat(items, [value]) END`,
  'array_prepend(items, value)': `CASE WHEN items IS NOT NULL THEN list_concat([value], items) END`,
  'in_order(items)': `list_filter(items, lambda item, place:
    len(list_filter(items[1:place - 1], lambda earlier: earlier IS NOT DISTINCT FROM item)) = 0)`,
  'holds(items, value)': `len(list_filter(items, lambda member: member IS NOT DISTINCT FROM value)) > 0`,
  'array_except(items, others)': `CASE WHEN others IS NOT NULL THEN
    list_filter(spark.in_order(items), lambda item: NOT spark.holds(others, item)) END`,
  'array_intersect(items, others)': `CASE WHEN others IS NOT NULL THEN
    list_filter(spark.in_order(items), lambda item: spark.holds(others, item)) END`,
  'array_union(items, others)': `CASE WHEN items IS NOT NULL AND others IS NOT NULL THEN
    spark.in_order(list_concat(items, others)) END`,
  'arrays_overlap(items, others)': `CASE
    WHEN items IS NULL OR others IS NULL THEN NULL
    WHEN list_has_any(spark.array_compact(items), spark.array_compact(others)) THEN true
    WHEN len(items) > 0 AND len(others) > 0 AND (spark.has_null(items) OR spark.has_null(others)) THEN NULL
    ELSE false END`,
  'array_repeat(value, count)': `CASE WHEN count IS NOT NULL THEN repeat([value], greatest(count, 0)) END`,
  'array_insert(items, place, value)': `CASE
    WHEN items IS NULL OR place IS NULL THEN NULL
    WHEN place = 0 THEN error('The index 0 is invalid. An index shall be either < 0 or > 0')
    WHEN place > 0 THEN list_concat(list_resize(items[1:place - 1], place - 1), [value], items[place:])
    WHEN place = -1 THEN list_concat(items, [value])
    WHEN -place <= len(items) + 1 THEN list_concat(items[1:len(items) + place + 1], [value], items[len(items) + place + 2:])
    ELSE list_concat([value], list_resize(items[1:0], -place - len(items) - 1), items) END`,
  'number_sequence(first, last)': `CASE
    WHEN first <= last THEN generate_series(first, last) ELSE generate_series(first, last, -1) END`,
  'day_sequence(first, last, step)': `list_transform(
    generate_series(CAST(first AS TIMESTAMP), CAST(last AS TIMESTAMP), step), lambda day: CAST(day AS DATE))`,
  'map_contains_key(entries, key)': `list_contains(map_keys(entries), key)`,
};
