import type { JsonEntry, JsonValue } from './jsonValue';

/** What Spark's functions let pass beside JSON. */
export interface JsonLeniency {
  readonly singleQuotes?: boolean;
  /** Line ends and tabs within texts. */
  readonly controlCharacters?: boolean;
}

/** The first value of a text, whatever follows it; `undefined` where there is none. */
export function readJson(text: string, leniency: JsonLeniency = {}): JsonValue | undefined {
  return new JsonReader(text, leniency).first();
}

/** Carries a fault out of the reader. */
class NotJson extends Error {}

const space = /[ \t\n\r]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /true|false|null/y;
const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const deepest = 1000;

class JsonReader {
  private at = 0;
  private depth = 0;

  constructor(
    private readonly text: string,
    private readonly leniency: JsonLeniency,
  ) {}

  first(): JsonValue | undefined {
    try {
      return this.value();
    } catch (error) {
      if (error instanceof NotJson) return undefined;
      throw error;
    }
  }

  private value(): JsonValue {
    if (++this.depth > deepest) throw new NotJson();
    const value = this.valueWithin();
    this.depth--;
    return value;
  }

  private valueWithin(): JsonValue {
    this.matched(space);
    const next = this.text.charAt(this.at);
    if (next === '{') return { kind: 'object', entries: this.list('}', () => this.entry()) };
    if (next === '[') return { kind: 'array', items: this.list(']', () => this.value()) };
    if (this.isQuote(next)) return { kind: 'string', value: this.string() };
    const found = this.matched(word);
    if (found !== undefined)
      return found === 'null' ? { kind: 'null' } : { kind: 'boolean', value: found === 'true' };
    const digits = this.matched(number);
    if (digits === undefined || /[\w.]/.test(this.text.charAt(this.at))) throw new NotJson();
    return { kind: 'number', text: digits };
  }

  private isQuote(char: string): boolean {
    return char === '"' || (char === "'" && this.leniency.singleQuotes === true);
  }

  private matched(form: RegExp): string | undefined {
    form.lastIndex = this.at;
    const found = form.exec(this.text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  private takes(char: string): boolean {
    this.matched(space);
    const found = this.text.charAt(this.at) === char;
    if (found) this.at++;
    return found;
  }

  private list<Item>(end: string, item: () => Item): readonly Item[] {
    this.at++;
    const items: Item[] = [];
    if (this.takes(end)) return items;
    do items.push(item());
    while (this.takes(','));
    if (!this.takes(end)) throw new NotJson();
    return items;
  }

  private entry(): JsonEntry {
    this.matched(space);
    if (!this.isQuote(this.text.charAt(this.at))) throw new NotJson();
    const name = this.string();
    if (!this.takes(':')) throw new NotJson();
    return [name, this.value()];
  }

  private string(): string {
    const quote = this.text.charAt(this.at++);
    let value = '';
    for (;;) {
      const char = this.text.charAt(this.at++);
      if (char === quote) return value;
      if (char === '' || (char < ' ' && !this.leniency.controlCharacters)) throw new NotJson();
      value += char === '\\' ? this.escaped() : char;
    }
  }

  private escaped(): string {
    const letter = this.text.charAt(this.at++);
    if (letter === 'u') {
      const code = this.text.slice(this.at, this.at + 4);
      if (!/^[\da-f]{4}$/i.test(code)) throw new NotJson();
      this.at += 4;
      return String.fromCharCode(Number.parseInt(code, 16));
    }
    const found = escapes[letter] ?? (/["\\/]/.test(letter) || this.isQuote(letter) ? letter : undefined);
    if (found === undefined) throw new NotJson();
    return found;
  }
}
