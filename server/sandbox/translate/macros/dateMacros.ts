import type { Macros } from './macros';

export const dateMacros: Macros = {
  'months_in(step)': `CAST(datepart('year', step) * 12 + datepart('month', step) AS INTEGER)`,
  'time_in(step)': `CAST(datepart('hour', step) * 3600000000 + datepart('minute', step) * 60000000
    + datepart('microsecond', step) AS BIGINT)`,
  'micros_in(step)': `CAST(datepart('day', step) * 86400000000 + spark.time_in(step) AS BIGINT)`,
  'interval_text(x, type)': `spark_interval_text(
    spark.months_in(x), CAST(datepart('day', x) AS INTEGER), spark.time_in(x), type)`,
  'make_interval(years, months, weeks, days, hours, mins, secs)': `to_months(CAST(years * 12 + months AS INTEGER))
    + to_days(CAST(weeks * 7 + days AS INTEGER))
    + to_microseconds(CAST(hours * 3600000000 + mins * 60000000 + secs * 1000000 AS BIGINT))`,
  // Minutes from UTC of a zone that is written as a distance: +02:00, GMT-1. Null for one that has a name.
  'zone_minutes(zone)': `CASE
    WHEN zone IN ('Z', 'UTC', 'GMT', 'UT') THEN 0
    WHEN regexp_full_match(zone, '(UTC|GMT|UT)?[+-]\\d{1,2}(:\\d{2})?') THEN
      CASE WHEN zone LIKE '%-%' THEN -1 ELSE 1 END * (CAST(regexp_extract(zone, '[+-](\\d+)', 1) AS INTEGER) * 60
        + coalesce(TRY_CAST(regexp_extract(zone, ':(\\d+)', 1) AS INTEGER), 0)) END`,
  // The short names that Java has for some zones.
  'zone_name(zone)': `CASE
    WHEN spark.zone_minutes(zone) IS NOT NULL THEN 'UTC'
    ELSE coalesce(map {${shortZones()}}[zone], zone) END`,
  // The time that clocks of the zone show at a time of UTC, and the other way round.
  'in_zone(x, zone)': `CASE
    WHEN spark.zone_minutes(zone) IS NOT NULL THEN x + to_minutes(spark.zone_minutes(zone))
    ELSE timezone(spark.zone_name(zone), timezone('UTC', x)) END`,
  'from_zone(x, zone)': `CASE
    WHEN spark.zone_minutes(zone) IS NOT NULL THEN x - to_minutes(spark.zone_minutes(zone))
    ELSE timezone('UTC', timezone(spark.zone_name(zone), x)) END`,
  'day_of_week(x)': `CAST(dayofweek(x) + 1 AS INTEGER)`,
  'weekday(x)': `CAST(isodow(x) - 1 AS INTEGER)`,
  'months_between(later, earlier)': `CASE
    WHEN day(later) = day(earlier) OR (last_day(CAST(later AS DATE)) = CAST(later AS DATE) AND last_day(CAST(earlier AS DATE)) = CAST(earlier AS DATE))
      THEN CAST((year(later) - year(earlier)) * 12 + month(later) - month(earlier) AS DOUBLE)
    ELSE round((year(later) - year(earlier)) * 12 + month(later) - month(earlier)
      + (day(later) - day(earlier) + (epoch(CAST(later AS TIME)) - epoch(CAST(earlier AS TIME))) / 86400) / 31, 8) END`,
  'months_between_exact(later, earlier)': `CASE
    WHEN day(later) = day(earlier) OR (last_day(CAST(later AS DATE)) = CAST(later AS DATE) AND last_day(CAST(earlier AS DATE)) = CAST(earlier AS DATE))
      THEN CAST((year(later) - year(earlier)) * 12 + month(later) - month(earlier) AS DOUBLE)
    ELSE (year(later) - year(earlier)) * 12 + month(later) - month(earlier)
      + (day(later) - day(earlier) + (epoch(CAST(later AS TIME)) - epoch(CAST(earlier AS TIME))) / 86400) / 31 END`,
  // Whole months from one time to the other, counted from the day of the month on.
  'months_passed(first, last)': `(year(last) - year(first)) * 12 + month(last) - month(first) + CASE
    WHEN last > first AND strftime(last, '%d %H:%M:%S.%f') < strftime(first, '%d %H:%M:%S.%f') THEN -1
    WHEN last < first AND strftime(last, '%d %H:%M:%S.%f') > strftime(first, '%d %H:%M:%S.%f') THEN 1 ELSE 0 END`,
  // Monday is 1.
  'next_weekday(d, weekday)': `d + CAST((weekday - isodow(d) + 6) % 7 + 1 AS INTEGER)`,
  'weekday_number(name)': `CASE
    WHEN upper(name) IN ('MO', 'MON', 'MONDAY') THEN 1 WHEN upper(name) IN ('TU', 'TUE', 'TUESDAY') THEN 2
    WHEN upper(name) IN ('WE', 'WED', 'WEDNESDAY') THEN 3 WHEN upper(name) IN ('TH', 'THU', 'THURSDAY') THEN 4
    WHEN upper(name) IN ('FR', 'FRI', 'FRIDAY') THEN 5 WHEN upper(name) IN ('SA', 'SAT', 'SATURDAY') THEN 6
    WHEN upper(name) IN ('SU', 'SUN', 'SUNDAY') THEN 7 END`,
  'next_day(d, name)': `CAST(spark.next_weekday(d, spark.weekday_number(name)) AS DATE)`,
  'make_timestamp(y, mon, d, h, m, s)': `CASE
    WHEN s >= 0 AND s <= 60 AND m BETWEEN 0 AND 59 AND h BETWEEN 0 AND 23
    THEN TRY(CAST(make_date(y, mon, d) AS TIMESTAMP) + to_hours(h) + to_minutes(m)
      + to_microseconds(CAST(round(CAST(s AS DOUBLE) * 1000000) AS BIGINT))) END`,
  'timestamp_seconds(x)': `make_timestamp(CAST(CASE
    WHEN typeof(x) IN ('DOUBLE', 'FLOAT') THEN trunc(TRY_CAST(x AS DOUBLE) * 1000000)
    ELSE TRY_CAST(x AS DECIMAL(38, 6)) * 1000000 END AS BIGINT))`,
  'seconds_with_fraction(x)': `CAST(strftime(x, '%S.%f') AS DECIMAL(8, 6))`,
};

function shortZones(): string {
  const zones = {
    ...{ ACT: 'Australia/Darwin', AET: 'Australia/Sydney', AGT: 'America/Argentina/Buenos_Aires' },
    ...{ ART: 'Africa/Cairo', AST: 'America/Anchorage', BET: 'America/Sao_Paulo', BST: 'Asia/Dhaka' },
    ...{ CAT: 'Africa/Harare', CNT: 'America/St_Johns', CST: 'America/Chicago', CTT: 'Asia/Shanghai' },
    ...{ EAT: 'Africa/Addis_Ababa', ECT: 'Europe/Paris', IET: 'America/Indiana/Indianapolis' },
    ...{ IST: 'Asia/Kolkata', JST: 'Asia/Tokyo', MIT: 'Pacific/Apia', NET: 'Asia/Yerevan' },
    ...{ NST: 'Pacific/Auckland', PLT: 'Asia/Karachi', PNT: 'America/Phoenix', PRT: 'America/Puerto_Rico' },
    ...{ PST: 'America/Los_Angeles', SST: 'Pacific/Guadalcanal', VST: 'Asia/Ho_Chi_Minh' },
    ...{ EST: 'America/Panama', MST: 'America/Phoenix', HST: 'Pacific/Honolulu' },
  };
  return Object.entries(zones)
    .map(([short, name]) => `'${short}': '${name}'`)
    .join(', ');
}
