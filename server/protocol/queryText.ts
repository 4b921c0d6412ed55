/** A stretch of SQL text: what is neither a comment nor quoted is `code`. Offsets are UTF-16. */
export interface TextSpan {
  readonly kind: 'code' | 'quoted' | 'comment' | 'blockDelimiter';
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts SQL into code, quoted texts and names, comments and `$$`, just as far as it takes to see where statements
 * end and parameters stand. The spans join to the whole text; what is not closed reaches to its end.
 */
export function querySpans(sql: string): readonly TextSpan[] {
  const spans: TextSpan[] = [];
  let start = 0;
  for (const match of sql.matchAll(special)) {
    if (match.index > start) spans.push({ kind: 'code', start, end: match.index });
    start = match.index + match[0].length;
    spans.push({ kind: kindOf(match[0]), start: match.index, end: start });
  }
  if (start < sql.length) spans.push({ kind: 'code', start, end: sql.length });
  return spans;
}

/** In this order: quoted with `'`, `"` and back quotes, comments of both kinds, and the delimiter of blocks. */
const special = new RegExp(
  [
    String.raw`'[^'\\]*(?:(?:\\(?:[^]|$)|'')[^'\\]*)*(?:'|$)`,
    String.raw`"[^"\\]*(?:(?:\\(?:[^]|$)|"")[^"\\]*)*(?:"|$)`,
    '`[^`]*(?:`|$)',
    String.raw`--[^\n]*`,
    String.raw`/\*[^]*?(?:\*/|$)`,
    String.raw`\$\$`,
  ].join('|'),
  'g',
);

function kindOf(text: string): TextSpan['kind'] {
  if (text === '$$') return 'blockDelimiter';
  return text.startsWith('--') || text.startsWith('/*') ? 'comment' : 'quoted';
}

/** The statements of a text, without their semicolons; a block between `$$` is one. Empty ones are left out. */
export function splitQuery(sql: string): readonly string[] {
  const statements: string[] = [];
  let current = '';
  let inBlock = false;
  for (const span of querySpans(sql)) {
    const text = sql.slice(span.start, span.end);
    if (span.kind === 'comment') current += ' ';
    else if (span.kind === 'blockDelimiter') inBlock = !inBlock;
    if (span.kind === 'code' && !inBlock) {
      const [first = '', ...rest] = text.split(';');
      current += first;
      for (const part of rest) {
        statements.push(current);
        current = part;
      }
    } else if (span.kind !== 'comment') current += text;
  }
  return [...statements, current]
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
