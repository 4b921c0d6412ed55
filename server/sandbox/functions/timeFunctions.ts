import { formatTime } from './formatTime';
import { parseTime } from './parseTime';
import { scalarFunction, type ScalarFunction } from './scalarFunction';
import { long, text } from './valueKind';

/** Times are microseconds since 1970. */
export const timeFunctions: readonly ScalarFunction[] = [
  scalarFunction('spark_format_time', [long, text], text, formatTime),
  scalarFunction('spark_parse_time', [text, text], long, parseTime),
];
