import { textOf } from '../../../sql/tree';
import { stringValue } from '../nodes';
import { quoted } from '../../store/sqlText';
import { javaDatePattern } from './javaDatePattern';
import { built, each, renamed, same, type FunctionTable } from './functionRule';

export const dateFunctions: FunctionTable = [
  ...each('year month day hour minute quarter last_day dayofyear weekofyear', same),
  ['second', built((make, [x]) => x && make`CAST(second(${x}) AS INTEGER)`)],
  ['dayofmonth', renamed('day')],
  ['dayofweek', renamed('spark.day_of_week')],
  ['weekday', renamed('spark.weekday')],
  ...each(
    'current_date curdate',
    built((make) => make`CAST(current_timestamp AS DATE)`),
  ),
  ...each(
    'current_timestamp now',
    built((make) => make`CAST(current_timestamp AS TIMESTAMP)`),
  ),
  [
    'date_add',
    built((make, [date, days]) => date && days && make`(spark.to_date(${date}) + CAST(${days} AS INTEGER))`),
  ],
  [
    'dateadd',
    built((make, [date, days, ...more]) =>
      date && days && more.length === 0
        ? make`(spark.to_date(${date}) + CAST(${days} AS INTEGER))`
        : undefined,
    ),
  ],
  [
    'date_sub',
    built((make, [date, days]) => date && days && make`(spark.to_date(${date}) - CAST(${days} AS INTEGER))`),
  ],
  [
    'datediff',
    built((make, [end, start, ...more]) =>
      end && start && more.length === 0
        ? make`CAST(spark.to_date(${end}) - spark.to_date(${start}) AS INTEGER)`
        : undefined,
    ),
  ],
  [
    'add_months',
    built(
      (make, [date, months]) =>
        date && months && make`CAST(spark.to_date(${date}) + to_months(CAST(${months} AS INTEGER)) AS DATE)`,
    ),
  ],
  [
    'months_between',
    built((make, [later, earlier, ...more]) =>
      later && earlier && more.length === 0
        ? make`spark.months_between(spark.to_timestamp(${later}), spark.to_timestamp(${earlier}))`
        : undefined,
    ),
  ],
  [
    'date_trunc',
    built((make, [unit, time], { t, arguments: [node] }) => {
      const name = truncationUnit(stringValue(t.statement, node));
      return (
        name !== undefined &&
        unit &&
        time &&
        make`CAST(date_trunc(${quoted(name)}, spark.to_timestamp(${time})) AS TIMESTAMP)`
      );
    }),
  ],
  [
    'trunc',
    built((make, [date, unit], { t, arguments: [, node] }) => {
      const name = truncationUnit(stringValue(t.statement, node), wholeDays);
      return (
        name !== undefined &&
        date &&
        unit &&
        make`CAST(date_trunc(${quoted(name)}, spark.to_date(${date})) AS DATE)`
      );
    }),
  ],
  [
    'date_format',
    built((make, [time, pattern], { t, arguments: [, node] }) => {
      const format = javaDatePattern(stringValue(t.statement, node));
      return (
        format !== undefined &&
        time &&
        pattern &&
        make`strftime(spark.to_timestamp(${time}), ${quoted(format)})`
      );
    }),
  ],
  [
    'to_date',
    built((make, [text, pattern], { t, arguments: [, node] }) => {
      if (!text || !pattern) return text && make`spark.to_date(${text})`;
      const format = javaDatePattern(stringValue(t.statement, node));
      return (
        format !== undefined && make`CAST(try_strptime(CAST(${text} AS VARCHAR), ${quoted(format)}) AS DATE)`
      );
    }),
  ],
  [
    'to_timestamp',
    built((make, [text, pattern], { t, arguments: [, node] }) => {
      if (!text || !pattern) return text && make`spark.to_timestamp(${text})`;
      const format = javaDatePattern(stringValue(t.statement, node));
      return format !== undefined && make`try_strptime(CAST(${text} AS VARCHAR), ${quoted(format)})`;
    }),
  ],
  ...each(
    'unix_timestamp to_unix_timestamp',
    built((make, [time, ...more]) =>
      more.length === 0
        ? make`CAST(floor(epoch(spark.to_timestamp(${time ?? 'current_timestamp'}))) AS BIGINT)`
        : undefined,
    ),
  ),
  [
    'from_unixtime',
    built((make, [seconds, pattern], { t, arguments: [, node] }) => {
      const format = pattern ? javaDatePattern(stringValue(t.statement, node)) : '%Y-%m-%d %H:%M:%S';
      return (
        format !== undefined &&
        seconds &&
        make`strftime(make_timestamp(spark.to_bigint(${seconds}) * 1000000), ${quoted(format)})`
      );
    }),
  ],
  ...each(
    'extract date_part',
    built((make, [, time], { t, arguments: [node] }) => {
      const part = node && (stringValue(t.statement, node) ?? textOf(t.statement, node)).toLowerCase();
      return part !== undefined && parts.has(part) && time && make`${part}(spark.to_timestamp(${time}))`;
    }),
  ),
  [
    'make_date',
    built((make, [year, month, day]) => year && month && day && make`make_date(${year}, ${month}, ${day})`),
  ],
];

/** Parts of a date that are counted alike in both. */
const parts: ReadonlySet<string> = new Set(['year', 'quarter', 'month', 'week', 'day', 'hour', 'minute']);

const units: Readonly<Record<string, string>> = {
  year: 'year',
  yyyy: 'year',
  yy: 'year',
  quarter: 'quarter',
  month: 'month',
  mon: 'month',
  mm: 'month',
  week: 'week',
  day: 'day',
  dd: 'day',
  hour: 'hour',
  minute: 'minute',
  second: 'second',
  millisecond: 'milliseconds',
  microsecond: 'microseconds',
};

/** What TRUNC cuts a date off to: for units within a week it gives null in Spark. */
const wholeDays: ReadonlySet<string> = new Set(['year', 'quarter', 'month', 'week']);

function truncationUnit(name: string | undefined, allowed?: ReadonlySet<string>): string | undefined {
  const unit = name === undefined ? undefined : units[name.toLowerCase()];
  return unit !== undefined && allowed && !allowed.has(unit) ? undefined : unit;
}
