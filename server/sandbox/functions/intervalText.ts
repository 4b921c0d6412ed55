const second = 1_000_000n;
const minute = 60n * second;
const hour = 60n * minute;
const day = 24n * hour;

/** Units of a span of days and time, each with how many of it make one of the unit before it. */
const units = [
  { name: 'day', size: day, within: 0n },
  { name: 'hour', size: hour, within: 24n },
  { name: 'minute', size: minute, within: 60n },
  { name: 'second', size: second, within: 60n },
] as const;

/**
 * The text that a cast gives to an interval. `type` is Spark's name of it: `interval day to second`, or `interval` for
 * one that has months, days and time side by side.
 */
export function intervalText(months: number, days: number, micros: bigint, type: string): string {
  if (type === 'interval') return calendarText(months, days, micros);
  const [first = '', last = first] = type.replace('interval ', '').split(' to ');
  const digits = /year|month/.test(first)
    ? yearMonthDigits(months, first, last)
    : dayTimeDigits(BigInt(days) * day + micros, first, last);
  return `INTERVAL '${digits}' ${first === last ? first.toUpperCase() : `${first} to ${last}`.toUpperCase()}`;
}

function yearMonthDigits(months: number, first: string, last: string): string {
  const size = Math.abs(months);
  const sign = months < 0 ? '-' : '';
  if (first === 'month') return `${sign}${size}`;
  const years = Math.floor(size / 12);
  return last === 'year' ? `${sign}${years}` : `${sign}${years}-${size % 12}`;
}

function dayTimeDigits(micros: bigint, first: string, last: string): string {
  const size = micros < 0n ? -micros : micros;
  const [from, to] = [first, last].map((name) => units.findIndex((unit) => unit.name === name)) as [
    number,
    number,
  ];
  const shown = units.slice(from, to + 1).map((unit, index) => {
    const whole = size / unit.size;
    const count = index === 0 ? whole : whole % unit.within;
    const digits = unit.name === 'day' ? String(count) : String(count).padStart(2, '0');
    return unit.name === 'second' ? `${digits}${fractionOf(size)}` : digits;
  });
  const [days, ...rest] = from === 0 ? shown : ['', ...shown];
  const time = rest.join(':');
  return `${micros < 0n ? '-' : ''}${[days, time].filter((part) => part !== '').join(' ')}`;
}

function fractionOf(micros: bigint): string {
  const fraction = String(micros % second)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return fraction === '' ? '' : `.${fraction}`;
}

/** `1 years 2 months 3 days 4.5 seconds`, without the units of which there are none. */
function calendarText(months: number, days: number, micros: bigint): string {
  const rest = micros % minute;
  const sign = rest < 0n ? '-' : '';
  const size = rest < 0n ? -rest : rest;
  const parts = [
    [Math.trunc(months / 12), 'years'],
    [months % 12, 'months'],
    [days, 'days'],
    [Number(micros / hour), 'hours'],
    [Number((micros % hour) / minute), 'minutes'],
  ]
    .filter(([count]) => count !== 0)
    .map(([count, unit]) => `${count} ${unit}`);
  if (rest !== 0n) parts.push(`${sign}${size / second}${fractionOf(size)} seconds`);
  return parts.length === 0 ? '0 seconds' : parts.join(' ');
}
