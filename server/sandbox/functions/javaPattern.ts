/** A part of one of Java's patterns for dates and times, as Spark takes them. */
export type PatternPart =
  | { readonly kind: 'field'; readonly letter: string; readonly count: number }
  | { readonly kind: 'text'; readonly text: string }
  /** Between brackets: left out when the text to read does not have it. */
  | { readonly kind: 'optional'; readonly parts: readonly PatternPart[] };

/** How often a letter may stand in a row; letters that are not here have no meaning, or not the one of earlier days. */
const most: Readonly<Record<string, number>> = {
  ...{ G: 4, y: 6, D: 3, M: 4, L: 4, d: 2, Q: 4, q: 4, E: 4, F: 1 },
  ...{ a: 1, h: 2, H: 2, k: 2, K: 2, m: 2, s: 2, S: 9 },
  ...{ V: 2, z: 4, O: 4, X: 5, x: 5, Z: 5 },
};

/** Reads a pattern. Throws for one that Spark does not take. */
export function javaPattern(pattern: string): readonly PatternPart[] {
  const known = patterns.get(pattern);
  if (known) return known;
  const read = new PatternReader(pattern).whole();
  if (patterns.size >= 100) patterns.clear();
  patterns.set(pattern, read);
  return read;
}

/** A query has the same pattern for every row. */
const patterns = new Map<string, readonly PatternPart[]>();

class PatternReader {
  private at = 0;

  constructor(private readonly pattern: string) {}

  whole(): readonly PatternPart[] {
    const parts = this.parts();
    if (this.at < this.pattern.length) throw this.refused();
    return parts;
  }

  private parts(): readonly PatternPart[] {
    const parts: PatternPart[] = [];
    while (this.at < this.pattern.length && this.pattern[this.at] !== ']') parts.push(this.part());
    return parts;
  }

  private part(): PatternPart {
    const char = this.pattern[this.at] as string;
    if (/[a-z]/i.test(char)) return this.field(char);
    if (char === "'") return this.quoted();
    if (/[{}#]/.test(char)) throw this.refused();
    this.at++;
    if (char !== '[') return { kind: 'text', text: char };
    const parts = this.parts();
    this.at++;
    return { kind: 'optional', parts };
  }

  private field(letter: string): PatternPart {
    const start = this.at;
    while (this.pattern[this.at] === letter) this.at++;
    const count = this.at - start;
    const isWhole = letter === 'V' ? count === 2 : letter === 'O' ? count === 1 || count === 4 : true;
    if (count > (most[letter] ?? 0) || !isWhole) throw this.refused();
    return { kind: 'field', letter, count };
  }

  /** `''` is a quote, within quotes and without. */
  private quoted(): PatternPart {
    const [whole = "'", inner] = /^'((?:[^']|'')*)'/.exec(this.pattern.slice(this.at)) ?? [];
    if (inner === undefined) throw this.refused();
    this.at += whole.length;
    return { kind: 'text', text: inner === '' ? "'" : inner.replaceAll("''", "'") };
  }

  private refused(): Error {
    return new Error(`Fail to recognize '${this.pattern}' pattern in the DateTimeFormatter`);
  }
}
