/** The text that a string literal or quoted name of the dialect stands for, quotes and prefix included in `literal`. */
export function sparkString(literal: string): string {
  const quote = /['"`]/.exec(literal);
  if (!quote) return literal;
  const prefix = literal.slice(0, quote.index).toLowerCase();
  const mark = quote[0];
  const closed = literal.length > quote.index + 1 && literal.endsWith(mark);
  const inner = literal.slice(quote.index + 1, closed ? -1 : undefined).replaceAll(mark + mark, mark);
  return prefix === 'r' || mark === '`' ? inner : unescaped(inner);
}

const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  b: '\b',
  n: '\n',
  r: '\r',
  t: '\t',
  Z: '\x1a',
  // In patterns of LIKE the backslash itself is wanted.
  '%': '\\%',
  _: '\\_',
};

/** Spark reads backslashes in strings as Java does. */
function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(
    /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-3][0-7]{2})|([\s\S]))/g,
    (_, short?: string, long?: string, octal?: string, letter?: string) => {
      if (short !== undefined) return String.fromCharCode(parseInt(short, 16));
      if (long !== undefined) return String.fromCodePoint(Math.min(parseInt(long, 16), 0x10ffff));
      if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8));
      return escapes[letter as string] ?? (letter as string);
    },
  );
}
