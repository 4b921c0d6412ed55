import { textOf } from '../../../sql/tree';
import { stringValue } from '../nodes';
import { quoted } from '../../store/sqlText';
import { javaDatePattern } from './javaDatePattern';
import type { SyntaxNode } from '../../../sql/node';
import { scalar } from '../../../catalog/typeText';
import { isInterval, isScalar } from '../duckdbType';
import { separated, type Fragment } from '../fragment';
import type { Translation } from '../translation';
import { type Build, built, each, macro, renamed, same, type FunctionTable } from './functionRule';

export const dateFunctions: FunctionTable = [
  ...each('year month day hour minute quarter last_day dayofyear weekofyear', same),
  ['second', built((make, [x]) => x && make`CAST(second(${x}) AS INTEGER)`)],
  ['dayofmonth', renamed('day')],
  ['next_day', macro],
  ['timestamp_seconds', macro],
  ['timestamp_millis', built((make, [x]) => x && make`make_timestamp(CAST(${x} AS BIGINT) * 1000)`)],
  ['timestamp_micros', built((make, [x]) => x && make`make_timestamp(CAST(${x} AS BIGINT))`)],
  ['unix_micros', renamed('epoch_us')],
  ['unix_millis', renamed('epoch_ms')],
  ['unix_seconds', built((make, [x]) => x && make`CAST(floor(epoch(${x})) AS BIGINT)`)],
  ['unix_date', built((make, [x]) => x && make`CAST(${x} - DATE '1970-01-01' AS INTEGER)`)],
  ['date_from_unix_date', built((make, [x]) => x && make`(DATE '1970-01-01' + CAST(${x} AS INTEGER))`)],
  ['current_timezone', built((make) => make`'UTC'`)],
  ['localtimestamp', built((make) => make`CAST(current_timestamp AS TIMESTAMP)`)],
  [
    'from_utc_timestamp',
    built((make, [time, zone]) => time && zone && make`timezone(${zone}, timezone('UTC', ${time}))`),
  ],
  [
    'to_utc_timestamp',
    built((make, [time, zone]) => time && zone && make`timezone('UTC', timezone(${zone}, ${time}))`),
  ],
  ['convert_timezone', built((make, args) => convertedZone(make, args))],
  ...each(
    'make_timestamp make_timestamp_ltz make_timestamp_ntz',
    built((make, args) => args.length === 6 && make`spark.make_timestamp(${separated(args, ', ', 0)})`),
  ),
  ...each('timestampadd', built(added)),
  ...each('timestampdiff', built(difference)),
  ['make_interval', built((make, args) => madeInterval(make, args, [0, 1, 2, 3, 4, 5, 6]))],
  ['make_dt_interval', built((make, args) => madeInterval(make, args, [3, 4, 5, 6]))],
  ['make_ym_interval', built((make, args) => madeInterval(make, args, [0, 1]))],
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
    built((make, [date, days, ...more], call) =>
      date && days && more.length === 0
        ? make`(spark.to_date(${date}) + CAST(${days} AS INTEGER))`
        : added(make, date && days ? [date, days, ...more] : [], call),
    ),
  ],
  [
    'date_sub',
    built((make, [date, days]) => date && days && make`(spark.to_date(${date}) - CAST(${days} AS INTEGER))`),
  ],
  ...each(
    'datediff date_diff',
    built((make, [end, start, ...more], call) =>
      end && start && more.length === 0
        ? make`CAST(spark.to_date(${end}) - spark.to_date(${start}) AS INTEGER)`
        : difference(make, end && start ? [end, start, ...more] : [], call),
    ),
  ),
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
        ? make`spark.months_between(${later}, ${earlier})`
        : later &&
          earlier &&
          make`CASE WHEN ${more[0] as Fragment} THEN spark.months_between(${later}, ${earlier})
            WHEN NOT ${more[0] as Fragment} THEN spark.months_between_exact(${later}, ${earlier}) END`,
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
    built((make, [time, pattern], { t, arguments: [timeNode, node] }) => {
      if (!time || !pattern || !timeNode)
        return make`CAST(floor(epoch(spark.to_timestamp(${time ?? 'current_timestamp'}))) AS BIGINT)`;
      const format = javaDatePattern(stringValue(t.statement, node));
      return (
        format !== undefined &&
        isScalar(t.environment.typeOf(timeNode), 'string') &&
        make`CAST(floor(epoch(try_strptime(${t.emitAs(timeNode, scalar('string'))}, ${quoted(format)}))) AS BIGINT)`
      );
    }),
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
    'extract date_part datepart',
    built((make, [, time], { t, arguments: [node, timeNode] }) => {
      const part = node && (stringValue(t.statement, node) ?? textOf(t.statement, node)).toLowerCase();
      const name = parts[part ?? ''];
      if (isInterval(timeNode && t.environment.typeOf(timeNode))) return undefined;
      return name !== undefined && time && make`${name}(spark.to_timestamp(${time}))`;
    }),
  ),
  [
    'make_date',
    built(
      (make, [year, month, day]) => year && month && day && make`TRY(make_date(${year}, ${month}, ${day}))`,
    ),
  ],
];

/** An interval of counts, which stand at these places of those of make_interval; absent ones are 0. */
function madeInterval(
  make: Parameters<Build>[0],
  args: readonly Fragment[],
  places: readonly number[],
): Fragment | undefined {
  if (args.length > places.length) return undefined;
  const counts = Array.from({ length: 7 }, (_, place) => args[places.indexOf(place)] ?? make`0`);
  return make`spark.make_interval(${separated(counts, ', ', 0)})`;
}

/** Parts of a date that are counted alike in both. */
const parts: Readonly<Record<string, string>> = {
  ...partNames('year', 'year y years yr yrs'),
  ...partNames('isoyear', 'yearofweek'),
  ...partNames('quarter', 'quarter qtr'),
  ...partNames('month', 'month mon mons months'),
  ...partNames('week', 'week w weeks'),
  ...partNames('day', 'day d days'),
  ...partNames('spark.day_of_week', 'dayofweek dow'),
  ...partNames('isodow', 'dayofweek_iso dow_iso'),
  ...partNames('dayofyear', 'doy'),
  ...partNames('hour', 'hour h hours hr hrs'),
  ...partNames('minute', 'minute m min mins minutes'),
  ...partNames('spark.seconds_with_fraction', 'second s sec seconds secs'),
};

function partNames(name: string, words: string): Readonly<Record<string, string>> {
  return Object.fromEntries(words.split(' ').map((word) => [word, name]));
}

function unitOf(t: Translation, node: SyntaxNode | undefined): string | undefined {
  const word = node && (stringValue(t.statement, node) ?? textOf(t.statement, node)).toLowerCase();
  return steps.has(word ?? '') ? word : undefined;
}

const steps: ReadonlySet<string> = new Set(
  'microsecond millisecond second minute hour day week month quarter year'.split(' '),
);

/** timestampadd(unit, count, time) */
function added(
  ...[
    make,
    [, count, time],
    {
      t,
      arguments: [node],
    },
  ]: Parameters<Build>
): Fragment | undefined {
  const unit = unitOf(t, node);
  if (unit === undefined || !count || !time) return undefined;
  const interval = unit === 'quarter' ? make`to_months(3 * ${count})` : make`to_${unit}s(${count})`;
  return make`(spark.to_timestamp(${time}) + ${interval})`;
}

/** timestampdiff(unit, start, end): whole units between the times. */
function difference(
  ...[
    make,
    [, start, end],
    {
      t,
      arguments: [node],
    },
  ]: Parameters<Build>
): Fragment | undefined {
  const unit = unitOf(t, node);
  if (unit === undefined || !start || !end) return undefined;
  const months = { month: '1', quarter: '3', year: '12' }[unit];
  return months !== undefined
    ? make`CAST(trunc(spark.months_passed(spark.to_timestamp(${start}), spark.to_timestamp(${end})) / ${months}) AS BIGINT)`
    : make`date_sub('${unit}', spark.to_timestamp(${start}), spark.to_timestamp(${end}))`;
}

/** convert_timezone(from, to, time), or from the session's zone, which is UTC. */
function convertedZone(make: Parameters<Build>[0], args: readonly Fragment[]): Fragment | undefined {
  const [time, to, from] = [...args].reverse();
  return time && to && make`timezone(${to}, timezone(${from ?? "'UTC'"}, ${time}))`;
}

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
