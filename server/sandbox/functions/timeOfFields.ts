/** Values by the letter of their field in Java's patterns, as far as they are known. */
export type TimeFields = ReadonlyMap<string, number>;

/** What a field may be, by its letter. */
const ranges: Readonly<Record<string, readonly [least: number, most: number]>> = {
  ...{ M: [1, 12], d: [1, 31], D: [1, 366], H: [0, 23], k: [1, 24], K: [0, 11], h: [1, 12] },
  ...{ m: [0, 59], s: [0, 59] },
};

/** The microseconds since 1970 of a time in UTC; `undefined` when there is no such time. What is absent is the least. */
export function timeOfFields(fields: TimeFields): bigint | undefined {
  for (const [letter, value] of fields) {
    const range = ranges[letter];
    if (range && (value < range[0] || value > range[1])) return undefined;
  }
  const day = dayOfFields(fields);
  if (day === undefined) return undefined;
  const minutes = hourOfFields(fields) * 60 + (fields.get('m') ?? 0) - distanceOf(fields);
  const seconds = BigInt(day) * 86_400n + BigInt(minutes * 60 + (fields.get('s') ?? 0));
  return seconds * 1_000_000n + BigInt(fields.get('S') ?? 0);
}

/** Days since 1970. */
function dayOfFields(fields: TimeFields): number | undefined {
  const year = yearOf(fields);
  const ofYear = fields.get('D');
  const [month, day] = ofYear === undefined ? [fields.get('M') ?? 1, fields.get('d') ?? 1] : [1, ofYear];
  if (year === undefined) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isThere =
    date.getUTCFullYear() === year && (ofYear !== undefined || date.getUTCMonth() === month - 1);
  return isThere ? date.getTime() / 86_400_000 : undefined;
}

/** Years of an era begin with 1; the one before the first is 0. */
function yearOf(fields: TimeFields): number | undefined {
  const year = fields.get('y') ?? 1970;
  if (year < 1 || year > 200_000) return undefined;
  return fields.get('G') === 0 ? 1 - year : year;
}

function hourOfFields(fields: TimeFields): number {
  const half = (fields.get('a') ?? 0) * 12;
  const ofHalf = fields.get('K') ?? (fields.get('h') ?? 0) % 12;
  return fields.get('H') ?? (fields.has('k') ? (fields.get('k') as number) % 24 : ofHalf + half);
}

/** Minutes of the zone from UTC. */
function distanceOf(fields: TimeFields): number {
  return fields.get('X') ?? fields.get('x') ?? fields.get('Z') ?? 0;
}
