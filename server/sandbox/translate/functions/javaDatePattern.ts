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
