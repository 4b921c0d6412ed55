/** A struct, array or map of a result as a tree. Numbers stay the text that the server sent, so none loses digits. */
export type NestedValue =
  | { readonly kind: 'object'; readonly entries: readonly (readonly [string, NestedValue])[] }
  | { readonly kind: 'array'; readonly items: readonly NestedValue[] }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'boolean'; readonly text: 'true' | 'false' }
  | { readonly kind: 'null' };

/** Reads JSON text; undefined when it is none, so that the text itself can be shown. */
export function readNestedValue(json: string): NestedValue | undefined {
  const tokens = tokensOf(json);
  if (!tokens) return undefined;
  const reader = { tokens, next: 0 };
  const value = readValue(reader);
  return reader.next === tokens.length ? value : undefined;
}

/** Where the reading stands in the tokens of a text. */
interface Reader {
  readonly tokens: readonly string[];
  next: number;
}

const token = /\s*("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\]:,])\s*/y;

function tokensOf(json: string): readonly string[] | undefined {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < json.length) {
    const match = token.exec(json);
    if (!match) return undefined;
    tokens.push(match[1] as string);
  }
  return tokens;
}

function readValue(reader: Reader): NestedValue | undefined {
  const text = reader.tokens[reader.next];
  reader.next += 1;
  if (text === undefined) return undefined;
  if (text === '{') return readObject(reader);
  if (text === '[') return readArray(reader);
  if (text === 'null') return { kind: 'null' };
  if (text === 'true' || text === 'false') return { kind: 'boolean', text };
  if (text.startsWith('"')) return { kind: 'string', text: unquoted(text) };
  return /^[-\d]/.test(text) ? { kind: 'number', text } : undefined;
}

function readObject(reader: Reader): NestedValue | undefined {
  const entries: (readonly [string, NestedValue])[] = [];
  const read = readList(reader, '}', () => {
    const key = reader.tokens[reader.next];
    if (!key?.startsWith('"') || reader.tokens[reader.next + 1] !== ':') return false;
    reader.next += 2;
    const value = readValue(reader);
    if (value) entries.push([unquoted(key), value]);
    return value !== undefined;
  });
  return read ? { kind: 'object', entries } : undefined;
}

function readArray(reader: Reader): NestedValue | undefined {
  const items: NestedValue[] = [];
  const read = readList(reader, ']', () => {
    const value = readValue(reader);
    if (value) items.push(value);
    return value !== undefined;
  });
  return read ? { kind: 'array', items } : undefined;
}

/** Items with commas between them, up to and with the closing bracket. */
function readList(reader: Reader, close: string, readItem: () => boolean): boolean {
  if (reader.tokens[reader.next] === close) {
    reader.next += 1;
    return true;
  }
  for (;;) {
    if (!readItem()) return false;
    const after = reader.tokens[reader.next];
    reader.next += 1;
    if (after === close) return true;
    if (after !== ',') return false;
  }
}

function unquoted(text: string): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    // An escape that JSON does not know; the raw text is nearer to the truth than nothing.
    return text.slice(1, -1);
  }
}
