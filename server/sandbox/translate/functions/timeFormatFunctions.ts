import { scalar } from '../../../catalog/typeText';
import { quoted } from '../../store/sqlText';
import { isScalar } from '../duckdbType';
import type { Fragment } from '../fragment';
import { stringValue } from '../nodes';
import { type Build, built, each, type FunctionTable } from './functionRule';
import { javaDatePattern, strictForm } from './javaDatePattern';

type Arguments = Parameters<Build>;

/** Times to texts and back, by one of Java's patterns. */
export const timeFormatFunctions: FunctionTable = [
  [
    'date_format',
    built(
      (make, [time, pattern], call) =>
        time && pattern && formatted(make, make`spark.to_timestamp(${time})`, pattern, call),
    ),
  ],
  [
    'from_unixtime',
    built((make, [seconds, pattern], call) => {
      const time = seconds && make`make_timestamp(spark.to_bigint(${seconds}) * 1000000)`;
      return (
        time &&
        (pattern ? formatted(make, time, pattern, call) : make`strftime(${time}, '%Y-%m-%d %H:%M:%S')`)
      );
    }),
  ],
  ['to_date', built((make, args, call) => read(make, args, call, 'spark.to_date'))],
  ...each(
    'to_timestamp try_to_timestamp to_timestamp_ltz to_timestamp_ntz',
    built((make, args, call) => read(make, args, call, 'spark.to_timestamp')),
  ),
  ...each(
    'unix_timestamp to_unix_timestamp',
    built((make, args, call) => {
      const time = args.length === 0 ? make`current_timestamp` : read(make, args, call, 'spark.to_timestamp');
      return time && make`CAST(floor(epoch(spark.to_timestamp(${time}))) AS BIGINT)`;
    }),
  ),
];

/** What strftime cannot write is written by a function of our own. */
function formatted(
  make: Arguments[0],
  time: Fragment,
  pattern: Fragment,
  { t, arguments: [, node] }: Arguments[2],
): Fragment {
  const format = javaDatePattern(stringValue(t.statement, node));
  return format === undefined
    ? make`spark_format_time(epoch_us(${time}), ${pattern})`
    : make`strftime(${time}, ${quoted(format)})`;
}

/** A text that has the form of the pattern, digit by digit, is read by DuckDB; a pattern means nothing for times. */
function read(
  make: Arguments[0],
  [text, pattern]: readonly Fragment[],
  { t, arguments: [node, patternNode] }: Arguments[2],
  conversion: string,
): Fragment | undefined {
  if (!text || !node || !pattern) return text && make`${conversion}(${text})`;
  const type = t.environment.typeOf(node);
  if (isScalar(type, 'date', 'timestamp')) return make`${conversion}(${text})`;
  const value = t.emitAs(node, scalar('string'));
  const format = t.emitAs(patternNode ?? node, scalar('string'));
  const slowly = make`make_timestamp(spark_parse_time(${value}, ${format}))`;
  if (/[VzO]/.test(stringValue(t.statement, patternNode) ?? '')) return undefined;
  const strict = strictForm(stringValue(t.statement, patternNode));
  return make`${conversion}(${
    strict
      ? make`CASE WHEN regexp_full_match(${value}, ${quoted(strict.regex)})
          THEN try_strptime(${value}, ${quoted(strict.format)}) ELSE ${slowly} END`
      : slowly
  })`;
}
