/** Letters of Java's date patterns in strftime's. */
const fields: Readonly<Record<string, string>> = {
  yyyy: '%Y',
  y: '%-Y',
  yy: '%y',
  MM: '%m',
  M: '%-m',
  MMM: '%b',
  MMMM: '%B',
  dd: '%d',
  d: '%-d',
  HH: '%H',
  H: '%-H',
  hh: '%I',
  h: '%-I',
  mm: '%M',
  m: '%-M',
  ss: '%S',
  s: '%-S',
  SSS: '%g',
  SSSSSS: '%f',
  E: '%a',
  EE: '%a',
  EEE: '%a',
  EEEE: '%A',
  a: '%p',
  DDD: '%j',
  D: '%-j',
};

/** The same pattern for strftime; `undefined` when a part of it has no counterpart there. */
export function javaDatePattern(pattern: string | undefined): string | undefined {
  if (pattern === undefined) return undefined;
  const parts = pattern.match(/'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']+/g) ?? [];
  if (parts.join('') !== pattern) return undefined;
  const converted = parts.map(convertedPart);
  return converted.includes(undefined) ? undefined : converted.join('');
}

function convertedPart(part: string): string | undefined {
  if (part === "''") return "'";
  if (part.startsWith("'")) return part.slice(1, -1).replaceAll("''", "'").replaceAll('%', '%%');
  return /^[A-Za-z]/.test(part) ? fields[part] : part.replaceAll('%', '%%');
}

/** Digits of the parts that have the same number of them always. */
const digits: Readonly<Record<string, number>> = { yyyy: 4, MM: 2, dd: 2, HH: 2, mm: 2, ss: 2 };

/** A pattern of such parts only, with signs between them, as a form of texts and as strptime reads them. */
export function strictForm(
  pattern: string | undefined,
): { readonly regex: string; readonly format: string } | undefined {
  const parts: readonly string[] = pattern?.match(/([A-Za-z])\1*|[^A-Za-z]+/g) ?? [];
  const format = javaDatePattern(pattern);
  // Without a year it is 1970 in Spark.
  if (format === undefined || !parts.includes('yyyy') || /['%[\]{}#]/.test(pattern ?? '')) return undefined;
  const regex = parts.map((part) =>
    /[A-Za-z]/.test(part) ? digits[part] && `\\d{${digits[part]}}` : part.replace(/[^\s\w]/g, '\\$&'),
  );
  return regex.includes(undefined) ||
    parts.some((part, at) => at > 0 && isField(part) && isField(parts[at - 1]))
    ? undefined
    : { regex: regex.join(''), format };
}

function isField(part: string | undefined): boolean {
  return /^[A-Za-z]/.test(part ?? '');
}
