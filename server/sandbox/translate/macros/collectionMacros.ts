import type { Macros } from './macros';

export const collectionMacros: Macros = {
  // DuckDB's own function takes no delimiter from a column.
  'joined(items, delimiter)': `CASE WHEN items IS NOT NULL AND delimiter IS NOT NULL THEN coalesce(list_reduce(
    CASE WHEN len(items) > 0 THEN items ELSE [''] END, lambda text, item: concat(text, delimiter, item)), '') END`,
  'array_join(items, delimiter)': `CASE
    WHEN delimiter IS NOT NULL THEN spark.joined(list_filter(items, lambda item: item IS NOT NULL), delimiter) END`,
  'array_join_all(items, delimiter, missing)': `CASE WHEN delimiter IS NOT NULL AND missing IS NOT NULL THEN
    spark.joined(list_transform(items, lambda item: coalesce(item, missing)), delimiter) END`,
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
  // Whether the steps lead from the first value to the last one.
  'steps_lead(first, last, forward, backward)': `CASE
    WHEN first = last OR (first < last AND forward) OR (first > last AND backward) THEN true
    WHEN first IS NOT NULL AND last IS NOT NULL AND forward IS NOT NULL THEN error(
      'Illegal sequence boundaries: the step does not lead from the first value to the last one') END`,
  'number_sequence(first, last, step)': `CASE
    WHEN spark.steps_lead(first, last, step > 0, step < 0)
    THEN generate_series(first, last, CASE WHEN step = 0 THEN 1 ELSE step END) END`,
  'time_sequence(first, last, step)': `CASE
    WHEN spark.steps_lead(first, last, step > INTERVAL 0 DAY, step < INTERVAL 0 DAY)
    THEN generate_series(first, last, CASE WHEN step = INTERVAL 0 DAY THEN INTERVAL 1 DAY ELSE step END) END`,
  // Months are counted from the first value on: the 31st comes back after a shorter month.
  'month_sequence(first, last, months)': `CASE
    WHEN spark.steps_lead(first, last, months > 0, months < 0)
    THEN list_filter(
      list_transform(
        range(CASE WHEN months = 0 THEN 1 ELSE abs(datediff('month', first, last)) // abs(months) + 2 END),
        lambda place: first + to_months(CAST(place * months AS INTEGER))),
      lambda time: CASE WHEN first <= last THEN time <= last ELSE time >= last END) END`,
  'stands_before(compared, is_earlier)': `CASE
    WHEN compared IS NULL THEN error('The comparator has returned a NULL for a comparison')
    ELSE compared < 0 OR (compared = 0 AND is_earlier) END`,
  'element_at(items, place)': `CASE
    WHEN place = 0 THEN error('The index 0 is invalid. An index shall be either < 0 or > 0')
    ELSE list_extract(items, place) END`,
  'slice(items, first, length)': `CASE
    WHEN first = 0 THEN error('Unexpected value for start in function slice: SQL array indices start at 1.')
    WHEN length < 0 THEN error('Unexpected value for length in function slice: it must be greater than or equal to 0.')
    WHEN -first > len(items) THEN items[1:0]
    ELSE list_slice(items, first, CASE WHEN first < 0 THEN least(-1, first + length - 1) ELSE first + length - 1 END)[1:length] END`,
  'map_from_entries(entries)': `CASE WHEN NOT spark.has_null(entries) THEN map_from_entries(entries) END`,
  'map_contains_key(entries, key)': `list_contains(map_keys(entries), key)`,
};
