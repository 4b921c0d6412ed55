export const datetimeFunctions = `
add_months(d: date, n: int) -> date | Date n months later
~convert_timezone(targetZone: string, ts: timestamp) -> timestamp_ntz / (sourceZone: string, targetZone: string, ts: timestamp) -> timestamp_ntz | Moves a time without zone from one zone to another
~curdate() -> date! | Same as current_date
current_date() -> date! | Today's date (UTC)
current_timestamp() -> timestamp! | Time of the query (UTC)
~current_timezone() -> string! | Time zone of the session
now() -> timestamp! | Same as current_timestamp
date_add(d: date, days: upToInt) -> date / (unit: unit, n: int, ts: timestamp) -> timestamp | Date plus days, or time plus units
~dateadd(d: date, days: upToInt) -> date / (unit: unit, n: int, ts: timestamp) -> timestamp | Same as date_add
~timestampadd(unit: unit, n: int, ts: timestamp) -> timestamp | Time plus units
date_format(ts: timestamp, format: string) -> string | Formats with Java-style pattern letters
~date_from_unix_date(days: int) -> date | Date from days since 1970-01-01
~date_part(field: const string, source: any) -> any | A part of a date, time or interval
~datepart(field: const string, source: any) -> any | Same as date_part
date_sub(d: date, days: upToInt) -> date | Date minus days
date_trunc(unit: string, ts: timestamp) -> timestamp? | Truncates to YEAR, QUARTER, MONTH, WEEK, DAY, HOUR, MINUTE or SECOND
datediff(end: date, start: date) -> int / (unit: unit, start: timestamp, end: timestamp) -> bigint | Days from start to end, or units from start to end
~date_diff(end: date, start: date) -> int / (unit: unit, start: timestamp, end: timestamp) -> bigint | Same as datediff
~timestampdiff(unit: unit, start: timestamp, end: timestamp) -> bigint | Units from start to end
day(d: date) -> int | Day of the month
dayofmonth(d: date) -> int | Day of the month
dayofweek(d: date) -> int | 1 is Sunday, 7 is Saturday
dayofyear(d: date) -> int | Day of the year
~extract(field: unit, source: any) -> any | A part of a date, time or interval
from_unixtime(seconds: bigint, [format: string]) -> string? | Epoch seconds to text (yyyy-MM-dd HH:mm:ss)
from_utc_timestamp(ts: timestamp, zone: string) -> timestamp | Shifts a UTC time into the zone
hour(ts: timestamp) -> int | Hour
last_day(d: date) -> date | Last day of the month
~localtimestamp() -> timestamp_ntz! | Time of the query without zone
~make_date(year: int, month: int, day: int) -> date? | Date from its parts
~make_dt_interval([days: int], [hours: int], [mins: int], [secs: decimal(18,6)]) -> interval day to second | Interval of days and time
~make_interval([years: int], [months: int], [weeks: int], [days: int], [hours: int], [mins: int], [secs: decimal(18,6)]) -> interval? | Interval from its parts
~make_timestamp(year: int, month: int, day: int, hour: int, min: int, sec: decimal(16,6), [zone: string]) -> timestamp? | Time from its parts
~make_timestamp_ltz(year: int, month: int, day: int, hour: int, min: int, sec: decimal(16,6), [zone: string]) -> timestamp? | Time with the session's zone from its parts
~make_timestamp_ntz(year: int, month: int, day: int, hour: int, min: int, sec: decimal(16,6)) -> timestamp_ntz? | Time without zone from its parts
~make_ym_interval([years: int], [months: int]) -> interval year to month | Interval of years and months
minute(ts: timestamp) -> int | Minute
month(d: date) -> int | Month
months_between(a: timestamp, b: timestamp, [roundOff: boolean]) -> double | Months from b to a
next_day(d: date, dayName: string) -> date? | First later date on that weekday
quarter(d: date) -> int | Quarter from 1 to 4
second(ts: timestamp) -> int | Second
~session_window(ts: timestamp, gap: any) -> struct<start:timestamp,end:timestamp>! | Groups times into sessions split by a gap
~timestamp_micros(x: integral) -> timestamp | Time from microseconds since 1970
~timestamp_millis(x: integral) -> timestamp | Time from milliseconds since 1970
~timestamp_seconds(x: number) -> timestamp | Time from seconds since 1970
to_date(s: atomic, [format: string]) -> date? | Parses or casts to a date
to_timestamp(s: atomic, [format: string]) -> timestamp? | Parses or casts to a time
~to_timestamp_ltz(s: atomic, [format: string]) -> timestamp? | Parses to a time with the session's zone
~to_timestamp_ntz(s: atomic, [format: string]) -> timestamp_ntz? | Parses to a time without zone
to_unix_timestamp(s: timestamp, [format: string!]) -> bigint? | Epoch seconds of a time
to_utc_timestamp(ts: timestamp, zone: string) -> timestamp | Reads a time of the zone and converts to UTC
trunc(d: date, unit: string) -> date? | Truncates a date to YEAR, QUARTER, MONTH or WEEK
~try_to_timestamp(s: atomic, [format: string]) -> timestamp? | Parses to a time, null where it cannot
~unix_date(d: date!) -> int | Days since 1970-01-01
~unix_micros(ts: timestamp!) -> bigint | Microseconds since 1970
~unix_millis(ts: timestamp!) -> bigint | Milliseconds since 1970
~unix_seconds(ts: timestamp!) -> bigint | Seconds since 1970
unix_timestamp([s: timestamp], [format: string!]) -> bigint? | Epoch seconds of now or of a time
weekday(d: date) -> int | 0 is Monday, 6 is Sunday
weekofyear(d: date) -> int | ISO week number
window(ts: timestamp, duration: const nonnull string!, [slide: const string!], [start: const string!]) -> struct<start:timestamp,end:timestamp>! | Puts a time into windows for grouping
~window_time(window: any) -> timestamp | The time that stands for a window
year(d: date) -> int | Year
`;
