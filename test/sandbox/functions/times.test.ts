import { describe, expect, test } from 'vitest';
import { formatTime } from '../../../server/sandbox/functions/formatTime';
import { intervalText } from '../../../server/sandbox/functions/intervalText';
import { parseTime } from '../../../server/sandbox/functions/parseTime';

const micros = (text: string): bigint => BigInt(Date.parse(`${text}Z`)) * 1000n;
const textOf = (time: bigint | undefined): string | undefined =>
  time === undefined ? undefined : formatTime(time, 'yyyy-MM-dd HH:mm:ss.SSSSSS');

describe('a time by a pattern', () => {
  const time = micros('2024-01-05T13:04:05') + 678_901n;

  test.each([
    ['G GGGG', 'AD Anno Domini'],
    ['y yy yyyyy', '2024 24 02024'],
    ['M MM MMM MMMM L', '1 01 Jan January 1'],
    ['D DDD d dd F', '5 005 5 05 5'],
    ['Q QQ QQQ QQQQ', '1 01 Q1 1st quarter'],
    ['E EEEE', 'Fri Friday'],
    ['h hh H k K a', '1 01 13 13 1 PM'],
    ['S SSS SSSSSSSSS', '6 678 678901000'],
    ['VV z zzzz O X x xxx Z ZZZZZ', 'UTC UTC Coordinated Universal Time GMT Z +00 +00:00 +0000 Z'],
    ["yyyy[-MM] 'o''clock' ''", "2024-01 o'clock '"],
  ])('%s', (pattern, text) => {
    expect(formatTime(time, pattern)).toBe(text);
  });

  test.each(['u', 'YYYY', 'ww', 'EEEEE', 'ddd', 'aa', 'yyyy#', "'open", 'V'])('%s is refused', (pattern) => {
    expect(() => formatTime(time, pattern)).toThrow(pattern);
  });

  test('before 1970 and at midnight', () => {
    expect(formatTime(-1n, 'yyyy-MM-dd HH:mm:ss.SSSSSS k K h a')).toBe(
      '1969-12-31 23:59:59.999999 23 11 11 PM',
    );
    expect(formatTime(0n, 'k K h a')).toBe('24 0 12 AM');
  });
});

describe('a text by a pattern', () => {
  test.each([
    ['20240229101112', 'yyyyMMddHHmmss', '2024-02-29 10:11:12.000000'],
    ['2024-2-9', 'yyyy-M-d', '2024-02-09 00:00:00.000000'],
    ['february 9 2024', 'MMMM d yyyy', '2024-02-09 00:00:00.000000'],
    ['2024-060', 'yyyy-DDD', '2024-02-29 00:00:00.000000'],
    ['29/02/24', 'dd/MM/yy', '2024-02-29 00:00:00.000000'],
    ['10:11 PM', 'hh:mm a', '1970-01-01 22:11:00.000000'],
    ['24:11', 'kk:mm', '1970-01-01 00:11:00.000000'],
    ['2024-02-29T10:11:12.5', "yyyy-MM-dd'T'HH:mm:ss.SSS", '2024-02-29 10:11:12.500000'],
    ['2024-02-29T10:11:12+02:00', "yyyy-MM-dd'T'HH:mm:ssXXX", '2024-02-29 08:11:12.000000'],
    ['2024-02', 'yyyy-MM[-dd]', '2024-02-01 00:00:00.000000'],
    ['AD 2024', 'G yyyy', '2024-01-01 00:00:00.000000'],
  ])('%s by %s', (text, pattern, expected) => {
    expect(textOf(parseTime(text, pattern))).toBe(expected);
  });

  test.each([
    ['2024-02-30', 'yyyy-MM-dd'],
    ['2024-13-01', 'yyyy-MM-dd'],
    ['2024/02/03', 'yyyy-MM-dd'],
    ['2024-02-29 13', 'yyyy-MM-dd hh'],
    ['', 'yyyy'],
  ])('%s is no %s', (text, pattern) => {
    expect(parseTime(text, pattern)).toBeUndefined();
  });

  test.each([
    ['2024-2-9', 'yyyy-MM-dd'],
    ['2024-02-03abc', 'yyyy-MM-dd'],
    [' 2024', 'yyyy'],
    ['24-02-03', 'yyyy-MM-dd'],
  ])('%s by %s was read by earlier versions, and is an error', (text, pattern) => {
    expect(() => parseTime(text, pattern)).toThrow('new parser');
  });
});

test.each([
  [0, 60, 0n, 'interval day', "INTERVAL '60' DAY"],
  [0, 1, 7_384_500_000n, 'interval day to second', "INTERVAL '1 02:03:04.5' DAY TO SECOND"],
  [0, 0, -300_000_000n, 'interval minute', "INTERVAL '-05' MINUTE"],
  [0, 1, 7_200_000_000n, 'interval hour', "INTERVAL '26' HOUR"],
  [-14, 0, 0n, 'interval year to month', "INTERVAL '-1-2' YEAR TO MONTH"],
  [14, 0, 0n, 'interval month', "INTERVAL '14' MONTH"],
  [14, 25, 18_367_500_000n, 'interval', '1 years 2 months 25 days 5 hours 6 minutes 7.5 seconds'],
  [0, 0, -500_000n, 'interval', '-0.5 seconds'],
  [0, 0, 0n, 'interval', '0 seconds'],
] as const)('%i months, %i days and %i microseconds as %s', (months, days, time, type, text) => {
  expect(intervalText(months, days, time, type)).toBe(text);
});
