import { textOf } from '../../../sql/tree';
import { stringValue } from '../nodes';
import { quoted } from '../../store/sqlText';
import type { SyntaxNode } from '../../../sql/node';
import { isInterval, isVoid } from '../duckdbType';
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
    built((make, [time, zone]) => time && zone && make`spark.in_zone(${time}, ${zone})`),
  ],
  [
    'to_utc_timestamp',
    built((make, [time, zone]) => time && zone && make`spark.from_zone(${time}, ${zone})`),
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
  ['date_trunc', built((make, [unit, time], call) => truncatedTime(make, unit, time, call))],
  ['trunc', built((make, [date, unit], call) => truncatedDate(make, date, unit, call))],
  ...each(
    'extract date_part datepart',
    built((make, [, time], { t, arguments: [node, timeNode] }) => {
      const part = node && (stringValue(t.statement, node) ?? textOf(t.statement, node)).toLowerCase();
      const name = parts[part ?? ''];
      if (node && isVoid(t.environment.typeOf(node))) return make`NULL`;
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
  return time && to && make`spark.in_zone(spark.from_zone(${time}, ${from ?? "'UTC'"}), ${to})`;
}

const units: Readonly<Record<string, string>> = {
  ...{ year: 'year', yyyy: 'year', yy: 'year' },
  quarter: 'quarter',
  ...{ month: 'month', mon: 'month', mm: 'month' },
  week: 'week',
  ...{ day: 'day', dd: 'day' },
  ...{ hour: 'hour', minute: 'minute', second: 'second' },
  ...{ millisecond: 'milliseconds', microsecond: 'microseconds' },
};

/** What TRUNC cuts a date off to: for units within a week it gives null in Spark. */
const wholeDays: readonly string[] = ['year', 'quarter', 'month', 'week'];

/** Cut off to a unit; an unknown one gives null. */
function truncatedTime(
  make: Parameters<Build>[0],
  unit: Fragment | undefined,
  time: Fragment | undefined,
  { t, arguments: [node] }: Parameters<Build>[2],
): Fragment | undefined {
  if (!unit || !time || !node) return undefined;
  const name = unitSql(make, stringValue(t.statement, node), unit, Object.values(units));
  return make`CAST(date_trunc(${name}, spark.to_timestamp(${time})) AS TIMESTAMP)`;
}

function truncatedDate(
  make: Parameters<Build>[0],
  date: Fragment | undefined,
  unit: Fragment | undefined,
  { t, arguments: [, node] }: Parameters<Build>[2],
): Fragment | undefined {
  if (!unit || !date || !node) return undefined;
  const name = unitSql(make, stringValue(t.statement, node), unit, wholeDays);
  return make`CAST(date_trunc(${name}, spark.to_date(${date})) AS DATE)`;
}

/** DuckDB's name of a unit that is written, or that is in a column. */
function unitSql(
  make: Parameters<Build>[0],
  literal: string | undefined,
  unit: Fragment,
  allowed: readonly string[],
): Fragment {
  const known = Object.entries(units).filter(([, name]) => allowed.includes(name));
  if (literal !== undefined) {
    const name = known.find(([word]) => word === literal.toLowerCase())?.[1];
    return name === undefined ? make`CAST(NULL AS VARCHAR)` : make`${quoted(name)}`;
  }
  const branches = known.map(([word, name]) => `WHEN ${quoted(word)} THEN ${quoted(name)}`).join(' ');
  return make`CASE lower(CAST(${unit} AS VARCHAR)) ${branches} END`;
}
